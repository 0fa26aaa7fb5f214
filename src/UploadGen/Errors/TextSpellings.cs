using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>
/// What a text says in each way it may have been written: with escapes of JSON, URLs and HTML, several times over, and in base64 or hexadecimal digits. A
/// server writes a token that it repeats as it writes everything else.
/// </summary>
internal static partial class TextSpellings
{
    private const int MostRounds = 4;
    private const int MostLayers = 2;
    private const int Longest = 16 * 1024;

    /// <summary>The text itself, and all that it can be read as.</summary>
    public static IEnumerable<string> Of(string text) => Of(text.Length > Longest ? text[..Longest] : text, MostLayers);

    /// <summary>The text itself, and without one layer of escapes after the other.</summary>
    public static IEnumerable<string> Unescaped(string text)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            yield return text;
            var plainer = Unescape(text);
            if (plainer == text)
            {
                yield break;
            }

            text = plainer;
        }
    }

    private static IEnumerable<string> Of(string text, int layers)
    {
        foreach (var spelling in Unescaped(text))
        {
            yield return spelling;
            foreach (var inner in (layers == 0 ? [] : Decoded(spelling)).SelectMany(decoded => Of(decoded, layers - 1)))
            {
                yield return inner;
            }
        }
    }

    private static string Unescape(string text)
    {
        var json = Escape().Replace(text, static match => match.Groups["code"] is { Success: true } code
            ? ((char)int.Parse(code.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            : match.Groups["letter"].Value);
        return WebUtility.HtmlDecode(Uri.UnescapeDataString(json));
    }

    private static IEnumerable<string> Decoded(string text)
    {
        foreach (Match run in Base64Run().Matches(text))
        {
            // A text that was cut may begin within a group of four.
            for (var start = 0; start < 4; start++)
            {
                if (Base64Text(run.ValueSpan[start..]) is { } decoded)
                {
                    yield return decoded;
                }
            }
        }

        foreach (Match run in HexRun().Matches(text))
        {
            yield return Encoding.Latin1.GetString(Convert.FromHexString(run.ValueSpan[..(run.Length / 2 * 2)]));
            yield return Encoding.Latin1.GetString(Convert.FromHexString(run.ValueSpan[(run.Length % 2)..]));
        }
    }

    private static string? Base64Text(ReadOnlySpan<char> run)
    {
        var ascii = new byte[run.Length / 4 * 4 + (run.Length % 4 >= 2 ? 4 : 0)];
        for (var i = 0; i < ascii.Length; i++)
        {
            ascii[i] = i >= run.Length ? (byte)'=' : run[i] switch { '-' => (byte)'+', '_' => (byte)'/', var letter => (byte)letter };
        }

        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(ascii.Length)];
        Base64.DecodeFromUtf8(ascii, bytes, out _, out var written);
        // What isn't text was no base64.
        return written > 2 && bytes.AsSpan(0, written - 2).IndexOfAnyExceptInRange((byte)'\t', (byte)'~') < 0
            ? Encoding.Latin1.GetString(bytes, 0, written)
            : null;
    }

    [GeneratedRegex(
        """\\(?:u(?<code>[0-9A-Fa-f]{4})|u\{(?<code>[0-9A-Fa-f]{1,4})\}|x(?<code>[0-9A-Fa-f]{2})|(?<letter>[^A-Za-z0-9]))""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex("[A-Za-z0-9+/_-]{8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Base64Run();

    [GeneratedRegex("[0-9A-Fa-f]{12,}", RegexOptions.CultureInvariant)]
    private static partial Regex HexRun();
}
