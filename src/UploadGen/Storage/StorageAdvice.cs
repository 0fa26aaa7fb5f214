using System.Globalization;
using System.Net;

namespace UploadGen.Core;

/// <summary>Says what a person can do when storage refuses a file.</summary>
internal static class StorageAdvice
{
    private const string OpenAgain = "Open the upload again; if that fails too, ask the API's operator.";

    public static string For(HttpResponseMessage response, StorageRefusal refusal, HttpRequestMessage request)
    {
        if (refusal.IsExpired)
        {
            return Expired(request.RequestUri!, response);
        }

        if (refusal.HeadersNotSigned is { } names)
        {
            return $"These headers were sent but aren't covered by the URL's signature: {names}. Send only the headers that came with the URL.";
        }

        return refusal.Code switch
        {
            "SignatureDoesNotMatch" or "AuthenticationFailed" => SignedHeaders.Find(request)?.Mismatch ?? NotSigned(request),
            "InvalidAccessKeyId" =>
                "Storage doesn't know the key that signed this, or knows it no longer: that is for the API's operator to mend, nothing can be done here.",
            "EntityTooLarge" => TooLarge(refusal, request),
            "EntityTooSmall" => "The file is smaller than storage, or the form's policy (content-length-range), allows.",
            "BadDigest" or "InvalidDigest" => "The checksum that came with the URL isn't that of this file. Open the upload for this very file.",
            "RequestTimeTooSkewed" => "The clock of the server that signed the URL is off; nothing can be done here.",
            "MissingRequiredHeader" when !LacksBlobType(request)
                => "Storage wants a header that didn't come with the URL. The API that signed the URL has to name it.",
            "SlowDown" or "ServerBusy" => "Storage is busy. Try again later.",
            _ => ForStatus(response, refusal, request),
        };
    }

    private static string ForStatus(HttpResponseMessage response, StorageRefusal refusal, HttpRequestMessage request) => (int)response.StatusCode switch
    {
        >= 300 and < 400 => Redirected(response),
        400 when LacksBlobType(request) =>
            "The URL is a shared access signature, which Azure takes with a header x-ms-blob-type (for a whole file, BlockBlob) only, and none came with it. "
            + "The API that signed the URL has to give that header.",
        403 when StorageHeaders.IsForm(request)
            => "The form may have expired, or its policy may not allow what was sent: a field, the file's media type or its length. " + OpenAgain,
        403 => "The URL may have expired or may not allow this upload. " + OpenAgain + SignedHeaders.Find(request)?.Missing,
        404 => "The place the URL points to isn't there. Open the upload again.",
        409 or 412 =>
            "There is an object at this place already and the URL doesn't allow to replace it. "
            + "If an earlier try of this upload got through, go on with the confirmation; else open a new upload.",
        413 => TooLarge(refusal, request),
        >= 500 or 408 or 429 => "Storage is in trouble or busy. Try again later.",
        _ => "The URL doesn't fit this file: open the upload again with its exact length and media type." + SignedHeaders.Find(request)?.Missing,
    };

    private static string Expired(Uri url, HttpResponseMessage response)
    {
        var end = SignedUrlExpiry.Read(url) is { } time && time <= ServerClock.Of(response)
            ? string.Create(CultureInfo.InvariantCulture, $"; it was good until {time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC")
            : "";
        return $"The upload URL has expired{end}. Open the upload again and send the file to the new URL.";
    }

    /// <summary>For a signature that covers no headers, or doesn't say which.</summary>
    private static string NotSigned(HttpRequestMessage request)
        => $"The signature isn't that of this {(StorageHeaders.IsForm(request) ? "form" : "URL")}, "
            + $"which was changed on its way, or signed with another key or for something else. {OpenAgain}";

    private static string TooLarge(StorageRefusal refusal, HttpRequestMessage request)
    {
        var limit = StorageHeaders.IsForm(request) ? "the form's policy allows (content-length-range)" : "storage takes in one request";
        var sizes = refusal.SizeLimit is { } most ? FormattableString.Invariant($": at most {most} bytes") : "";
        if (refusal.SizeSent is { } sent)
        {
            sizes += FormattableString.Invariant($"{(sizes.Length == 0 ? ":" : ", and")} {sent} were sent");
        }

        return $"The file is larger than {limit}{sizes}.";
    }

    private static string Redirected(HttpResponseMessage response)
        => response.StatusCode == HttpStatusCode.NotModified || response.Headers.Location is not { } location
            ? "An upload isn't redirected; the URL is wrong."
            : $"It redirects to {Redaction.Url(location)}, and uploads follow a 307 or 308 to https only, twice at most, "
                + "with a content that can be read again. The API has to give the right URL.";

    /// <summary>
    /// Whether the URL is Azure's and the header is missing without which Azure takes no file. The signature doesn't cover that header, so APIs forget it.
    /// </summary>
    private static bool LacksBlobType(HttpRequestMessage request)
    {
        var query = SignedUrlQuery.Read(request.RequestUri!);
        return query.ContainsKey("sig") && query.ContainsKey("sv")
            && !request.Headers.NonValidated.Contains("x-ms-blob-type");
    }
}
