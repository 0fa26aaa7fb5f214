using System.Text.Json.Nodes;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Documents.Formats;

namespace UploadGen.Generator.Documents.Workflows;

/// <summary>Tells whether a text describes workflows: its root object has an <c>arazzo</c> member, and none that makes it a document.</summary>
internal static class WorkflowClaim
{
    private const string Version = "arazzo";

    private static readonly string[] Members = [Version, "openapi", "swagger", "overlay"];

    /// <summary>The workflows that a text describes, or null. A text that breaks off behind the word <c>arazzo</c> is one too: somebody is typing it.</summary>
    public static WorkflowText? Read(DocumentFormat format, string path, string text)
    {
        // Most files say so at a glance, and the largest are documents.
        if (!text.Contains(Version))
        {
            return null;
        }

        var version = "";
        var isOther = false;
        _ = format.ReadRoot(text, Members, member =>
        {
            isOther = member.Name != Version;
            version = isOther ? version : member.Text;
            return !isOther;
        });
        if (isOther || version.Length == 0)
        {
            return null;
        }

        try
        {
            return new WorkflowText(path, text, version, Sources(format.Parse(text, [])["sourceDescriptions"]), Fault: null);
        }
        catch (DocumentFormatException exception)
        {
            return new WorkflowText(path, text, version, EquatableArray<WorkflowSource>.Empty, exception.Fault);
        }
    }

    private static EquatableArray<WorkflowSource> Sources(JsonNode? node)
        => (node as JsonArray ?? []).Select(source => source as JsonObject ?? [])
            .Select(source => new WorkflowSource(Text(source["name"]) ?? "", Text(source["url"])?.Trim() ?? "", Text(source["type"])))
            .ToEquatableArray();

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
