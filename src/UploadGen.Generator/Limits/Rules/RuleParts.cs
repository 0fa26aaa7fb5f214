using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Core;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Limits.Patterns;
using UploadGen.Generator.Model;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits.Rules;

/// <summary>
/// The parts of schemas that a rule is made of. A keyword that can't be kept whole (a pattern without a counterpart, a reference to elsewhere) isn't kept.
/// Of a request less is asked than the schema says: members that only answers have needn't be there, and a value may fit several alternatives that overlap
/// by what they are (<see cref="Overlap"/>). Where asking less would refuse more, as under <c>not</c>, the keyword isn't kept either.
/// </summary>
internal sealed class RuleParts(SchemaNodes nodes)
{
    private const int MaxDepth = 50;

    private Dictionary<string, (string Schema, bool IsRelaxed)> _definitions = new(StringComparer.Ordinal);
    private readonly HashSet<JsonObject> _relaxedChoices = [];
    private readonly Overlap _overlap = new(nodes);
    private bool _isRelaxed;

    /// <summary>The schemas that the kept ones refer to.</summary>
    public EquatableArray<RuleDefinition> Definitions
        => _definitions.Select(definition => new RuleDefinition(definition.Key, definition.Value.Schema)).ToEquatableArray();

    /// <summary>Some keywords of a schema, so far as they can be kept.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="names">The keywords.</param>
    /// <param name="readOnly">Members of the value that only answers have.</param>
    public JsonObject Keep(JsonObject schema, IEnumerable<string> names, IReadOnlyCollection<string> readOnly)
    {
        var kept = new JsonObject();
        foreach (var name in names.Where(schema.ContainsKey))
        {
            var before = new Dictionary<string, (string, bool)>(_definitions, StringComparer.Ordinal);
            if (Keyword(schema, name, readOnly, 0, out var part))
            {
                kept[name] = part;
            }
            else
            {
                _definitions = before;
            }
        }

        KeepMarks(schema, kept);
        return kept;
    }

    private bool Schema(JsonNode? node, IReadOnlyCollection<string> readOnly, int depth, out JsonNode? kept)
    {
        kept = node is JsonValue ? node.DeepClone() : null;
        if (node is not JsonObject schema || depth > MaxDepth)
        {
            return node is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
        }

        var all = new JsonObject();
        kept = all;
        string[] answered = [.. readOnly, .. nodes.ReadOnly(schema)];
        foreach (var keyword in schema)
        {
            if (Keyword(schema, keyword.Key, answered, depth + 1, out var part))
            {
                all[keyword.Key] = part;
            }
            else if (SchemaKeywords.IsKnown(keyword.Key) || keyword.Key == "$dynamicRef")
            {
                return false;
            }
        }

        KeepMarks(schema, all);
        return true;
    }

    /// <summary>A keyword with what it holds; false for one that says nothing of values, or can't be kept.</summary>
    private bool Keyword(JsonObject schema, string name, IReadOnlyCollection<string> readOnly, int depth, out JsonNode? kept)
    {
        var before = _isRelaxed;
        _isRelaxed = false;
        var isKept = Part(name, schema[name], SchemaKeywords.IsInPlace(name) ? readOnly : [], depth, out kept)
            || Other(name, schema[name], readOnly, depth, out kept);
        var isExact = name is "not" or "if" || (name == "contains" && schema.ContainsKey("maxContains"));
        isKept &= !(isExact && _isRelaxed);
        if (name == "oneOf" && _isRelaxed)
        {
            _relaxedChoices.Add(schema);
        }

        _isRelaxed |= before;
        return isKept;
    }

