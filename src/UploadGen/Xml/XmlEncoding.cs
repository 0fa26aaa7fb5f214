using System.Text;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>
/// The encoding of an XML body: a byte order mark counts most, then the charset of its <c>Content-Type</c>, then what the document itself says
/// (RFC 7303, section 3). Bytes that aren't text in it are refused.
/// </summary>
internal static partial class XmlEncoding
{
    /// <summary>A declaration may have white space in it, but none has this much.</summary>
    private const int LongestDeclaration = 256;

    /// <param name="body">The bytes.</param>
    /// <param name="charset">What the header says; <see langword="null"/> for nothing.</param>
    /// <exception cref="XmlBodyException">The encoding isn't known, or can't be the one of the bytes.</exception>
    public static Encoding Of(ReadOnlySpan<byte> body, string? charset)
    {
        var name = Marked(body) ?? (string.IsNullOrEmpty(charset) ? null : charset) ?? Declared(body) ?? "utf-8";
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception cause) when (cause is ArgumentException or NotSupportedException)
        {
            throw new XmlBodyException("/", "The encoding that its header or its declaration states is unknown here; Encoding.RegisterProvider adds some.");
        }
    }

    /// <summary>What the first bytes can only be: a mark, or half of the first character (XML 1.0, appendix F).</summary>
    private static string? Marked(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => "utf-16",
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => "utf-16BE",
        _ => null,
    };

    private static string? Declared(ReadOnlySpan<byte> body)
    {
        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, LongestDeclaration)]);
        if (Declaration().Match(start) is not { Success: true } declaration)
        {
            return null;
        }

        // Where the declaration can be read byte by byte, no character has two bytes or four.
        var name = declaration.Groups[1].Value;
        return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase)
            ? throw new XmlBodyException("/", "It isn't in the encoding that its declaration states, and its header states none.")
            : name;
    }

    [GeneratedRegex("""^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._\-]*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
