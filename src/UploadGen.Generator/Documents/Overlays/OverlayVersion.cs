using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Which Overlay specification an overlay says that it keeps to.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Minor">The specification's minor version; null for one that isn't known.</param>
internal sealed record OverlayVersion(string Text, int? Minor)
{
    private static readonly Regex Known = new(@"^1\.(?<minor>[01])(\.\d+)?$", RegexOptions.CultureInvariant);

    /// <summary>Whether actions may copy, and change what is neither an object nor a list.</summary>
    public bool HasCopy => Minor >= 1;

    /// <param name="node">The overlay's <c>overlay</c>.</param>
    public static OverlayVersion Read(JsonNode? node)
    {
        // YAML makes a number of 1.1.
        var text = node is JsonValue ? node.ToString() : "";
        var match = Known.Match(text);
        return new OverlayVersion(text, match.Success ? (match.Groups["minor"].Value == "1" ? 1 : 0) : null);
    }
}
