using System.Globalization;
using System.Net;

namespace UploadGen.Core;

/// <summary>Says what a person can do when storage refuses a file.</summary>
internal static class StorageAdvice
{
    private const string OpenAgain = "Open the upload again; if that fails too, ask the API's operator.";

    private const string InTrouble = "Storage is in trouble or busy. Try again later.";

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

        return ForCode(refusal, request) ?? ForStatus(response, refusal, request);
    }

    private static string? ForCode(StorageRefusal refusal, HttpRequestMessage request)
        => refusal.Code switch
        {
            "SignatureDoesNotMatch" or "AuthenticationFailed" => SignedHeaders.Find(request)?.Mismatch ?? NotSigned(request),
            "InvalidAccessKeyId" =>
                "Storage doesn't know the key that signed this, or knows it no longer: that is for the API's operator to mend, nothing can be done here.",
            "EntityTooLarge" => TooLarge(refusal, request),
            "EntityTooSmall" => "The file is smaller than storage, or the form's policy (content-length-range), allows.",
            "BadDigest" or "InvalidDigest" or "Md5Mismatch" or "InvalidMd5" or "XAmzContentSHA256Mismatch"
                => "The checksum that came with the URL isn't that of this file. Open the upload for this very file.",
            "RequestTimeTooSkewed" => "The clock of the server that signed the URL is off; nothing can be done here.",
            "MissingRequiredHeader" when !LacksBlobType(request)
                => "Storage wants a header that didn't come with the URL. The API that signed the URL has to name it.",
            "NoSuchBucket" or "ContainerNotFound" => "The bucket that the URL points to isn't there: that is for the API's operator to mend.",
            "NoSuchUpload" => "Storage doesn't know the upload that this is a part of, or not any more. Open the upload again.",
            "RequestTimeout" or "IncompleteBody" => "Storage didn't get the whole request: the connection is slow, or something on the way cut it. Try again.",
            "ConditionalRequestConflict" or "OperationAborted" => "Another request is changing the same object. Try again later.",
            "SlowDown" or "ServerBusy" => "Storage is busy. Try again later.",
            _ when refusal.IsTransient => InTrouble,
            _ => null,
        };

    private static string ForStatus(HttpResponseMessage response, StorageRefusal refusal, HttpRequestMessage request) => (int)response.StatusCode switch
    {
        < 300 => "It began with an answer of success, so make sure whether the file is stored before you upload it again.",
        < 400 => Redirected(response, request.RequestUri!),
        400 when LacksBlobType(request) =>
            "The URL is a shared access signature, which Azure takes with a header x-ms-blob-type (for a whole file, BlockBlob) only, and none came with it. "
            + "The API that signed the URL has to give that header.",
        401 or 403 when StorageHeaders.IsForm(request)
            => "The form may have expired, or its policy may not allow what was sent: a field, the file's media type or its length. " + OpenAgain,
        401 when request.Headers.NonValidated.Contains("Authorization")
            => "The API's credential went with it, since the URL is of the API itself: it may be wrong for this, or the URL may have expired. " + OpenAgain,
        401 => "The URL may have expired, or it wants a credential, and none goes to storage. " + OpenAgain + SignedHeaders.Find(request)?.Missing,
        403 => "The URL may have expired or may not allow this upload. " + OpenAgain + SignedHeaders.Find(request)?.Missing,
        404 or 410 => "The place the URL points to isn't there, or not any more. Open the upload again.",
        405 => $"Storage takes no {request.Method} at this URL. The API has to give a URL that is signed for {request.Method}.",
        409 or 412 when IsOfItsState(refusal, request) =>
            "The object at this place isn't in the state that the request is for: it was changed, or is locked. Open a new upload; "
            + "if that fails too, ask the API's operator.",
        409 or 412 =>
            "There is an object at this place already and the URL doesn't allow to replace it. "
            + "If an earlier try of this upload got through, go on with the confirmation; else open a new upload.",
        413 => TooLarge(refusal, request),
        415 => "Storage doesn't take the media type that was sent. Open the upload with the file's exact media type.",
        501 => "Storage can't do what the request asks for, such as by a header that came with the URL: that is for the API's operator to mend.",
        507 => "Storage has no room for the file: that is for the API's operator to mend.",
        >= 500 => InTrouble,
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

    private static string Redirected(HttpResponseMessage response, Uri from)
    {
        if (response.StatusCode is HttpStatusCode.MultipleChoices or HttpStatusCode.NotModified)
        {
            return "That is no answer to an upload; the URL is wrong.";
        }

        if (response.Headers.Location is not { } location || !Uri.TryCreate(from, location, out var to))
        {
            return "It redirects, and doesn't say where to, or that is no URL. The API has to give the right URL.";
        }

        var reason = response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            ? "uploads follow a 307 or 308 only, as others don't keep method and body"
            : to.Scheme != Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttp ? "files are sent over https only"
            : to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttps ? "uploads never go from https to http"
            : to.UserInfo.Length > 0 ? "the user name in it may be meant to mislead about the host"
            : "uploads follow two redirects at most, with a content that can be read again, and not to this machine, into a private network or over http "
                + "(UploadClientOptions.AllowPrivateStorage, AllowPlainHttpStorage)";
        return $"It redirects to {Redaction.Url(to)}, and that isn't followed: {reason}. The API has to give the right URL.";
    }

    /// <summary>Whether the object may be replaced, and isn't what the request says it is, or is locked.</summary>
    private static bool IsOfItsState(StorageRefusal refusal, HttpRequestMessage request)
    {
        var headers = request.Headers.NonValidated;
        return !refusal.IsTaken
            && (refusal.Code?.Contains("Lease", StringComparison.Ordinal) == true
                || headers.Contains("If-Match")
                || headers.Contains("If-Unmodified-Since")
                || (headers.TryGetValues("x-goog-if-generation-match", out var generation) && generation.ToString() != "0"));
    }

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
