using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>Takes secrets out of what goes into messages: queries of URLs (they hold signatures) and user information.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Redaction
{
    private const int ExcerptLength = 500;

    /// <summary>Scheme, host and path; a query becomes <c>?…</c>.</summary>
    /// <param name="url">A URL, absolute or relative.</param>
    [return: NotNullIfNotNull(nameof(url))]
    public static string? Url(Uri? url)
    {
        if (url is null)
        {
            return null;
        }

        if (!url.IsAbsoluteUri)
        {
            return Url(url.OriginalString);
        }

        var location = url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        var pathStart = url.OriginalString.IndexOf(url.Scheme + "://", StringComparison.OrdinalIgnoreCase) + url.Scheme.Length + 3;
        var path = url.OriginalString.IndexOfAny(['/', '?', '#'], Math.Min(pathStart, url.OriginalString.Length));
        return path < 0 ? location : location + Url(url.OriginalString[path..]);
    }

    /// <summary>The first 500 characters of a text in one line, without queries of URLs and without the secrets given.</summary>
    internal static string Excerpt(string text, IReadOnlyList<string> secrets)
    {
        foreach (var secret in secrets)
        {
            text = text.Replace(secret, "…", StringComparison.Ordinal);
        }

        text = ControlCharacters().Replace(UrlQuery().Replace(text, "?…"), " ").Trim();
        return Shorten(text, ExcerptLength);
    }

    /// <summary>A text without the queries of the URLs in it. A text that is itself a URL loses all that follows its path.</summary>
    internal static string Queries(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? Url(url) : UrlQuery().Replace(text, "?…");

    internal static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // Never cut between the two halves of a surrogate pair.
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");
    }

    /// <inheritdoc cref="Url(Uri)"/>
    [return: NotNullIfNotNull(nameof(url))]
    public static string? Url(string? url)
    {
        if (url is null)
        {
            return null;
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is ("http" or "https"))
        {
            return Url(absolute);
        }

        var query = url.AsSpan().IndexOfAny('?', '#');
        return query < 0 ? url : url[..query] + "?…";
    }

    // Matches whatever looks like a query, be it in a URL or not. JSON may write an ampersand as \u0026.
    [GeneratedRegex("""\?[^\s"'<>=]*=[^\s"'<>]*""", RegexOptions.CultureInvariant)]
    private static partial Regex UrlQuery();

    [GeneratedRegex("""[\p{Cc}]+""", RegexOptions.CultureInvariant)]
    private static partial Regex ControlCharacters();
}
