using Microsoft.AspNetCore.Http;
using UploadServer.Storage;

namespace UploadServer.Signing;

/// <summary>Makes presigned URLs after AWS Signature Version 4 (query parameters, unsigned payload).</summary>
internal sealed class UrlSigner(SigningKey key, TimeProvider time, TimeSpan lifetime)
{
    /// <summary>Signs a URL of the storage on the host that a request was sent to.</summary>
    /// <param name="origin">The request that asks for the URL.</param>
    /// <param name="method">The method that the URL is good for.</param>
    /// <param name="objectKey">Key of the object.</param>
    /// <param name="headers">Headers that the request to the URL must carry, exactly.</param>
    public string Sign(HttpRequest origin, string method, string objectKey, IEnumerable<KeyValuePair<string, string>>? headers = null)
        => $"{origin.Scheme}://{origin.Host}" + Sign(method, origin.Host.Value!, ObjectKey.ToPath(objectKey), headers ?? []);

    /// <summary>Signs a path of a host, and returns it with its query.</summary>
    public string Sign(string method, string host, string path, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = host };
        foreach (var (name, value) in headers)
        {
            signed.Add(name.ToLowerInvariant(), value);
        }

        var now = time.GetUtcNow();
        var query = PresignedQuery.Unsigned(key.Credential(now), now, lifetime, signed.Keys);
        var signature = key.Sign(new SignedRequest(method, path, query, signed).StringToSign(now), now);
        return $"{path}?{query}&{PresignedQuery.SignatureName}={signature}";
    }
}
