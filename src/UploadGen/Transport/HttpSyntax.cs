using System.Buffers;

namespace UploadGen.Core;

/// <summary>What RFC 9110 and RFC 9112 allow in names, values and URLs. .NET sends line breaks in header values as they are, so they are found here.</summary>
internal static class HttpSyntax
{
    /// <summary>What is wrong where <see cref="IsFieldValue"/> is not.</summary>
    public const string CannotBeSent = "a character that can't be sent: a line break, another control character or one outside ASCII";

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    /// <summary>Whether a text may be a header's name (RFC 9110, section 5.6.2).</summary>
    public static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(TokenCharacters);

    /// <summary>Whether a text may be a header's value (RFC 9110, section 5.5): visible ASCII, spaces and tabs.</summary>
    public static bool IsFieldValue(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not ('\t' or (>= ' ' and <= '~')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// A URI that is sent letter by letter as given: <see cref="Uri"/> would unescape some characters and resolve dot segments, and break a signature.
    /// What a request target can't hold at all (spaces, non-ASCII letters) is percent-encoded, and a fragment, which is never sent, left out.
    /// </summary>
    /// <exception cref="UriFormatException">The text isn't an absolute http or https URL.</exception>
    public static Uri ExactUri(string url)
    {
        if (url.AsSpan().ContainsAny(Controls))
        {
            throw new UriFormatException("The URL contains a control character.");
        }

        EnsureHttp(url);
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        var target = fragment < 0 ? url : url[..fragment];
        var path = PathStart(target);
        var hasPath = path < target.Length && target[path] == '/';
        var exact = hasPath && CanBeSent(target.AsSpan(path)) ? target : target[..path] + (hasPath ? "" : "/") + EscapeWhatCannotBeSent(target[path..]);
        return new Uri(exact, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    /// <summary>
    /// Whether a colon comes before anything that ends a scheme (RFC 3986, section 4.2). On Unix, <see cref="Uri"/> takes a path for the URI of a file.
    /// </summary>
    public static bool HasScheme(string url) => url.AsSpan().IndexOfAny(":/?#") is > 0 and var end && url[end] == ':';

    private static void EnsureHttp(string url)
    {
        if (!HasScheme(url))
        {
            throw new UriFormatException("The URL is relative; it has to begin with https:// and a host.");
        }

        var end = url.IndexOf(':', StringComparison.Ordinal);
        var scheme = url[..end].Trim();
        if (!scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase) && !scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase))
        {
            throw new UriFormatException(
                $"The URL's scheme is {Redaction.Name(scheme) ?? "another"}; only https (and http to this machine) can be sent to.");
        }

        if (!url.AsSpan(end).StartsWith(Uri.SchemeDelimiter))
        {
            throw new UriFormatException("The URL has no host; it has to begin with https:// and a host.");
        }
    }

    private static int PathStart(string url)
    {
        var authority = url.IndexOf("://", StringComparison.Ordinal);
        var path = authority < 0 ? 0 : url.IndexOfAny(['/', '?'], authority + 3);
        return path < 0 ? url.Length : path;
    }

    private static bool CanBeSent(ReadOnlySpan<char> target) => !target.ContainsAnyExceptInRange('!', '~');

    private static string EscapeWhatCannotBeSent(string target)
    {
        if (CanBeSent(target))
        {
            return target;
        }

        return string.Concat(target.EnumerateRunes().Select(rune => rune.Value is > ' ' and <= '~' ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
    }
}
