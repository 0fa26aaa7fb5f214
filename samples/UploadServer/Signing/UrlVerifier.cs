using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using UploadServer.Http;
using UploadServer.Storage;

namespace UploadServer.Signing;

/// <summary>Holds a request to the URL it was signed for.</summary>
internal sealed class UrlVerifier(SigningKey key, TimeProvider time)
{
    /// <summary>Verifies the request.</summary>
    /// <returns>Null when the request is as signed, else the error that S3 answers with.</returns>
    public StorageError? Verify(HttpRequest request)
    {
        var target = WireTarget.Of(request.HttpContext);
        if (PresignedQuery.Parse(target.Query) is not { } presigned)
        {
            return StorageError.IncompleteQuery();
        }

        if (presigned.Credential != key.Credential(presigned.Date))
        {
            return StorageError.UnknownAccessKey();
        }

        if (presigned.Expires <= time.GetUtcNow())
        {
            return StorageError.Expired(presigned, time.GetUtcNow());
        }

        if (UnsignedAmazonHeaders(request, presigned) is { Length: > 0 } names)
        {
            return StorageError.HeadersNotSigned(names);
        }

        return VerifySignature(AsSigned(request, target, presigned), presigned);
    }

    private StorageError? VerifySignature(SignedRequest request, PresignedQuery presigned)
    {
        var stringToSign = request.StringToSign(presigned.Date);
        var expected = Encoding.ASCII.GetBytes(key.Sign(stringToSign, presigned.Date));
        var same = CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(presigned.Signature));
        return same ? null : StorageError.SignatureDoesNotMatch(key.AccessKeyId, presigned.Signature, stringToSign, request.CanonicalRequest);
    }

    private static SignedRequest AsSigned(HttpRequest request, WireTarget target, PresignedQuery presigned)
    {
        var parameters = target.Query.TrimStart('?').Split('&')
            .Where(parameter => !parameter.StartsWith(PresignedQuery.SignatureName + "=", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in presigned.SignedHeaders)
        {
            headers[name] = string.Join(',', request.Headers[name].ToArray());
        }

        return new SignedRequest(request.Method, target.Path, string.Join('&', parameters), headers);
    }

    private static string UnsignedAmazonHeaders(HttpRequest request, PresignedQuery presigned)
        => string.Join(", ", request.Headers.Keys
            .Select(name => name.ToLowerInvariant())
            .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal) && !presigned.SignedHeaders.Contains(name)));
}
