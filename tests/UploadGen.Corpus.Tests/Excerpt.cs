using System.Text.Json.Nodes;

namespace UploadGen.Corpus.Tests;

/// <summary>A few paths of a document with all that they reach: small enough to be damaged and compiled hundreds of times.</summary>
internal static class Excerpt
{
    private const string Reference = "#/components/";

    public static JsonObject Of(JsonObject document, Random random, int paths)
    {
        var excerpt = new JsonObject { ["openapi"] = document["openapi"]?.DeepClone(), ["info"] = document["info"]?.DeepClone(), ["paths"] = new JsonObject() };
        var all = (document["paths"] as JsonObject ?? []).ToArray();
        foreach (var path in random.GetItems(all, all.Length == 0 ? 0 : paths).DistinctBy(path => path.Key))
        {
            excerpt["paths"]![path.Key] = path.Value?.DeepClone();
        }

        var open = new Queue<string>(References(excerpt));
        while (open.TryDequeue(out var reference))
        {
            if (Copy(document, excerpt, reference.Split('/')) is { } component)
            {
                foreach (var next in References(component))
                {
                    open.Enqueue(next);
                }
            }
        }

        return excerpt;
    }

    /// <summary>Copies a component into the excerpt, unless it is there already or nowhere.</summary>
    private static JsonNode? Copy(JsonObject document, JsonObject excerpt, string[] pointer)
    {
        if (pointer is not [_, _, var kind, var name, ..] || document["components"]?[kind]?[name]?.DeepClone() is not { } component)
        {
            return null;
        }

        var components = excerpt["components"] ??= new JsonObject();
        var ofKind = (JsonObject)(components[kind] ??= new JsonObject());
        return ofKind.TryAdd(name, component) ? component : null;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            member is { Key: "$ref", Value: JsonValue value }
                && value.TryGetValue<string>(out var reference)
                && reference.StartsWith(Reference, StringComparison.Ordinal)
                ? [reference]
                : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
