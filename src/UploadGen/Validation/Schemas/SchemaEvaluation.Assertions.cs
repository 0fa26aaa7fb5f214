using System.Text.Json;

namespace UploadGen.Core;

/// <content>Keywords that hold or don't, whatever the parts of the value.</content>
internal sealed partial class SchemaEvaluation
{
    private bool Holds(JsonElement schema, JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "type" => keyword.Value.ValueKind == JsonValueKind.Array
            ? keyword.Value.EnumerateArray().Any(type => IsOfType(value, type))
            : IsOfType(value, keyword.Value),
        "const" => JsonElementComparer.Instance.Equals(keyword.Value, value),
        "enum" => keyword.Value.EnumerateArray().Contains(value, JsonElementComparer.Instance),
        _ => value.ValueKind switch
        {
            JsonValueKind.String => TextHolds(schema, keyword, value.GetString()!),
            JsonValueKind.Number => NumberHolds(schema, keyword, value),
            JsonValueKind.Array => ArrayHolds(keyword, value),
            JsonValueKind.Object => ObjectHolds(keyword, value),
            _ => true,
        },
    };

    private static bool IsOfType(JsonElement value, JsonElement type) => (type.GetString(), value.ValueKind) switch
    {
        ("integer", JsonValueKind.Number) => JsonNumber.Of(value) is not { IsInteger: false },
        ("number", JsonValueKind.Number) or ("string", JsonValueKind.String) or ("array", JsonValueKind.Array) or ("object", JsonValueKind.Object)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) => true,
        _ => false,
    };

    private bool TextHolds(JsonElement schema, JsonProperty keyword, string text) => keyword.Name switch
    {
        "minLength" => CodePoints.Count(text) >= keyword.Value.GetDecimal(),
        "maxLength" => CodePoints.Count(text) <= keyword.Value.GetDecimal(),
        "pattern" => Pattern(keyword.Value.GetString()!, Expressions(schema)).IsFound(text),
        _ => true,
    };

    /// <summary>Of bounds that are booleans, 3.0's <c>exclusiveMinimum</c> says how <c>minimum</c> is meant.</summary>
    private static bool NumberHolds(JsonElement schema, JsonProperty keyword, JsonElement value)
    {
        if (keyword.Value.ValueKind != JsonValueKind.Number || JsonNumber.Of(value) is not { } number || JsonNumber.Of(keyword.Value) is not { } limit)
        {
            return true;
        }

        return keyword.Name switch
        {
            "minimum" => number.CompareTo(limit) is var order && (Has(schema, "exclusiveMinimum") ? order > 0 : order >= 0),
            "maximum" => number.CompareTo(limit) is var order && (Has(schema, "exclusiveMaximum") ? order < 0 : order <= 0),
            "exclusiveMinimum" => number.CompareTo(limit) > 0,
            "exclusiveMaximum" => number.CompareTo(limit) < 0,
            "multipleOf" => number.IsMultipleOf(limit),
            _ => true,
        };
    }

    private static bool ArrayHolds(JsonProperty keyword, JsonElement array) => keyword.Name switch
    {
        "minItems" => array.GetArrayLength() >= keyword.Value.GetDecimal(),
        "maxItems" => array.GetArrayLength() <= keyword.Value.GetDecimal(),
        "uniqueItems" => keyword.Value.ValueKind != JsonValueKind.True
            || array.EnumerateArray().ToHashSet(JsonElementComparer.Instance).Count == array.GetArrayLength(),
        _ => true,
    };

    private static bool ObjectHolds(JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "minProperties" => value.EnumerateObject().Count() >= keyword.Value.GetDecimal(),
        "maxProperties" => value.EnumerateObject().Count() <= keyword.Value.GetDecimal(),
        "required" => HasAll(value, keyword.Value),
        "dependentRequired" => keyword.Value.EnumerateObject().All(given => !value.TryGetProperty(given.Name, out _) || HasAll(value, given.Value)),
        _ => true,
    };

    private static bool HasAll(JsonElement value, JsonElement names) => names.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
}
