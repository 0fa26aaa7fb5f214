using System.Text.Json.Nodes;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits;

/// <summary>
/// What is left of a schema when its type and the single checks are taken out: all of it for a value of any kind, and of others the keywords that
/// have no check of their own.
/// </summary>
internal sealed class SchemaRules(SchemaNodes nodes)
{
    /// <summary>Whoever nests deeper is in a circle.</summary>
    private const int MaxDepth = 20;

    /// <summary>The rules for a value of a type: those of its schema, of what that refers to, and of what it is composed of.</summary>
    public EquatableArray<RuleModel> Of(string pointer, TypeRef type)
    {
        var place = nodes.Place(pointer);
        return Of(place, type.AsNonNullable(), nodes.ReadOnly(nodes.At(place)).ToList(), 0).GroupBy(rule => rule.Pointer).Select(rules => rules.First()).ToEquatableArray();
    }

    /// <summary>The rules of a value, and those of its items or map values, beside their limits.</summary>
    public LimitsModel AddTo(LimitsModel limits, string pointer, TypeRef type, int depth = 0)
    {
        // A record checks itself, but for what is said beside the reference to it.
        if (type.AsNonNullable() is NamedType { Kind: NamedKind.Record })
        {
            return nodes.At(nodes.Place(pointer)) is JsonObject schema && schema.ContainsKey("$ref") && Rule(nodes.Place(pointer), schema, type.AsNonNullable(), []) is { } beside
                ? limits with { Rules = new[] { beside }.ToEquatableArray() }
                : limits;
        }

        var inner = type.AsNonNullable() switch { ListType list => list.Item, MapType map => map.Value, _ => null };
        var target = Target(nodes.Place(pointer), 0);
        var items = limits.Items;
        if (inner is not null && target is not null && depth < MaxDepth && (nodes.At(target) as JsonObject)?["prefixItems"] is null)
        {
            items = AddTo(items ?? LimitsModel.None, target + (type.AsNonNullable() is ListType ? "/items" : "/additionalProperties"), inner, depth + 1);
        }

        return limits with { Items = items is null || items == LimitsModel.None ? null : items, Rules = Of(pointer, type) };
    }

    private IEnumerable<RuleModel> Of(string pointer, TypeRef type, IReadOnlyCollection<string> readOnly, int depth)
    {
        if (nodes.At(pointer) is not JsonObject schema || depth > MaxDepth)
        {
            yield break;
        }

        if (Rule(pointer, schema, type, readOnly) is { } own)
        {
            yield return own;
        }

        // Of a value of any kind all is in the rule already.
        foreach (var rule in IsOfAnyKind(type) ? [] : Parts(pointer, schema).SelectMany(part => Of(part, type, readOnly, depth + 1)))
        {
            yield return rule;
        }
    }

    /// <summary>The other schemas that a value's type is made of.</summary>
    private static IEnumerable<string> Parts(string pointer, JsonObject schema)
        => [
            .. SchemaNodes.Target(schema) is { } target ? [target] : (string[])[],
            .. Enumerable.Range(0, (schema["allOf"] as JsonArray)?.Count ?? 0).Select(i => $"{pointer}/allOf/{LimitsModel.Text(i)}"),
            .. Only(pointer, schema, "anyOf"),
            .. Only(pointer, schema, "oneOf"),
        ];

    /// <summary><c>anyOf: [T, null]</c> is another way to write a T.</summary>
    private static IEnumerable<string> Only(string pointer, JsonObject schema, string keyword)
    {
        var alternatives = (schema[keyword] as JsonArray ?? []).Select((alternative, i) => (alternative, i)).Where(pair => (pair.alternative as JsonObject)?["type"]?.ToString() != "null").ToList();
        return alternatives.Count == 1 && !IsBesideType(schema) ? [$"{pointer}/{keyword}/{LimitsModel.Text(alternatives[0].i)}"] : [];
    }

    private RuleModel? Rule(string pointer, JsonObject schema, TypeRef type, IReadOnlyCollection<string> readOnly)
    {
        var parts = new RuleParts(nodes);
        var kept = parts.Keep(schema, schema.Select(keyword => keyword.Key).Where(name => IsLeft(schema, name, type)).ToList(), readOnly);
        return kept.All(keyword => keyword.Key is "nullable" or "then" or "else" or "minContains" or "maxContains" or "x-secret") ? null
            : new RuleModel(pointer, kept.ToJsonString(), parts.Definitions);
    }

    private string? Target(string pointer, int depth)
        => nodes.At(pointer) is not JsonObject schema || depth > MaxDepth ? null
            : !schema.ContainsKey("$ref") ? pointer
            : SchemaNodes.Target(schema) is { } target ? Target(target, depth + 1)
            : null;

    private static bool IsOfAnyKind(TypeRef type) => type is ScalarType { Kind: Scalar.Element };

    /// <summary>Whether a keyword is left over by the checks of a type.</summary>
    private static bool IsLeft(JsonObject schema, string name, TypeRef type) => IsOfAnyKind(type) || name is "not" or "if" or "then" or "else" or "nullable" || type switch
    {
        NamedType { Kind: NamedKind.Record } => IsOfObjects(name) || (name is "anyOf" or "oneOf" && schema[name] is JsonArray parts && parts.All(IsLimit)),
        NamedType { Kind: NamedKind.Union } => false,
        ListType => name is "contains" or "minContains" or "maxContains" or "prefixItems" or "unevaluatedItems" or "enum" or "const"
            || (name == "items" && schema.ContainsKey("prefixItems")) || IsAlternative(schema, name),
        MapType => IsOfObjects(name) || name is "required" or "dependentRequired" or "enum" or "const" or "unevaluatedProperties"
            || (name is "additionalProperties" && schema.ContainsKey("patternProperties")) || IsAlternative(schema, name),
        _ => IsAlternative(schema, name) || (name is "minLength" or "maxLength" or "pattern" && type is ScalarType { Kind: Scalar.DateTimeOffset or Scalar.DateOnly or Scalar.Guid or Scalar.Bytes }),
    };

    private static bool IsOfObjects(string name) => name is "propertyNames" or "patternProperties" or "dependentSchemas";

    /// <summary>Beside a type, alternatives are limits; alone, they are types.</summary>
    private static bool IsAlternative(JsonObject schema, string name) => name is "anyOf" or "oneOf" && IsBesideType(schema);

    private static bool IsBesideType(JsonObject schema) => schema.ContainsKey("type") || schema.ContainsKey("items");

    /// <summary>An alternative that only limits what stands beside it, and has no members of its own.</summary>
    private static bool IsLimit(JsonNode? part) => part is JsonObject schema && !schema.ContainsKey("$ref") && !schema.ContainsKey("properties") && !schema.ContainsKey("allOf") && !schema.ContainsKey("anyOf") && !schema.ContainsKey("oneOf");
}
