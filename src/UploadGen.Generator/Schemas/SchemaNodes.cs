using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;

namespace UploadGen.Generator.Schemas;

/// <summary>Schemas as the document's JSON has them, with the keywords that Microsoft.OpenApi has no place for.</summary>
internal sealed class SchemaNodes(JsonObject root, WrittenPlaces written, bool isSwagger)
{
    /// <summary>Whoever refers or nests deeper is in a circle.</summary>
    private const int MaxDepth = 20;

    /// <summary>Where a schema stands in the JSON.</summary>
    public string Place(string pointer) => isSwagger ? SwaggerPointer.From(pointer) : pointer;

    /// <summary>Where a schema stands in the document as it is written.</summary>
    public string Written(string pointer) => written.Of(pointer);

    public JsonNode? At(string pointer) => DocumentPointer.Find(root, pointer);

    /// <summary>The pointer that a schema's reference is, if it is to a place in this document.</summary>
    public static string? Target(JsonObject schema)
        => schema["$ref"] is JsonValue value && value.ToString() is var text && text.StartsWith("#/", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(text.Substring(1))
            : null;

    /// <summary>The members that only answers have, by all that is said of the same object.</summary>
    public IEnumerable<string> ReadOnly(JsonNode? node)
        => Whole(node, 0)
            .SelectMany(schema => schema["properties"] as JsonObject ?? [])
            .Where(member => Whole(member.Value, 0).Any(schema => IsTrue(schema["readOnly"])))
            .Select(member => member.Key);

    /// <summary>Whether a schema is a kind of object, rather than a limit of one.</summary>
    public bool IsObject(JsonNode? node)
        => Whole(node, 0).Any(schema => schema.ContainsKey("properties") || (schema["type"] is JsonValue type && type.ToString() == "object"));

    /// <summary>A schema, what it refers to, and the parts of its <c>allOf</c>.</summary>
    public IEnumerable<JsonObject> Whole(JsonNode? node) => Whole(node, 0);

    private IEnumerable<JsonObject> Whole(JsonNode? node, int depth)
    {
        if (node is not JsonObject schema || depth > MaxDepth)
        {
            return [];
        }

        var parts = schema["allOf"] as JsonArray ?? [];
        return parts.Append(Target(schema) is { } target ? At(target) : null).SelectMany(part => Whole(part, depth + 1)).Prepend(schema);
    }

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.True;
}
