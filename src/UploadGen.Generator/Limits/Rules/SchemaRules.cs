using System.Globalization;
using System.Text.Json.Nodes;
using UploadGen.Core;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits.Rules;

/// <summary>
/// What is left of a schema when its type and the single checks are taken out: all of it for a value of any kind, and of others the keywords that
/// have no check of their own.
/// </summary>
internal sealed class SchemaRules(SchemaNodes nodes)
{
    /// <summary>A schema that refers to itself more than so deep is a cycle.</summary>
    private const int MaxDepth = 20;

    private readonly Overlap _overlap = new(nodes);
    private readonly EvaluatedMembers _evaluated = new(nodes);

    /// <summary>The rule of a union: a value may not fit several alternatives, unless the document means it.</summary>
    /// <param name="pointer">Where its schema stands.</param>
    /// <param name="isAnyChecked">Whether it has to be seen that a value fits any alternative, too.</param>
    public EquatableArray<RuleModel> OfUnion(string pointer, bool isAnyChecked)
    {
        var place = nodes.Place(pointer);
        return nodes.At(place) is JsonObject schema && (isAnyChecked || _overlap.IsFault(schema)) && Rule(place, schema, ["oneOf", "anyOf"], []) is { } rule
            ? new[] { rule }.ToEquatableArray()
            : default;
    }

    /// <summary>The rules of a type of its own: those of its schema, of what that refers to, and of what it is composed of.</summary>
    public EquatableArray<RuleModel> OfType(string pointer, TypeRef type)
    {
        var place = nodes.Place(pointer);
        var held = type is NamedType { Kind: NamedKind.Record } ? _evaluated.Held(nodes.At(place)) : null;
        var whole = new Whole(type, nodes.ReadOnly(nodes.At(place)).ToList(), held);
        return Find(place, whole, 0).GroupBy(rule => rule.Place).Select(rules => rules.First()).ToEquatableArray();
    }

    /// <summary>The rules of a value. A record checks itself, but for what is said beside the reference to it.</summary>
    public EquatableArray<RuleModel> OfValue(string pointer, TypeRef type)
    {
        if (type is not NamedType { Kind: NamedKind.Record })
        {
            return OfType(pointer, type);
        }

        var place = nodes.Place(pointer);
        return nodes.At(place) is JsonObject schema && schema.ContainsKey("$ref") && Rule(place, schema, new Whole(type, [], null)) is { } beside
            ? new[] { beside }.ToEquatableArray()
            : default;
    }

    /// <summary>Where the schema of a list's items or a map's values stands; null where nothing is known of them.</summary>
    public string? Items(string pointer, TypeRef type)
        => Target(nodes.Place(pointer), 0) is { } target && (nodes.At(target) as JsonObject)?["prefixItems"] is null
            ? target + (type is ListType ? "/items" : "/additionalProperties")
            : null;

    private IEnumerable<RuleModel> Find(string pointer, Whole whole, int depth)
    {
        if (nodes.At(pointer) is not JsonObject schema || depth > MaxDepth)
        {
            yield break;
        }

        if (Rule(pointer, schema, whole) is { } own)
        {
            yield return own;
        }

        // Of a value of any kind all is in the rule already.
        foreach (var rule in IsOfAnyKind(whole.Type) ? [] : Parts(pointer, schema).SelectMany(part => Find(part, whole, depth + 1)))
        {
            yield return rule;
        }
    }

    /// <summary>The other schemas that a value's type is made of.</summary>
    private static IEnumerable<string> Parts(string pointer, JsonObject schema)
        => [
            .. SchemaNodes.Target(schema) is { } target ? [target] : (string[])[],
            .. Enumerable.Range(0, (schema["allOf"] as JsonArray)?.Count ?? 0).Select(i => Part(pointer, "allOf", i)),
            .. Only(pointer, schema, "anyOf"),
            .. Only(pointer, schema, "oneOf"),
        ];

    /// <summary><c>anyOf: [T, null]</c> is another way to write a T.</summary>
    private static IEnumerable<string> Only(string pointer, JsonObject schema, string keyword)
    {
        var alternatives = (schema[keyword] as JsonArray ?? [])
            .Select((alternative, i) => (alternative, i))
            .Where(pair => (pair.alternative as JsonObject)?["type"]?.ToString() != "null")
            .ToList();
        return alternatives.Count == 1 && !IsBesideType(schema) ? [Part(pointer, keyword, alternatives[0].i)] : [];
    }

