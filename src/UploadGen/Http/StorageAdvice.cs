using System.Net;

namespace UploadGen.Core;

/// <summary>What a person can do about a refusal by storage.</summary>
internal static class StorageAdvice
{
    public static string For(HttpResponseMessage response, StorageRefusal refusal, HttpRequestMessage request)
    {
        if (refusal.IsExpired) return "The upload URL has expired. Open the upload again and send the file to the new URL.";
        if (refusal.HeadersNotSigned is { } names)
        {
            return $"These headers were sent but aren't covered by the URL's signature: {names}. Send only the headers that came with the URL.";
        }
        return refusal.Code switch
        {
            "SignatureDoesNotMatch" or "AuthenticationFailed" => SignatureMismatch(request),
            "EntityTooLarge" => "The file is larger than storage takes in one request.",
            "BadDigest" or "InvalidDigest" => "The checksum that came with the URL isn't that of this file. Open the upload for this very file.",
            "RequestTimeTooSkewed" => "The clock of the server that signed the URL is off; nothing can be done here.",
            "MissingRequiredHeader" =>
                "Storage wants a header that didn't come with the URL, such as x-ms-blob-type for Azure. The API that signed the URL has to name it.",
            "SlowDown" or "ServerBusy" => "Storage is busy. Try again later.",
            _ => ForStatus(response, request),
        };
    }

    private static string ForStatus(HttpResponseMessage response, HttpRequestMessage request) => (int)response.StatusCode switch
    {
        >= 300 and < 400 => Redirected(response),
        403 =>
            "The URL may have expired or may not allow this upload. Open the upload again; if that fails too, ask the API's operator. "
            + SignatureMismatch(request),
        404 => "The place the URL points to isn't there. Open the upload again.",
        409 or 412 =>
            "There is an object at this place already and the URL doesn't allow to replace it. "
            + "If an earlier try of this upload got through, go on with the confirmation; else open a new upload.",
        413 => "The file is larger than storage takes in one request.",
        >= 500 or 408 or 429 => "Storage is in trouble or busy. Try again later.",
        _ => "The URL doesn't fit this file: open the upload again with its exact length and media type.",
    };

    private static string Redirected(HttpResponseMessage response)
        => response.StatusCode == HttpStatusCode.NotModified || response.Headers.Location is not { } location
            ? "An upload isn't redirected; the URL is wrong."
            : $"It redirects to {Redaction.Url(location)}; the signature is for one address, so uploads don't follow. The API has to give the right one.";

    /// <summary>Names which headers were signed and which were sent: the usual cause. Names only; the values may be secret.</summary>
    private static string SignatureMismatch(HttpRequestMessage request)
    {
        string sent = string.Join(", ", request.Headers.NonValidated.Concat(request.Content!.Headers.NonValidated).Select(header => header.Key));
        string signed = SignedHeaders(request.RequestUri!) is { } names ? $"The signature covers the headers {names}; " : "";
        return $"{signed}sent were Host, {sent}. Each signed header must be sent with the value it was signed with: "
            + "the file's exact media type and length are the usual suspects.";
    }

    private static string? SignedHeaders(Uri url)
    {
        foreach (string parameter in url.Query.TrimStart('?').Split('&'))
        {
            int value = parameter.IndexOf('=', StringComparison.Ordinal);
            if (value <= 0 || parameter[..value] is not ("X-Amz-SignedHeaders" or "X-Goog-SignedHeaders")) continue;
            return Uri.UnescapeDataString(parameter[(value + 1)..]).Replace(";", ", ", StringComparison.Ordinal);
        }
        return null;
    }
}