    /// <summary>A keyword that holds schemas.</summary>
    private bool Part(string name, JsonNode? value, IReadOnlyCollection<string> readOnly, int depth, out JsonNode? kept)
    {
        kept = null;
        switch (value)
        {
            case JsonObject parts when SchemaKeywords.HoldsMap(name):
                var map = new JsonObject();
                kept = map;
                return parts.All(part => (name != "patternProperties" || EcmaPattern.Translate(part.Key, out _) is not null)
                    && Schema(part.Value, readOnly, depth, out var one)
                    && Put(map, part.Key, one));
            case JsonArray parts when SchemaKeywords.HoldsList(name):
                var list = new JsonArray();
                kept = list;
                return parts.All(part => Schema(part, readOnly, depth, out var one) && Put(list, one));
            case not null when SchemaKeywords.HoldsSchema(name):
                return Schema(value, readOnly, depth, out kept);
            default:
                return false;
        }
    }

    private bool Other(string name, JsonNode? value, IReadOnlyCollection<string> readOnly, int depth, out JsonNode? kept)
    {
        kept = SchemaKeywords.IsPlain(name) ? value?.DeepClone() : null;
        switch (name)
        {
            case "pattern":
                return EcmaPattern.Translate(value?.ToString() ?? "", out _) is not null;
            case "$ref":
                var reference = value?.ToString() ?? "";
                var written = Written(reference);
                kept = written;
                return Refer(reference, written, depth);
            case "required":
                kept = Sent(value, readOnly);
                return true;
            case "dependentRequired" when value is JsonObject dependencies:
                kept = new JsonObject(dependencies.Select(dependency => new KeyValuePair<string, JsonNode?>(dependency.Key, Sent(dependency.Value, readOnly))));
                return true;
            default:
                return SchemaKeywords.IsPlain(name);
        }
    }

    /// <summary>The names of members that requests have.</summary>
    private JsonArray Sent(JsonNode? names, IReadOnlyCollection<string> readOnly)
    {
        var all = names as JsonArray ?? [];
        var sent = all.Where(name => name is not null && !readOnly.Contains(name.ToString())).ToList();
        _isRelaxed |= sent.Count < all.Count;
        return new JsonArray([.. sent.Select(name => name!.DeepClone())]);
    }

    /// <summary>A violation tells its place by the references on the way.</summary>
    private string Written(string reference)
        => reference.Length > 1 && nodes.Written(reference.Substring(1)) is var pointer && pointer != reference.Substring(1)
            ? LimitPlace.ToFragment(pointer)
            : reference;

    private bool Refer(string reference, string written, int depth)
    {
        if (_definitions.TryGetValue(written, out var known))
        {
            _isRelaxed |= known.IsRelaxed;
            return true;
        }

        if (!reference.StartsWith("#/", StringComparison.Ordinal) || nodes.At(Uri.UnescapeDataString(reference.Substring(1))) is not { } target)
        {
            return false;
        }

        // Known before it is read: it may refer to itself.
        _definitions[written] = ("true", false);
        if (!Schema(target, [], depth, out var kept))
        {
            return false;
        }

        _definitions[written] = (kept!.ToJsonString(), _isRelaxed);
        return true;
    }

    /// <summary>What the evaluation must know besides: patterns that .NET spells otherwise, secrets, and alternatives that may overlap.</summary>
    private void KeepMarks(JsonObject schema, JsonObject kept)
    {
        var expressions = (kept["patternProperties"] as JsonObject ?? [])
            .Select(pattern => pattern.Key)
            .Concat(kept["pattern"] is { } own ? [own.ToString()] : [])
            .Select(pattern => (Pattern: pattern, Expression: EcmaPattern.Translate(pattern, out _)!))
            .Where(pair => pair.Pattern != pair.Expression)
            .ToList();
        if (expressions.Count > 0)
        {
            kept[SchemaMarks.Expressions] = new JsonObject(expressions.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Pattern, pair.Expression)));
        }

        if (schema["writeOnly"]?.ToJsonString() == "true" || schema["format"]?.ToString() == "password")
        {
            kept[SchemaMarks.Secret] = true;
        }

        if (kept.ContainsKey("oneOf") && (_relaxedChoices.Contains(schema) || _overlap.IsMeant(schema)))
        {
            kept[SchemaMarks.Overlap] = _isRelaxed = true;
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
