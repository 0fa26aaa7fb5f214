using System.Text.Json.Nodes;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>Answers of Swagger 2.0: one without a schema has no content, whatever the operation produces, and <c>type: file</c> is octets.</summary>
internal static class SwaggerAnswers
{
    /// <summary>Marks an answer that has no content.</summary>
    public const string EmptyExtension = "x-no-content";

    /// <param name="responses">Answers by their status or name.</param>
    public static void Mend(JsonNode? responses)
    {
        var all = (responses as JsonObject ?? []).Select(member => member.Value).OfType<JsonObject>();
        foreach (var response in all.Where(response => !response.ContainsKey("$ref")))
        {
            if (response["schema"] is not JsonObject schema)
            {
                response[EmptyExtension] = true;
            }
            else if (schema["type"] is JsonValue type && type.TryGetValue<string>(out var text) && text == "file")
            {
                response["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" };
            }
        }
    }
}
