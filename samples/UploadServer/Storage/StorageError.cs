using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using UploadServer.Signing;

namespace UploadServer.Storage;

/// <summary>An error as S3 answers it: a status and an XML body with code, message and what belongs to the code.</summary>
internal sealed class StorageError(int status, string code, string message, params (string Name, string Value)[] details) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var error = new XElement("Error", new XElement("Code", code), new XElement("Message", message));
        foreach (var (name, value) in details)
        {
            error.Add(new XElement(name, value));
        }

        error.Add(new XElement("RequestId", httpContext.Response.Headers[StorageApi.RequestIdHeader].ToString()));

        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/xml";
        // What is said of HEAD has no body (RFC 9110, section 9.3.2).
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : httpContext.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{error.ToString(SaveOptions.DisableFormatting)}");
    }

    public static StorageError TwoCredentials()
        => new(400, "InvalidArgument", "Only one auth mechanism allowed: the URL is signed, so there must be no Authorization header",
            ("ArgumentName", "Authorization"));

    public static StorageError MissingLength()
        => new(411, "MissingContentLength", "You must provide the Content-Length HTTP header.", ("Header", "Content-Length"));

    public static StorageError IncompleteQuery()
        => new(400, "AuthorizationQueryParametersError", "A query parameter of the signature is missing or malformed.");

    public static StorageError UnknownAccessKey()
        => new(403, "InvalidAccessKeyId", "There is no access key with this id, or it is not good for this scope.");

    public static StorageError Expired(PresignedQuery presigned, DateTimeOffset now)
        => new(403, "AccessDenied", "Request has expired",
            ("X-Amz-Expires", presigned.Lifetime.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
            ("Expires", Time(presigned.Expires)),
            ("ServerTime", Time(now)));

    public static StorageError HeadersNotSigned(string names)
        => new(403, "AccessDenied", "There were headers present in the request which were not signed",
            ("HeadersNotSigned", names));

    public static StorageError SignatureDoesNotMatch(string accessKeyId, string signature, string stringToSign, string canonicalRequest)
        => new(403, "SignatureDoesNotMatch", "The request is not the one that the URL was signed for: check method, URL and signed headers.",
            ("AWSAccessKeyId", accessKeyId),
            ("StringToSign", stringToSign),
            ("SignatureProvided", signature),
            ("StringToSignBytes", Bytes(stringToSign)),
            ("CanonicalRequest", canonicalRequest),
            ("CanonicalRequestBytes", Bytes(canonicalRequest)));

    public static StorageError NotImplemented(string header)
        => new(501, "NotImplemented", "A header you provided implies functionality that is not implemented", ("Header", header));

    public static StorageError PreconditionFailed()
        => new(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", ("Condition", "If-None-Match"));

    public static StorageError NoSuchKey(string key) => new(404, "NoSuchKey", "The specified key does not exist.", ("Key", key));

    private static string Bytes(string text) => string.Join(' ', Encoding.UTF8.GetBytes(text).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
