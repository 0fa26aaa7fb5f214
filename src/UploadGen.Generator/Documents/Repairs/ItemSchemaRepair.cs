using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Parts;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// <c>itemSchema</c> is OpenAPI 3.2's, but some write it into documents of an earlier version. Microsoft.OpenApi reads it there by the name that it writes
/// itself.
/// </summary>
internal static class ItemSchemaRepair
{
    private const string Keyword = "itemSchema";

    private const string Earlier = "x-oai-itemSchema";

    public static void Mend(JsonObject root)
    {
        if (root["openapi"]?.ToString() is { } version && !version.StartsWith("3.2", StringComparison.Ordinal))
        {
            Mend(root, PartKind.Document);
        }
    }

    private static void Mend(JsonObject parent, PartKind kind)
    {
        if (kind == PartKind.MediaType && parent[Keyword] is { } schema && !parent.ContainsKey(Earlier))
        {
            parent.Remove(Keyword);
            parent[Earlier] = schema;
        }

        foreach (var member in parent.ToList())
        {
            if (DocumentParts.Find(kind, member.Key) is { Kind: not PartKind.Schema } part)
            {
                Mend(member.Value, part);
            }
        }
    }

    private static void Mend(JsonNode? node, DocumentPart part)
    {
        switch (node)
        {
            case JsonObject itself when part.Holding == PartHolding.Itself:
                Mend(itself, part.Kind);
                break;
            case JsonObject members:
                members.Select(member => member.Value).OfType<JsonObject>().ToList().ForEach(one => Mend(one, part.Kind));
                break;
            case JsonArray items:
                items.OfType<JsonObject>().ToList().ForEach(one => Mend(one, part.Kind));
                break;
        }
    }
}
