using System.Text.Json.Nodes;

namespace UploadGen.Generator.Flows.Workflows;

/// <summary>Looks into what is said of steps.</summary>
internal static class StepNodes
{
    /// <summary>A text, or null.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The kind of a selector: a word, or an object that has it beside a version.</summary>
    public static string? SelectorType(JsonNode? node) => Text(node is JsonObject expression ? expression["type"] : node);

    /// <summary>All texts in a value.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        _ => Text(node) is { } text ? [text] : [],
    };
}
