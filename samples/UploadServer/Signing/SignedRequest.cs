using System.Security.Cryptography;
using System.Text;

namespace UploadServer.Signing;

/// <summary>What a signature covers: method, path, query (with the expiry in it) and the signed headers. The body is not part of it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, percent-encoded.</param>
/// <param name="Query">The query without question mark and signature, percent-encoded, sorted.</param>
/// <param name="Headers">Value of each signed header by its lowercase name, sorted.</param>
internal sealed record SignedRequest(string Method, string Path, string Query, SortedDictionary<string, string> Headers)
{
    public string SignedHeaders => string.Join(';', Headers.Keys);

    public string CanonicalRequest
    {
        get
        {
            var headers = string.Concat(Headers.Select(header => $"{header.Key}:{header.Value.Trim()}\n"));
            return $"{Method}\n{Path}\n{Query}\n{headers}\n{SignedHeaders}\nUNSIGNED-PAYLOAD";
        }
    }

    public string StringToSign(DateTimeOffset date)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest)));
        return $"{PresignedQuery.Algorithm}\n{PresignedQuery.Format(date)}\n{SigningKey.Scope(date)}\n{hash}";
    }
}
