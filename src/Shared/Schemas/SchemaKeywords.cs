namespace UploadGen.Core;

/// <summary>The keywords of JSON Schema that are put to a value's JSON, by what they hold and what of the value they are about.</summary>
/// <remarks>The generator, which keeps them, and the library, which checks by them, are compiled with this file.</remarks>
internal static class SchemaKeywords
{
    /// <summary>Whether the keyword holds schemas by name.</summary>
    public static bool HoldsMap(string keyword) => keyword is "properties" or "patternProperties" or "dependentSchemas";

    /// <summary>Whether the keyword holds a list of schemas.</summary>
    public static bool HoldsList(string keyword) => keyword is "allOf" or "anyOf" or "oneOf" or "prefixItems";

    /// <summary>Whether the keyword holds one schema.</summary>
    public static bool HoldsSchema(string keyword)
        => keyword is "items" or "additionalProperties" or "not" or "contains" or "propertyNames" or "if" or "then" or "else" || IsOfUnevaluated(keyword);

    /// <summary>Whether the keyword holds no schema: a limit by itself, or a reference.</summary>
    public static bool IsPlain(string keyword)
        => keyword is "$ref" or "type" or "nullable" or "const" or "enum"
            or "minLength" or "maxLength" or "pattern"
            or "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf"
            or "minItems" or "maxItems" or "uniqueItems" or "minContains" or "maxContains"
            or "minProperties" or "maxProperties" or "required" or "dependentRequired";

    /// <summary>Whether the keyword is one of the above.</summary>
    public static bool IsKnown(string keyword) => HoldsMap(keyword) || HoldsList(keyword) || HoldsSchema(keyword) || IsPlain(keyword);

    /// <summary>Whether the schemas in the keyword are put to the same value.</summary>
    public static bool IsInPlace(string keyword) => keyword is "allOf" or "anyOf" or "oneOf" or "not" or "if" or "then" or "else" or "dependentSchemas";

    /// <summary>Whether the schemas in the keyword are put to the members of an object, or to their names.</summary>
    public static bool IsOfMembers(string keyword) => keyword is "properties" or "patternProperties" or "additionalProperties" or "propertyNames";

    /// <summary>Whether the schemas in the keyword are put to the items of an array.</summary>
    public static bool IsOfItems(string keyword) => keyword is "prefixItems" or "items" or "contains";

    /// <summary>Whether the keyword is about what no other keyword of the schema has judged, so that it comes last.</summary>
    public static bool IsOfUnevaluated(string keyword) => keyword is "unevaluatedItems" or "unevaluatedProperties";
}
