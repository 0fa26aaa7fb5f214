using System.Text.Json.Nodes;
using UploadGen.Generator.Schemas;

namespace UploadGen.Generator.Limits.Rules;

/// <summary>Tells which members a schema of an object evaluates: what <c>unevaluatedProperties</c> leaves alone, and what a record has a place for.</summary>
internal sealed class EvaluatedMembers(SchemaNodes nodes)
{
    /// <summary>Whoever nests deeper is in a circle.</summary>
    private const int MaxDepth = 20;

    private static readonly string[] Always = ["allOf"];
    private static readonly string[] Sometimes = ["allOf", "anyOf", "oneOf", "dependentSchemas", "then", "else"];

    /// <summary>The members that a record made of a schema has; null where it has any.</summary>
    public HashSet<string>? Held(JsonNode? schema) => Members(schema, Sometimes);

    /// <summary>Whether an object may have members that <c>unevaluatedProperties</c> of its schema is about.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="held">The members that the object can have; null for any.</param>
    public bool MayLack(JsonObject schema, HashSet<string>? held)
        => Members(Without(schema), Always) is { } evaluated && (held is null || !held.IsSubsetOf(evaluated));

    private HashSet<string>? Members(JsonNode? schema, string[] applicators)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return Add(schema, applicators, names, 0) ? names : null;
    }

    /// <summary>Adds the members that a schema names; false where it takes all others, too.</summary>
    private bool Add(JsonNode? node, string[] applicators, HashSet<string> names, int depth)
    {
        if (node is not JsonObject schema || depth > MaxDepth)
        {
            return true;
        }

        names.UnionWith((schema["properties"] as JsonObject ?? []).Select(member => member.Key));
        var isClosed = !TakesAll(schema["additionalProperties"]) && !TakesAll(schema["unevaluatedProperties"]) && schema["patternProperties"] is null;
        return applicators.SelectMany(keyword => Parts(keyword, schema[keyword]))
            .Append(SchemaNodes.Target(schema) is { } target ? nodes.At(target) : null)
            .Aggregate(isClosed, (all, part) => Add(part, applicators, names, depth + 1) && all);
    }

    private static IEnumerable<JsonNode?> Parts(string keyword, JsonNode? value) => value switch
    {
        JsonArray list => list,
        JsonObject map when keyword == "dependentSchemas" => map.Select(part => part.Value),
        _ => [value],
    };

    private static bool TakesAll(JsonNode? members) => members is JsonObject || members?.ToJsonString() == "true";

    private static JsonObject Without(JsonObject schema)
    {
        var others = (JsonObject)schema.DeepClone();
        others.Remove("unevaluatedProperties");
        return others;
    }
}
