using System.Text;

namespace UploadGen.Core;

/// <summary>Percent-encoding of parameters' texts.</summary>
internal static class ParameterEncoding
{
    /// <summary>
    /// What <c>allowReserved</c> leaves alone: RFC 3986's reserved characters, but for those that would end the value there (<c>&amp;</c>, <c>#</c>),
    /// be read as something else (<c>+</c>) or aren't allowed in a query at all (<c>[</c>, <c>]</c>).
    /// </summary>
    private const string Reserved = ":/?@!$'()*,;=";

    public static string Query(string text, bool allowReserved)
    {
        if (!allowReserved)
        {
            return Uri.EscapeDataString(text);
        }

        var encoded = new StringBuilder();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // RFC 6570, section 3.2.3: what is percent-encoded already stays as it is.
            var isKept = rune.IsAscii && Reserved.Contains((char)rune.Value, StringComparison.Ordinal) || IsTriplet(text.AsSpan(at));
            encoded.Append(isKept ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
            at += rune.Utf16SequenceLength;
        }

        return encoded.ToString();
    }

    /// <summary>For application/x-www-form-urlencoded: a space is a plus.</summary>
    public static string Form(string text)
        => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);

    private static bool IsTriplet(ReadOnlySpan<char> text)
        => text is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low);
}
