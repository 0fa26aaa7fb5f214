using System.Net;

namespace UploadGen.Core;

/// <summary>Judges whether an answer of success says that storage holds the file.</summary>
internal static class StoredAnswer
{
    /// <summary>The MD5 of no bytes: as an ETag, it is that of an empty object.</summary>
    private const string EmptyMd5 = "d41d8cd98f00b204e9800998ecf8427e";

    /// <summary>What speaks against it, or null.</summary>
    /// <param name="response">The answer, of a status from 200 to 299.</param>
    /// <param name="method">How the file was sent.</param>
    /// <param name="length">The file's length in bytes.</param>
    public static string? Doubt(HttpResponseMessage response, HttpMethod method, long length)
        => !Means(response.StatusCode, method) ? "which doesn't say that it holds the file"
            : length > 0 && IsOfNothing(ETag(response)) ? "with the ETag of an empty object"
            : null;

    /// <summary>
    /// Whether an error may stand in the body all the same: in XML, as S3 answers; or in a short text. A body that is neither isn't waited for.
    /// </summary>
    public static bool MayHoldError(HttpResponseMessage response)
        => response.StatusCode != HttpStatusCode.NoContent
            && (IsXml(response) ? response.Content.Headers.ContentLength != 0
                : response.Content.Headers.ContentLength is > 0 and <= ResponseBodyReader.ErrorLimit);

    public static bool IsXml(HttpResponseMessage response)
        => response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type)
            && type.ToString().Contains("xml", StringComparison.OrdinalIgnoreCase);

    public static string? ETag(HttpResponseMessage response) => response.Headers.NonValidated.TryGetValues("ETag", out var tag) ? tag.ToString() : null;

    /// <summary>Proxies make tags weak, and some stores write them in capitals.</summary>
    private static bool IsOfNothing(string? tag)
        => tag is not null
            && (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"').Equals(EmptyMd5, StringComparison.OrdinalIgnoreCase);

    /// <summary>RFC 9110, section 9.3.4, for PUT: it made or replaced the object. What takes a POST may be done with it only later.</summary>
    private static bool Means(HttpStatusCode status, HttpMethod method)
        => status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent
            || (status == HttpStatusCode.Accepted && method == HttpMethod.Post);
}
