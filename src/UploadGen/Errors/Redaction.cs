using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>
/// What may be shown of a text that others wrote: words and numbers, and of URLs the host and the plain parts of the path. Whatever may be a token, and
/// whatever is known to be a secret, becomes <c>…</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Redaction
{
    /// <summary>Stands for what is left out.</summary>
    internal const char Omission = '…';

    private const string Omitted = "…";

    /// <summary>What stands between pieces and is shown as it is, as is all beyond ASCII, which no token holds.</summary>
    private const string Delimiters = " {}[]()<>,:;\"'`!?|…";

    /// <summary>Scheme, host and the plain parts of the path; a query becomes <c>?…</c>.</summary>
    /// <param name="url">A URL, absolute or relative.</param>
    [return: NotNullIfNotNull(nameof(url))]
    public static string? Url(Uri? url) => url is null ? null : Url(url, null);

    /// <inheritdoc cref="Url(Uri)"/>
    [return: NotNullIfNotNull(nameof(url))]
    public static string? Url(string? url) => url is null ? null : Url(url, null);

    /// <inheritdoc cref="Url(Uri)"/>
    /// <param name="url">A URL, absolute or relative.</param>
    /// <param name="secrets">What must not be shown.</param>
    /// <param name="hasIds">Whether the path is the API's, in which ids may be shown.</param>
    internal static string Url(Uri url, KnownSecrets? secrets, bool hasIds = false)
    {
        if (!url.IsAbsoluteUri)
        {
            return Path(url.OriginalString, secrets, hasIds);
        }

        if (url.Scheme is not ("http" or "https" or "ftp" or "file"))
        {
            return PlainText.IsPlain(url.Scheme) && secrets?.AreIn(url.Scheme) != true ? $"{url.Scheme}:…" : Omitted;
        }

        var location = IsHostShown(url) ? url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : $"{url.Scheme}://…";
        var pathStart = url.OriginalString.IndexOf(url.Scheme + "://", StringComparison.OrdinalIgnoreCase) + url.Scheme.Length + 3;
        var path = url.OriginalString.IndexOfAny(['/', '?', '#'], Math.Min(pathStart, url.OriginalString.Length));
        var shown = path < 0 ? location : location + Path(url.OriginalString[path..], null, hasIds);
        return secrets?.AreIn(shown) != true ? shown
            : path < 0 || secrets.AreIn(url.Host) ? $"{url.Scheme}://…"
            : location + Path(url.OriginalString[path..], secrets, hasIds);
    }

    /// <inheritdoc cref="Url(Uri, KnownSecrets, bool)"/>
    internal static string Url(string url, KnownSecrets? secrets)
        => Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is ("http" or "https")
            ? Url(absolute, secrets)
            : Path(url, secrets, hasIds: false);

    /// <summary>The host of a URL, or <c>…</c> where it may hold a secret.</summary>
    internal static string Host(Uri url, KnownSecrets? secrets) => IsHostShown(url) && secrets?.AreIn(url.Host) != true ? url.IdnHost : Omitted;

    /// <summary>A text in one line, of which only words, numbers and the harmless parts of URLs are left.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secrets">What must not be shown.</param>
    /// <param name="host">The host that a request went to, which may be shown.</param>
    internal static string Text(string text, KnownSecrets? secrets, string? host = null)
    {
        var shown = new StringBuilder(text.Length);
        var start = 0;
        foreach (Match url in WebAddress().Matches(text))
        {
            Append(shown, WithoutSecrets(text[start..url.Index], secrets), host);
            shown.Append(Url(url.Value, secrets));
            start = url.Index + url.Length;
        }

        Append(shown, WithoutSecrets(text[start..], secrets), host);
        return WithoutSecrets(Omissions().Replace(WhiteSpace().Replace(shown.ToString(), " ").Trim(), Omitted), secrets);
    }

    /// <summary>Whether a text may be shown as it is.</summary>
    internal static bool IsHarmless(string text, KnownSecrets? secrets, string? host = null)
        => Text(text, secrets, host) == WhiteSpace().Replace(text, " ").Trim();

    /// <summary>A text of the engine's own, without the pieces that hold a secret.</summary>
    internal static string WithoutSecrets(string text, KnownSecrets? secrets) => WithoutSecrets(text, secrets, Part());

    private static string WithoutSecrets(string text, KnownSecrets? secrets, Regex part)
    {
        if (secrets?.AreIn(text) != true)
        {
            return text;
        }

        var rest = part.Replace(text, piece => secrets.AreIn(piece.Value) ? Omitted : piece.Value);
        return secrets.AreIn(rest) ? Omitted : rest;
    }

    /// <summary>An id as a server wrote it, or nothing where it doesn't look like one or holds a secret.</summary>
    internal static string? Id(string? id, KnownSecrets? secrets) => id is not null && PlainText.IsId(id) && secrets?.AreIn(id) != true ? id : null;

    /// <summary>A name or code as a server wrote it, or nothing where it isn't made of words or holds a secret.</summary>
    internal static string? Name(string? name, KnownSecrets? secrets = null)
        => name is { Length: > 0 } && PlainText.IsPlain(name) && secrets?.AreIn(name) != true ? name : null;

    /// <summary>A text without the queries of the URLs in it. A text that is itself a URL loses all that follows its path.</summary>
    internal static string Queries(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return UrlQuery().Replace(text, "?…");
        }

        var query = text.AsSpan().IndexOfAny('?', '#');
        var whole = query < 0 ? text : text[..query] + "?…";
        var authority = whole.IndexOf("://", StringComparison.Ordinal) + 3;
        return url.UserInfo.Length == 0 ? whole : whole[..authority] + whole[(whole.IndexOf('@', authority) + 1)..];
    }

    internal static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // Never cut between the two halves of a surrogate pair.
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), Omitted);
    }

    private static string Path(string path, KnownSecrets? secrets, bool hasIds)
    {
        var query = path.AsSpan().IndexOfAny('?', '#');
        var segments = (query < 0 ? path : path[..query]).Split('/').Select(segment => IsShown(segment, hasIds) ? segment : Omitted);
        return WithoutSecrets(Slashes().Replace(string.Join('/', segments), "/"), secrets, Segment()) + (query < 0 ? "" : "?…");
    }

    /// <summary>Whether each part of a host is words or looks like an id: a server may write a token there, too, and its case is lost.</summary>
    private static bool IsHostShown(Uri url)
        => url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
            || url.IdnHost.Split('.').All(static label => PlainText.IsPlain(label) || PlainText.IsId(label));

    private static bool IsShown(string segment, bool hasIds)
    {
        var words = new StringBuilder();
        Append(words, Uri.UnescapeDataString(segment), null);
        return !words.ToString().Contains(Omission, StringComparison.Ordinal) || (hasIds && PlainText.IsId(segment));
    }

    private static void Append(StringBuilder shown, ReadOnlySpan<char> text, string? host)
    {
        while (!text.IsEmpty)
        {
            var length = PieceLength(text);
            if (length == 0)
            {
                shown.Append(char.IsControl(text[0]) ? ' ' : text[0]);
                text = text[1..];
                continue;
            }

            var piece = text[..length];
            if (IsPlain(piece) || (host is not null && piece.Equals(host, StringComparison.OrdinalIgnoreCase)))
            {
                shown.Append(piece);
            }
            else
            {
                shown.Append(Omission);
            }

            text = text[length..];
        }
    }

    /// <summary>Whether a piece is plain but for what may stand around it: the first signs of a pointer, and a percent sign.</summary>
    private static bool IsPlain(ReadOnlySpan<char> piece) => PlainText.IsPlain(piece.TrimStart("#$").TrimEnd('%'));

    private static int PieceLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && text[length] is > ' ' and <= '~' && !Delimiters.Contains(text[length], StringComparison.Ordinal))
        {
            length++;
        }

        return length;
    }

    [GeneratedRegex("""https?://[^\s"'<>\\`]+""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    // Matches whatever looks like a query, be it in a URL or not. JSON may write an ampersand as \u0026.
    [GeneratedRegex("""\?[^\s"'<>=]*=[^\s"'<>]*""", RegexOptions.CultureInvariant)]
    private static partial Regex UrlQuery();

    [GeneratedRegex("""\s+""", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();

    // Empty parts of a path may be those of a token that holds slashes.
    [GeneratedRegex("/{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();

    // Neighbors that are left out tell by their number how long a secret is.
    [GeneratedRegex("…(?:[ …]*…)+", RegexOptions.CultureInvariant)]
    private static partial Regex Omissions();

    [GeneratedRegex("""[^\s"'<>]*[^\s"'<>.,:;!?)}\]]""", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex("[^/]+", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();
}
