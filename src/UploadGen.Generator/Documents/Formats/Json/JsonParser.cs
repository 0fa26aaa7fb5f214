using System.Text.Json;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Formats.Json;

/// <summary>JSON text to nodes that can be changed.</summary>
internal static class JsonParser
{
    /// <param name="hasDuplicates">Whether a name stands twice in an object.</param>
    /// <exception cref="JsonException">The text is no JSON, or nested deeper than allowed.</exception>
    public static JsonNode? Parse(string text, int maxDepth, out bool hasDuplicates)
    {
        // Not disposed of: the nodes keep it for their values, which would otherwise be copied one by one.
        var options = new JsonDocumentOptions { MaxDepth = maxDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var document = JsonDocument.Parse(text, options);
        hasDuplicates = false;
        return Node(document.RootElement, ref hasDuplicates);
    }

    /// <summary>Of members with one name the last counts, as in JavaScript; JsonNode's own parser throws on the second.</summary>
    private static JsonNode? Node(JsonElement element, ref bool hasDuplicates)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in element.EnumerateObject())
                {
                    var count = members.Count;
                    members[member.Name] = Node(member.Value, ref hasDuplicates);
                    hasDuplicates |= members.Count == count;
                }

                return members;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (var item in element.EnumerateArray())
                {
                    items.Add(Node(item, ref hasDuplicates));
                }

                return items;
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element);
        }
    }
}
