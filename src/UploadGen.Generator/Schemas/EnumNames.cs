using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Reads what a document calls the values of an enum, and says of them: <c>x-enum-varnames</c>, <c>x-enumNames</c> and <c>x-ms-enum</c>, as the generators of
/// documents write it, in the order of the values.
/// </summary>
internal static class EnumNames
{
    private static readonly string[] NameLists = ["x-enum-varnames", "x-enumNames", "x-enum-names"];
    private static readonly string[] DescriptionLists = ["x-enum-descriptions", "x-enumDescriptions"];

    /// <summary>The names and descriptions of values that have some, by the values.</summary>
    public static IReadOnlyDictionary<string, (string? Name, string? Description)> Read(IOpenApiSchema schema)
    {
        var names = NameLists.Select(list => Texts(schema, list)).FirstOrDefault(list => list is not null);
        var descriptions = DescriptionLists.Select(list => Texts(schema, list)).FirstOrDefault(list => list is not null);
        var said = Said(schema);
        var read = new Dictionary<string, (string?, string?)>(StringComparer.Ordinal);
        var values = schema.Enum ?? [];
        for (var i = 0; i < values.Count; i++)
        {
            if (Text(values[i]) is { } value && !read.ContainsKey(value))
            {
                said.TryGetValue(value, out var own);
                read.Add(value, (names?[i] ?? own.Name, descriptions?[i] ?? own.Description));
            }
        }

        return read;
    }

    /// <summary>The texts of an extension that has one for each value; null for any other.</summary>
    private static List<string?>? Texts(IOpenApiSchema schema, string extension)
        => Node(schema, extension) is JsonArray items && items.Count == schema.Enum?.Count ? items.Select(Text).ToList() : null;

    /// <summary>Microsoft's <c>x-ms-enum</c>, which names each value beside it.</summary>
    private static Dictionary<string, (string? Name, string? Description)> Said(IOpenApiSchema schema)
    {
        var said = new Dictionary<string, (string?, string?)>(StringComparer.Ordinal);
        var values = (Node(schema, "x-ms-enum") as JsonObject)?["values"] as JsonArray ?? [];
        foreach (var value in values.OfType<JsonObject>())
        {
            if (Text(value["value"]) is { } text)
            {
                said[text] = (Text(value["name"]), Text(value["description"]));
            }
        }

        return said;
    }

    private static JsonNode? Node(IOpenApiSchema schema, string extension)
        => schema.Extensions is { } extensions && extensions.TryGetValue(extension, out var said) && said is JsonNodeExtension { Node: var node } ? node : null;

    private static string? Text(JsonNode? node)
        => !node.IsNull() && node!.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is { Length: > 0 } text ? text : null;
}
