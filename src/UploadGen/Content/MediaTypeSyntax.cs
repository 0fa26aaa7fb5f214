using System.Net.Http.Headers;

namespace UploadGen.Core;

/// <summary>Media types as they are written: whether a text is one, and whether one is in a list of those allowed.</summary>
internal static class MediaTypeSyntax
{
    /// <summary>The media type of any bytes.</summary>
    public const string Bytes = "application/octet-stream";

    /// <summary>Gives the media type back exactly as it is: a signature may cover it, letter by letter.</summary>
    public static string Checked(string mediaType, string parameter)
        => MediaTypeHeaderValue.TryParse(mediaType, out _) && HttpSyntax.IsFieldValue(mediaType)
            ? mediaType
            : throw new ArgumentException(
                $"'{mediaType}' isn't a media type. It is written type/subtype, such as image/webp (RFC 9110, section 8.3.1).", parameter);

    /// <summary>Whether a media type is in a comma-separated list such as <c>image/png, image/*</c>; parameters don't count.</summary>
    public static bool Allows(string allowed, string mediaType)
    {
        var type = Essence(mediaType);
        foreach (var range in allowed.Split(','))
        {
            var one = Essence(range);
            if (one is "*/*" or "*" || one.Equals(type, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (one.EndsWith("/*") && type.StartsWith(one[..^1], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a media type is one of XML (RFC 7303).</summary>
    public static bool IsXml(string? mediaType)
        => mediaType is not null && Essence(mediaType) is var type
            && (type.Equals("application/xml", StringComparison.OrdinalIgnoreCase)
                || type.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase));

    private static ReadOnlySpan<char> Essence(string mediaType)
    {
        var parameters = mediaType.IndexOf(';', StringComparison.Ordinal);
        return (parameters < 0 ? mediaType : mediaType.AsSpan(0, parameters)).Trim();
    }
}
