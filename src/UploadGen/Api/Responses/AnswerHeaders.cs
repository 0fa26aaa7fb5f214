using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>The headers of an API's answer, as the flow of an upload takes them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AnswerHeaders
{
    private readonly ApiExchange _exchange;

    internal AnswerHeaders(ApiExchange exchange) => _exchange = exchange;

    /// <summary>A header's text, or <see langword="null"/> where the answer doesn't have it. Several values are joined by commas (RFC 9110, section 5.3).</summary>
    /// <param name="name">The header's name, in any case.</param>
    public string? Text(string name) => _exchange.Header(name) is { Length: > 0 } text ? text : null;

    /// <summary>
    /// A header that is a URL, or <see langword="null"/> where the answer doesn't have it. One that is relative is resolved against the URL of the request
    /// (RFC 9110, section 10.2.2); one with a host stays as it is written, as what is signed must.
    /// </summary>
    /// <param name="name">The header's name, in any case.</param>
    public string? Url(string name) => Text(name) is { } text ? Resolve(_exchange.Url, text.Trim()) : null;

    private static string Resolve(Uri request, string text)
    {
        if (HttpSyntax.HasScheme(text))
        {
            return text;
        }

        // On Unix, Uri takes a path for the absolute URI of a file.
        return text.StartsWith("//", StringComparison.Ordinal) ? $"{request.Scheme}:{text}"
            : text.StartsWith('/') ? request.GetLeftPart(UriPartial.Authority) + text
            : Uri.TryCreate(request, text, out var resolved) ? resolved.AbsoluteUri
            : text;
    }
}
