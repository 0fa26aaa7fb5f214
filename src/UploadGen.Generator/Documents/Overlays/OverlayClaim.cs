using System.Text;
using System.Text.Json;

namespace UploadGen.Generator.Documents.Overlays;

/// <summary>Tells whether a text is an OpenAPI Overlay: JSON whose root object has an <c>overlay</c> member. Reads tokens only.</summary>
internal static class OverlayClaim
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = SpecParser.MaxDepth };

    /// <summary>The overlay that a text is, or null. A text that breaks off after the word is one all the same: it is being typed.</summary>
    public static OverlayText? Of(string path, string text)
    {
        // Most files say so at a glance, and the largest are documents.
        if (!text.Contains("\"overlay\""))
        {
            return null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), Lenient);
        var isOverlay = false;
        string? extends = null;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isDocument = reader.ValueTextEquals("openapi"u8) || reader.ValueTextEquals("swagger"u8);
                var isExtends = reader.ValueTextEquals("extends"u8);
                isOverlay |= reader.ValueTextEquals("overlay"u8);
                reader.Read();
                if (isDocument)
                {
                    return null;
                }

                extends = isExtends && reader.TokenType == JsonTokenType.String ? reader.GetString() : extends;
                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What was read up to here decides; the overlay's own reading reports what is wrong.
        }

        return isOverlay ? new OverlayText(path, text, IsFile(extends) ? extends : null) : null;
    }

    /// <summary>A vendor's overlay extends a document on the network; here it goes by its name.</summary>
    private static bool IsFile(string? extends) => extends is { Length: > 0 } && !extends.Contains("://") && !extends.StartsWith("#", StringComparison.Ordinal);
}
