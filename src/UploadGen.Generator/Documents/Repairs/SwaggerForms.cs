using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace UploadGen.Generator.Documents.Repairs;

/// <summary>
/// Forms of Swagger 2.0, whose fields are parameters: with a file among them they are multipart, whatever the operation says that it consumes; lists of files are
/// files; and a list is joined as its <c>collectionFormat</c> says.
/// </summary>
internal static class SwaggerForms
{
    private const string Multipart = "multipart/form-data";
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>How the reader's document tells of a field's <c>collectionFormat</c>.</summary>
    private const string FormatExtension = "x-collection-format";

    /// <summary>Makes of an operation's form what the reader understands.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="consumed">The media types that all operations consume which don't say otherwise.</param>
    public static void Mend(JsonObject operation, JsonArray? consumed)
    {
        var fields = (operation["parameters"] as JsonArray ?? []).OfType<JsonObject>().Where(parameter => Text(parameter["in"]) == "formData").ToList();
        if (fields.Count == 0)
        {
            return;
        }

        var said = (operation["consumes"] as JsonArray ?? consumed ?? []).Select(Text).OfType<string>().ToList();
        var multipart = said.Find(type => type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));
        var hasFile = fields.Exists(field => Text(field["type"]) == "file" || IsListOfFiles(field));
        var type = hasFile || (multipart is not null && !said.Contains(UrlEncoded)) ? multipart ?? Multipart : UrlEncoded;
        operation["consumes"] = new JsonArray(type);
        foreach (var field in fields.Where(field => Text(field["type"]) == "array"))
        {
            if (IsListOfFiles(field))
            {
                field["items"] = new JsonObject { ["type"] = "string", ["format"] = "binary" };
            }
            else if (Text(field["collectionFormat"]) is not "multi" and var format)
            {
                field[FormatExtension] = format ?? "csv";
                field.Remove("collectionFormat");
            }
        }
    }

    /// <summary>Tells of the forms that were read what the reader doesn't: a required field wants a body, and how lists are joined.</summary>
    public static void Complete(OpenApiDocument document)
    {
        var operations = document.Paths?.Values.SelectMany(path => path?.Operations?.Values.AsEnumerable() ?? []) ?? [];
        foreach (var body in operations.Select(operation => operation?.RequestBody).OfType<OpenApiRequestBody>())
        {
            foreach (var media in (body.Content ?? new Dictionary<string, IOpenApiMediaType>()).Where(entry => IsForm(entry.Key)).Select(entry => entry.Value))
            {
                body.Required |= media.Schema?.Required?.Count > 0;
                Join(media);
            }
        }
    }

    private static void Join(IOpenApiMediaType media)
    {
        foreach (var field in media.Schema?.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (media is OpenApiMediaType own
                && field.Value.Extensions is { } extensions
                && extensions.TryGetValue(FormatExtension, out var said)
                && said is JsonNodeExtension { Node: var format })
            {
                own.Encoding ??= new Dictionary<string, OpenApiEncoding>();
                own.Encoding[field.Key] = Encoding(Text(format));
            }
        }
    }

    private static OpenApiEncoding Encoding(string? format) => new()
    {
        Style = format switch
        {
            "ssv" => ParameterStyle.SpaceDelimited,
            "pipes" => ParameterStyle.PipeDelimited,
            _ => ParameterStyle.Form,
        },
        Explode = false,
        Extensions = format == "tsv" ? new Dictionary<string, IOpenApiExtension> { [SwaggerRepair.TabExtension] = new JsonNodeExtension(true) } : null,
    };

    private static bool IsForm(string mediaType)
        => mediaType == UrlEncoded || mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    private static bool IsListOfFiles(JsonObject field) => Text((field["items"] as JsonObject)?["type"]) == "file";

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
