using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Keeps what a link says (OpenAPI 3.1.1, section 4.8.20) as it is written: Microsoft.OpenApi drops expressions it can't read, and a
/// <c>requestBody</c> that is an object of them.
/// </summary>
internal static class LinkRepair
{
    /// <summary>The extension under which a link's parameters and body are kept.</summary>
    public const string Extension = "x-link";

    private static readonly string[] Kept = ["parameters", "requestBody"];

    public static void Mend(JsonObject root)
    {
        var components = root["components"] as JsonObject;
        var operations = Objects(root["paths"]).SelectMany(path => Objects(path));
        foreach (var holder in operations.SelectMany(operation => Objects(operation["responses"])).Concat(Objects(components?["responses"])).Append(components))
        {
            foreach (var link in Objects(holder?["links"]))
            {
                Keep(link);
            }
        }
    }

    private static void Keep(JsonObject link)
    {
        var kept = new JsonObject();
        foreach (var name in Kept.Where(link.ContainsKey).ToList())
        {
            var value = link[name];
            link.Remove(name);
            kept[name] = value;
        }

        if (kept.Count > 0)
        {
            link[Extension] = kept;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? parent) => (parent as JsonObject ?? []).Select(member => member.Value).OfType<JsonObject>();
}
