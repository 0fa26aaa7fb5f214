using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Schemas;

/// <summary>
/// Reads what a document calls the values of an enum, and says of them: <c>x-enum-varnames</c>, <c>x-enumNames</c> and <c>x-ms-enum</c>, as the generators of
/// documents write it.
/// </summary>
internal static class EnumNames
{
    private const string Microsoft = "x-ms-enum";

    private static readonly string[] NameLists = ["x-enum-varnames", "x-enumNames", "x-enum-names"];
    private static readonly string[] DescriptionLists = ["x-enum-descriptions", "x-enumDescriptions"];

    /// <summary>Whether any of the values has a name.</summary>
    public static bool HasNames(IOpenApiSchema schema) => Integers(schema).Any() && Read(schema).Values.Any(said => said.Name is not null);

    /// <summary>The values that are integers, as digits; none where other values are among them.</summary>
    public static IEnumerable<string> Integers(IOpenApiSchema schema)
    {
        var values = (schema.Enum ?? []).Where(value => !value.IsNull()).ToList();
        return values.TrueForAll(value => value.GetValueKind() == JsonValueKind.Number && Number.Integer(value.ToJsonString()) is not null)
            ? values.Select(value => Number.Integer(value.ToJsonString())!.Value.ToString(CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal)
            : [];
    }

    /// <summary>What the type is called, where the document says so.</summary>
    public static string? OfType(IOpenApiSchema schema) => Text((Node(schema, Microsoft) as JsonObject)?["name"]);

    /// <summary>Whether servers may know values that the document doesn't: then such can be sent, too.</summary>
    public static bool IsOpen(IOpenApiSchema schema)
        => (Node(schema, Microsoft) as JsonObject)?["modelAsString"] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>The names and descriptions of values that have some, by the values.</summary>
    public static IReadOnlyDictionary<string, (string? Name, string? Description)> Read(IOpenApiSchema schema)
    {
        var values = (schema.Enum ?? []).Where(value => !value.IsNull()).Select(Wire).ToList();
        var names = NameLists.Select(list => Texts(schema, list, values)).FirstOrDefault(list => list is not null);
        var descriptions = DescriptionLists.Select(list => Texts(schema, list, values)).FirstOrDefault(list => list is not null);
        var said = Said(schema);
        var read = new Dictionary<string, (string?, string?)>(StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value && !read.ContainsKey(value))
            {
                said.TryGetValue(value, out var own);
                read.Add(value, (names?[i] ?? own.Name, descriptions?[i] ?? own.Description));
            }
        }

        return read;
    }

    /// <summary>The texts of an extension that has one for each value, in their order or by the values; null for any other.</summary>
    private static List<string?>? Texts(IOpenApiSchema schema, string extension, List<string?> values) => Node(schema, extension) switch
    {
        JsonArray items when items.Count == values.Count => items.Select(Text).ToList(),
        JsonArray items when items.Count == schema.Enum!.Count => items.Where((_, i) => !schema.Enum[i].IsNull()).Select(Text).ToList(),
        JsonObject texts => values.ConvertAll(value => value is null ? null : Text(texts[value])),
        _ => null,
    };

    /// <summary>Microsoft's <c>x-ms-enum</c>, which names each value beside it.</summary>
    private static Dictionary<string, (string? Name, string? Description)> Said(IOpenApiSchema schema)
    {
        var said = new Dictionary<string, (string?, string?)>(StringComparer.Ordinal);
        var values = (Node(schema, Microsoft) as JsonObject)?["values"] as JsonArray ?? [];
        foreach (var value in values.OfType<JsonObject>())
        {
            if (Wire(value["value"]) is { } text)
            {
                said[text] = (Text(value["name"]), Text(value["description"]));
            }
        }

        return said;
    }

    private static JsonNode? Node(IOpenApiSchema schema, string extension)
        => schema.Extensions is { } extensions && extensions.TryGetValue(extension, out var said) && said is JsonNodeExtension { Node: var node } ? node : null;

    /// <summary>A value as it is sent: a text, or the digits of an integer.</summary>
    private static string? Wire(JsonNode? node)
        => !node.IsNull() && node!.GetValueKind() == JsonValueKind.Number
            ? Number.Integer(node.ToJsonString())?.ToString(CultureInfo.InvariantCulture)
            : Text(node);

    private static string? Text(JsonNode? node)
        => !node.IsNull() && node!.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is { Length: > 0 } text ? text : null;
}
