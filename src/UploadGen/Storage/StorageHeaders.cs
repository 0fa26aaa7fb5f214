using System.Collections.Frozen;
using System.Globalization;

namespace UploadGen.Core;

/// <summary>Puts the headers of a presigned upload on its request. They come from a server, so they are checked before.</summary>
internal static class StorageHeaders
{
    /// <summary>Headers that would carry a credential to storage or change how the message is framed.</summary>
    public static FrozenSet<string> Forbidden { get; } = new[]
    {
        "Authorization", "Connection", "Cookie", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string FormType = "multipart/form-data";

    /// <summary>Headers that have one value, so that two of them can't be joined into a list (RFC 9110, section 5.3).</summary>
    private static readonly FrozenSet<string> Single = new[]
    {
        "Content-Disposition", "Content-Length", "Content-MD5", "Content-Range", "Content-Type", "Date", "Expires", "Host",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Adds the headers; gives what is wrong with them, or <see langword="null"/>. Several values of one name go into one line, joined by commas alone, as
    /// signers join them.
    /// </summary>
    public static string? Apply(HttpRequestMessage request, IEnumerable<KeyValuePair<string, string>>? headers, UploadContent content)
    {
        if (headers is null)
        {
            return Add(request, "Content-Type", content.MediaType);
        }

        return AddAll(request, headers, content);
    }

    /// <summary>Adds the headers beside a form, which has a Content-Type of its own; gives what is wrong with them, or <see langword="null"/>.</summary>
    public static string? ApplyToForm(
        HttpRequestMessage request, string contentType, IEnumerable<KeyValuePair<string, string>>? headers, UploadContent content)
    {
        var given = (headers ?? []).ToLookup(header => Is(header.Key, "Content-Type"));
        return given[true].All(header => header.Value.StartsWith(FormType, StringComparison.OrdinalIgnoreCase))
            ? Add(request, "Content-Type", contentType) ?? AddAll(request, given[false], content)
            : $"The upload headers contain a Content-Type other than {FormType}, and the file goes out in such a form.";
    }

    /// <summary>
    /// Adds some of the headers that are given for a file to a request that needn't send it; gives what is wrong with them, or <see langword="null"/>.
    /// </summary>
    public static string? ApplySome(HttpRequestMessage request, IEnumerable<KeyValuePair<string, string>> headers) => AddAll(request, headers, content: null);

    /// <summary>Whether the request is a form.</summary>
    public static bool IsForm(HttpRequestMessage request)
        => request.Content?.Headers.NonValidated.TryGetValues("Content-Type", out var type) == true
            && type.ToString().StartsWith(FormType, StringComparison.OrdinalIgnoreCase);

    private static string? AddAll(HttpRequestMessage request, IEnumerable<KeyValuePair<string, string>> headers, UploadContent? content)
        => headers
            .GroupBy(header => header.Key, header => header.Value, StringComparer.Ordinal)
            .Select(header => Apply(request, header.Key, header.ToList(), content))
            .FirstOrDefault(problem => problem is not null);

    private static string? Apply(HttpRequestMessage request, string name, List<string> values, UploadContent? content)
        => values.Select(value => Check(name, value, request.RequestUri!, content)).FirstOrDefault(problem => problem is not null)
            ?? (values.Count > 1 && Single.Contains(name) ? Twice(name) : Add(request, name, string.Join(',', values)));

    private static string? Check(string name, string? value, Uri target, UploadContent? content)
    {
        if (!HttpSyntax.IsToken(name))
        {
            return "A name among the upload headers isn't a header name (RFC 9110, section 5.6.2).";
        }

        if (value is null || !HttpSyntax.IsFieldValue(value))
        {
            return $"The upload header {SignedHeaders.Shown(name)} holds {HttpSyntax.CannotBeSent}.";
        }

        if (Forbidden.Contains(name) || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase))
        {
            return $"The upload headers contain {SignedHeaders.Shown(name)}, which is never sent to storage.";
        }

        if (Is(name, "Host") && !Is(value, target.Authority))
        {
            return $"The upload headers contain a Host other than the upload URL's, {target.Authority}.";
        }

        if (content is not null && Is(name, "Content-Length") && value != content.Length.ToString(CultureInfo.InvariantCulture))
        {
            return FormattableString.Invariant(
                $"The upload URL is for {Number(value)} bytes (its Content-Length header), but {content.FileName} has {content.Length}. ")
                + "Open the upload with the file's exact length.";
        }

        return null;
    }

    private static string? Add(HttpRequestMessage request, string name, string value)
    {
        // These two come from the URL and from the body, and are the same as checked.
        if (Is(name, "Host") || Is(name, "Content-Length"))
        {
            return null;
        }

        if (request.Headers.NonValidated.Contains(name) || request.Content?.Headers.NonValidated.Contains(name) == true)
        {
            return Twice(name);
        }

        return request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true
            ? null
            : $"The upload header {SignedHeaders.Shown(name)} can't be sent.";
    }

    private static string Twice(string name) => $"The upload headers contain {SignedHeaders.Shown(name)} twice.";

    private static string Number(string value) => value.Length <= 19 && value.All(char.IsAsciiDigit) ? value : "another number of";

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
