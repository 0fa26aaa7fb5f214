using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Documents.References;

/// <summary>
/// What a schema is called by the way to it: the member <c>owner</c> of the answer of <c>getAsset</c> is <c>GetAssetResponseOwner</c>.
/// </summary>
internal static class PartName
{
    private const string Fallback = "Part";

    public static string Of(JsonObject root, string pointer)
    {
        var segments = DocumentPointer.Segments(pointer).ToArray();
        var (beginning, length) = Beginning(root, segments);
        var name = new StringBuilder(CSharpName.Pascal(beginning, Fallback));
        for (var i = length; i < segments.Length; i++)
        {
            var next = i + 1 < segments.Length ? segments[i + 1] : "";
            var (text, takesNext) = Word(segments[i], next);
            name.Append(text);
            i += takesNext ? 1 : 0;
        }

        return name.ToString();
    }

    /// <summary>The operation or component that a way leads through, and how many segments lead there; what is neither is called by its end.</summary>
    private static (string Name, int Length) Beginning(JsonObject root, string[] segments) => segments.FirstOrDefault() switch
    {
        "paths" when segments.Length > 2 => segments[2] == "parameters" ? (segments[1], 2)
            : (OperationId(root, segments[1], segments[2]) ?? $"{segments[2]} {segments[1]}", 3),
        "components" when segments.Length > 2 => (segments[2], 3),
        "definitions" or "parameters" or "responses" when segments.Length > 1 => (segments[1], 2),
        _ => (segments.LastOrDefault() ?? "", segments.Length),
    };

    /// <summary>What a step of the way adds to the name, and whether it is a step with the next segment.</summary>
    private static (string Text, bool TakesNext) Word(string segment, string next) => segment switch
    {
        "content" => ("", true),
        "schema" => ("", false),
        "requestBody" => ("Body", false),
        "responses" => (next.StartsWith("2", StringComparison.Ordinal) || next == "default" ? "Response" : "Error", true),
        "parameters" => ("Parameter" + Counted(next), true),
        "items" => ("Item", false),
        "additionalProperties" => ("Value", false),
        "patternProperties" => ("Value", true),
        "allOf" => ("Part" + Counted(next), true),
        "anyOf" or "oneOf" => ("Option" + Counted(next), true),
        "properties" or "headers" or "definitions" or "$defs" => (CSharpName.Pascal(next, Fallback), true),
        _ => (CSharpName.Pascal(segment, Fallback), false),
    };

    private static string Counted(string index)
        => int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? (i + 1L).ToString(CultureInfo.InvariantCulture) : "";

    private static string? OperationId(JsonObject root, string path, string method)
        => DocumentPointer.Find(root["paths"], $"/{DocumentPointer.Escape(path)}/{DocumentPointer.Escape(method)}/operationId") is JsonValue value
            && value.TryGetValue<string>(out var id) && id.Length > 0 ? id : null;
}