    private static string Part(string pointer, string keyword, int i) => $"{pointer}/{keyword}/{i.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The rule of a schema, if there is one. What the members are that a record hasn't evaluated is known by all of the schema.</summary>
    private RuleModel? Rule(string pointer, JsonObject schema, Whole whole)
    {
        var isWhole = whole.Type is NamedType { Kind: NamedKind.Record } && Forbids(schema["unevaluatedProperties"]) && _evaluated.MayLack(schema, whole.Held);
        var names = schema.Select(keyword => keyword.Key).Where(name => isWhole ? SchemaKeywords.IsKnown(name) : IsLeft(schema, name, whole.Type));
        return Rule(pointer, schema, names, whole.ReadOnly);
    }

    private RuleModel? Rule(string pointer, JsonObject schema, IEnumerable<string> names, IReadOnlyCollection<string> readOnly)
    {
        var parts = new RuleParts(nodes);
        var kept = parts.Keep(schema, names.ToList(), readOnly);
        return kept.All(keyword => keyword.Key is "nullable" or "then" or "else" or "minContains" or "maxContains" or SchemaMarks.Secret) ? null
            : new RuleModel(LimitPlace.ToFragment(nodes.Written(pointer)), kept.ToJsonString(), parts.Definitions);
    }

    private string? Target(string pointer, int depth)
        => nodes.At(pointer) is not JsonObject schema || depth > MaxDepth ? null
            : !schema.ContainsKey("$ref") ? pointer
            : SchemaNodes.Target(schema) is { } target ? Target(target, depth + 1)
            : null;

    private static bool IsOfAnyKind(TypeRef type) => type is ScalarType { Kind: Scalar.Element };

    /// <summary>Whether a keyword is left over by the checks of a type.</summary>
    private static bool IsLeft(JsonObject schema, string name, TypeRef type) => IsOfAnyKind(type) || IsNeverChecked(name) || type switch
    {
        NamedType { Kind: NamedKind.Record } => IsOfObjects(name) || (name is "anyOf" or "oneOf" && schema[name] is JsonArray parts && parts.All(IsLimit)),
        NamedType { Kind: NamedKind.Union } => false,
        ListType => IsOfLists(name) || (name == "items" && (schema.ContainsKey("prefixItems") || Forbids(schema[name]))) || IsAlternative(schema, name),
        MapType => IsOfMaps(name) || (name is "additionalProperties" && schema.ContainsKey("patternProperties")) || IsAlternative(schema, name),
        ScalarType { Kind: Scalar.DateTimeOffset or Scalar.DateOnly or Scalar.Guid or Scalar.Bytes } => IsOfTexts(name) || IsAlternative(schema, name),
        ScalarType { Kind: Scalar.BigInteger } => IsOfNumbers(name) || IsAlternative(schema, name),
        _ => IsAlternative(schema, name),
    };

    /// <summary>Whether a schema of members or items allows none.</summary>
    private static bool Forbids(JsonNode? schema) => schema?.ToJsonString() is "false" or "{\"not\":{}}";

    /// <summary>Whatever the type, these have no check of their own.</summary>
    private static bool IsNeverChecked(string name) => name is "not" or "if" or "then" or "else" or "nullable";

    private static bool IsOfTexts(string name) => name is "minLength" or "maxLength" or "pattern";

    private static bool IsOfNumbers(string name)
        => name is "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" or "enum" or "const";

    private static bool IsOfObjects(string name) => name is "propertyNames" or "patternProperties" or "dependentSchemas";

    private static bool IsOfMaps(string name) => IsOfObjects(name) || name is "required" or "dependentRequired" or "enum" or "const" or "unevaluatedProperties";

    private static bool IsOfLists(string name)
        => name is "contains" or "minContains" or "maxContains" or "prefixItems" or "unevaluatedItems" or "enum" or "const";

    /// <summary>Beside a type, alternatives are limits; alone, they are types.</summary>
    private static bool IsAlternative(JsonObject schema, string name) => name is "anyOf" or "oneOf" && IsBesideType(schema);

    private static bool IsBesideType(JsonObject schema) => schema.ContainsKey("type") || schema.ContainsKey("items");

    /// <summary>An alternative that only limits what stands beside it, and has no members of its own.</summary>
    private static bool IsLimit(JsonNode? part)
        => part is JsonObject schema && !schema.Any(keyword => keyword.Key is "$ref" or "properties" or "allOf" or "anyOf" or "oneOf");

    /// <summary>What rules are of.</summary>
    /// <param name="Type">The type of the value.</param>
    /// <param name="ReadOnly">Its members that only answers have.</param>
    /// <param name="Held">The members that a record can have; null for any.</param>
    private sealed record Whole(TypeRef Type, IReadOnlyCollection<string> ReadOnly, HashSet<string>? Held);
}
