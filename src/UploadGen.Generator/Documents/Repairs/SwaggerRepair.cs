using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>Keeps what Microsoft.OpenApi loses of Swagger 2.0: a list's items are joined by commas unless its <c>collectionFormat</c> says otherwise.</summary>
internal static class SwaggerRepair
{
    /// <summary>Marks a parameter whose items are joined by commas.</summary>
    public const string CommaExtension = "x-comma-separated";

    public static void Mend(JsonObject root)
    {
        if (!root.ContainsKey("swagger"))
        {
            return;
        }

        var paths = (root["paths"] as JsonObject ?? []).Select(path => path.Value).OfType<JsonObject>().ToList();
        var operations = paths.SelectMany(path => path.Select(operation => operation.Value)).OfType<JsonObject>();
        var lists = paths.Concat(operations).SelectMany(owner => owner["parameters"] as JsonArray ?? []);
        var shared = (root["parameters"] as JsonObject ?? []).Select(parameter => parameter.Value);
        foreach (var parameter in lists.Concat(shared).OfType<JsonObject>().Where(parameter => Text(parameter["type"]) == "array"))
        {
            if (Text(parameter["collectionFormat"]) is null or "csv")
            {
                parameter[CommaExtension] = true;
            }
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
