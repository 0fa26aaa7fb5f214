using System.Net.Http.Headers;

namespace UploadGen.Core;

/// <summary>
/// The headers that a URL's signature covers, as the URL lists them (AWS Signature Version 4 and Google's V4), beside those of a request. Names only: values
/// may be secret.
/// </summary>
internal sealed class SignedHeaders
{
    private readonly string[] _signed;
    private readonly string[] _sent;
    private readonly string[] _notSent;

    private SignedHeaders(string[] signed, HttpRequestMessage request)
    {
        _signed = signed;
        _sent = ["Host", .. Names(request.Headers), .. Names(request.Content?.Headers)];
        _notSent = [.. signed.Except(_sent, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Finds the headers; <see langword="null"/> for a URL that lists none. Then its signature covers none, or it can't be known which.</summary>
    public static SignedHeaders? Find(HttpRequestMessage request)
    {
        var query = SignedUrlQuery.Read(request.RequestUri!);
        var signed = query.GetValueOrDefault("X-Amz-SignedHeaders") ?? query.GetValueOrDefault("X-Goog-SignedHeaders");
        return signed is null ? null : new SignedHeaders(signed.Split(';'), request);
    }

    /// <summary>Says which headers were signed and not sent, because they didn't come with the URL; empty where there are none.</summary>
    public string Missing
        => _notSent.Length == 0
            ? ""
            : $" Signed and not sent: {List(_notSent)}. The API has to give these headers with the URL, for a signature holds only with all it covers.";

    /// <summary>Says what may be wrong with the signature.</summary>
    public string Mismatch
        => _notSent.Length > 0
            ? $"The signature covers the headers {List(_signed)}; sent were {List(_sent)}.{Missing}"
            : $"All headers that the signature covers ({List(_signed)}) were sent (sent: {List(_sent)}), so one has another value than was signed, "
                + "such as the file's exact media type or length; or the URL was changed, or signed with another key.";

    /// <summary>A name as a message may show it.</summary>
    public static string Shown(string name) => HttpSyntax.IsToken(name) ? Redaction.Name(name) ?? "…" : "…";

    private static IEnumerable<string> Names(HttpHeaders? headers) => headers?.NonValidated.Select(header => header.Key) ?? [];

    private static string List(string[] names) => string.Join(", ", names.Select(Shown));
}
