using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Binding.Patterns;
using UploadGen.Generator.Model;
using UploadGen.Generator.Reading;

namespace UploadGen.Generator.Binding;

/// <summary>
/// What is left of a schema when its type and the single checks are taken out: all of it for a value of any kind, and of others the keywords that
/// have no check of their own. A keyword that can't be kept whole (a pattern without a counterpart, a reference to elsewhere) is left out.
/// </summary>
internal sealed class SchemaRules(JsonObject root)
{
    private const int MaxDepth = 50;

    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal) { "properties", "patternProperties", "dependentSchemas" };

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "allOf", "anyOf", "oneOf", "prefixItems" };

    private static readonly HashSet<string> Schemas = new(StringComparer.Ordinal)
    {
        "items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else", "unevaluatedItems", "unevaluatedProperties",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "$ref", "type", "nullable", "const", "enum", "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems", "minContains", "maxContains", "minProperties", "maxProperties", "required", "dependentRequired",
    };

    /// <summary>The rule for a value of a type, or nothing where all is checked otherwise.</summary>
    public RuleModel? Of(string pointer, TypeRef type, int depth = 0)
    {
        if (At(pointer) is not JsonObject schema)
        {
            return null;
        }

        if (Leftover(schema, type.AsNonNullable()) is not { } isLeft)
        {
            return schema["$ref"]?.ToString() is { } reference && reference.StartsWith("#/", StringComparison.Ordinal) && depth < MaxDepth
                ? Of(Uri.UnescapeDataString(reference.Substring(1)), type, depth + 1)
                : null;
        }

        var definitions = new Dictionary<string, string>(StringComparer.Ordinal);
        var kept = new JsonObject();
        foreach (var keyword in schema.Where(keyword => isLeft(keyword.Key)))
        {
            var own = new Dictionary<string, string>(definitions, StringComparer.Ordinal);
            if (Keyword(schema, keyword.Key, keyword.Value, own, 0, out var part))
            {
                definitions = own;
                kept[keyword.Key] = part;
            }
        }

        KeepExpressions(kept);
        return kept.All(keyword => keyword.Key is "nullable" or "then" or "else" or "minContains" or "maxContains") ? null
            : new RuleModel(pointer, kept.ToJsonString(), definitions.Select(definition => new RuleDefinition(definition.Key, definition.Value)).ToEquatableArray());
    }

    /// <summary>The rules of a value, and those of its items or map values beside their limits.</summary>
    public LimitsModel AddTo(LimitsModel limits, string pointer, TypeRef type, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            return limits;
        }

        var inner = type.AsNonNullable() switch { ListType list => list.Item, MapType map => map.Value, _ => null };
        var target = Target(pointer, 0);
        var items = limits.Items;
        if (inner is not null && target is not null && (At(target) as JsonObject)?["prefixItems"] is null)
        {
            items = AddTo(items ?? LimitsModel.None, target + (type.AsNonNullable() is ListType ? "/items" : "/additionalProperties"), inner, depth + 1);
        }

        return limits with { Items = items is null || items == LimitsModel.None ? null : items, Rule = Of(pointer, type) };
    }

    private string? Target(string pointer, int depth)
        => At(pointer) is not JsonObject schema || depth > MaxDepth ? null
            : schema["$ref"]?.ToString() is not { } reference ? pointer
            : reference.StartsWith("#/", StringComparison.Ordinal) ? Target(Uri.UnescapeDataString(reference.Substring(1)), depth + 1)
            : null;

    /// <summary>Which keywords of a schema are left over by the checks of a type; null where the schema is another's name.</summary>
    private static Func<string, bool>? Leftover(JsonObject schema, TypeRef type) => type switch
    {
        ScalarType { Kind: Scalar.Element } => _ => true,
        _ when schema.ContainsKey("$ref") => null,
        NamedType { Kind: NamedKind.Record } => name => IsOfAny(name) || IsOfObjects(name) || (name is "anyOf" or "oneOf" && schema[name] is JsonArray parts && parts.All(IsLimit)),
        NamedType => name => IsOfAny(name),
        ListType => name => IsOfAny(name) || name is "contains" or "minContains" or "maxContains" or "prefixItems" or "unevaluatedItems" or "enum" or "const"
            || (name == "items" && schema.ContainsKey("prefixItems")) || IsAlternative(schema, name),
        MapType => name => IsOfAny(name) || IsOfObjects(name) || name is "required" or "dependentRequired" or "enum" or "const" or "unevaluatedProperties"
            || (name is "additionalProperties" && schema.ContainsKey("patternProperties")) || IsAlternative(schema, name),
        _ => name => IsOfAny(name) || IsAlternative(schema, name) || (name is "minLength" or "maxLength" or "pattern" && type is ScalarType { Kind: Scalar.DateTimeOffset or Scalar.DateOnly or Scalar.Guid or Scalar.Bytes }),
    };

    private static bool IsOfAny(string name) => name is "not" or "if" or "then" or "else" or "nullable";

    private static bool IsOfObjects(string name) => name is "propertyNames" or "patternProperties" or "dependentSchemas";

    /// <summary>Beside a type, alternatives are limits; alone, they are types.</summary>
    private static bool IsAlternative(JsonObject schema, string name) => name is "anyOf" or "oneOf" && (schema.ContainsKey("type") || schema.ContainsKey("items"));

    /// <summary>An alternative that only limits what stands beside it, and has no members of its own.</summary>
    private static bool IsLimit(JsonNode? part) => part is JsonObject schema && !schema.ContainsKey("$ref") && !schema.ContainsKey("properties") && !schema.ContainsKey("allOf") && !schema.ContainsKey("anyOf") && !schema.ContainsKey("oneOf");

    private JsonNode? At(string pointer)
        => pointer.Split('/').Skip(1).Select(Pointer.Unescape).Aggregate((JsonNode?)root, (node, name) => node switch
        {
            JsonObject members => members[name],
            JsonArray items when int.TryParse(name, out var i) && i >= 0 && i < items.Count => items[i],
            _ => null,
        });

    /// <summary>A keyword with what it holds; false for one that says nothing of values, or can't be kept whole.</summary>
    private bool Keyword(JsonObject schema, string name, JsonNode? value, Dictionary<string, string> definitions, int depth, out JsonNode? kept)
    {
        kept = null;
        switch (value)
        {
            case JsonObject parts when Maps.Contains(name):
                var map = new JsonObject();
                kept = map;
                return parts.All(part => (name != "patternProperties" || EcmaPattern.Translate(part.Key, out _) is not null) && Schema(part.Value, definitions, depth, out var one) && Put(map, part.Key, one));
            case JsonArray parts when Lists.Contains(name):
                var list = new JsonArray();
                kept = list;
                return parts.All(part => Schema(part, definitions, depth, out var one) && Put(list, one));
            case not null when Schemas.Contains(name):
                return Schema(value, definitions, depth, out kept);
            default:
                kept = Others.Contains(name) ? value?.DeepClone() : null;
                return Others.Contains(name) && IsKnown(schema, name, value, definitions, depth);
        }
    }

    private bool IsKnown(JsonObject schema, string name, JsonNode? value, Dictionary<string, string> definitions, int depth) => name switch
    {
        "pattern" => EcmaPattern.Translate(value?.ToString() ?? "", out _) is not null,
        "$ref" => Refer(value?.ToString() ?? "", definitions, depth),
        _ => schema.Count > 0,
    };

    private bool Refer(string reference, Dictionary<string, string> definitions, int depth)
    {
        if (definitions.ContainsKey(reference))
        {
            return true;
        }

        if (!reference.StartsWith("#/", StringComparison.Ordinal) || At(Uri.UnescapeDataString(reference.Substring(1))) is not { } target)
        {
            return false;
        }

        // Known before it is read: it may refer to itself.
        definitions[reference] = "true";
        if (!Schema(target, definitions, depth, out var kept))
        {
            return false;
        }

        definitions[reference] = kept!.ToJsonString();
        return true;
    }

    private bool Schema(JsonNode? node, Dictionary<string, string> definitions, int depth, out JsonNode? kept)
    {
        kept = node is JsonValue ? node.DeepClone() : null;
        if (node is not JsonObject schema || depth > MaxDepth)
        {
            return node is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
        }

        var all = new JsonObject();
        kept = all;
        foreach (var keyword in schema)
        {
            if (Keyword(schema, keyword.Key, keyword.Value, definitions, depth + 1, out var part))
            {
                all[keyword.Key] = part;
            }
            else if (Maps.Contains(keyword.Key) || Lists.Contains(keyword.Key) || Schemas.Contains(keyword.Key) || Others.Contains(keyword.Key) || keyword.Key == "$dynamicRef")
            {
                return false;
            }
        }

        KeepExpressions(all);
        return true;
    }

    /// <summary>Patterns that .NET spells otherwise, beside them.</summary>
    private static void KeepExpressions(JsonObject schema)
    {
        var patterns = (schema["patternProperties"] as JsonObject ?? []).Select(pattern => pattern.Key).Concat(schema["pattern"] is { } own ? [own.ToString()] : []);
        var expressions = patterns.Select(pattern => (Pattern: pattern, Expression: EcmaPattern.Translate(pattern, out _)!)).Where(pair => pair.Pattern != pair.Expression).ToList();
        if (expressions.Count > 0)
        {
            schema["x-expressions"] = new JsonObject(expressions.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Pattern, pair.Expression)));
        }
    }

    private static bool Put(JsonObject map, string name, JsonNode? part)
    {
        map[name] = part;
        return true;
    }

    private static bool Put(JsonArray list, JsonNode? part)
    {
        list.Add(part);
        return true;
    }
}
