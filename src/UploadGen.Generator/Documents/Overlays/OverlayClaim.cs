using UploadGen.Generator.Documents.Formats;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Tells whether a text is an OpenAPI Overlay: its root object has an <c>overlay</c> member, and none that makes it a document.</summary>
internal static class OverlayClaim
{
    private static readonly string[] Members = ["overlay", "extends", "openapi", "swagger"];

    /// <summary>The overlay that a text is, or null. A text that breaks off after the word <c>overlay</c> is one too: somebody is typing it.</summary>
    public static OverlayText? Read(DocumentFormat format, string path, string text)
    {
        // Most files say so at a glance, and the largest are documents.
        if (!text.Contains("overlay"))
        {
            return null;
        }

        var isOverlay = false;
        var isDocument = false;
        string? extends = null;

        // What was read before a fault decides. The overlay's own reading reports the fault.
        _ = format.ReadRoot(text, Members, member =>
        {
            isDocument |= member.Name is "openapi" or "swagger";
            isOverlay |= member.Name == "overlay";
            extends = member is { Name: "extends", IsString: true } ? member.Text.Trim() : extends;
            return !isDocument;
        });
        return isOverlay && !isDocument ? new OverlayText(path, text, IsFile(extends) ? extends : null) : null;
    }

    /// <summary>A vendor's overlay names the document by its URL. Then the names of the two files say that they belong together.</summary>
    private static bool IsFile(string? extends) => extends is { Length: > 0 } && !extends.Contains("://") && !extends.StartsWith("#", StringComparison.Ordinal);
}
