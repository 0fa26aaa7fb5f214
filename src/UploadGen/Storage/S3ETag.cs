namespace UploadGen.Core;

/// <summary>
/// Tells whether the ETag of a store that speaks S3's dialect is the MD5 of the object. It is for what was sent in one request and isn't encrypted with a key
/// of a key service or of the client's (<see href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html"/>). Where anything leaves a doubt, it isn't.
/// </summary>
internal static class S3ETag
{
    private const string Encryption = "x-amz-server-side-encryption";

    /// <summary>Ends of the names of directory buckets and of their access points, whose ETags are no digests.</summary>
    private static readonly string[] DirectoryNames = ["--x-s3", "--xa-s3"];

    public static bool IsMd5(HttpResponseMessage response, HttpRequestMessage request)
    {
        var url = request.RequestUri!.OriginalString;
        return StoredAnswer.ETag(response)?.StartsWith('"') == true
            && (response.Headers.NonValidated.Contains("x-amz-request-id") || IsSigned(url))
            && !Array.Exists(DirectoryNames, name => url.Contains(name, StringComparison.OrdinalIgnoreCase))
            && response.Headers.NonValidated.Concat(request.Headers.NonValidated).All(header => IsPlain(header.Key, header.Value.ToString()));
    }

    /// <summary>Whether the query has AWS's signature, version 4 or 2.</summary>
    private static bool IsSigned(string url)
        => SignedUrlQuery.Find(url, "X-Amz-Signature") is not null || SignedUrlQuery.Find(url, "AWSAccessKeyId") is not null;

    /// <summary>Whether a header says of no key, and of no other dialect.</summary>
    private static bool IsPlain(string name, string value)
        => name.StartsWith("x-goog-", StringComparison.OrdinalIgnoreCase) ? false
            : name.Equals(Encryption, StringComparison.OrdinalIgnoreCase) ? value == "AES256"
            : !name.Contains("encryption", StringComparison.OrdinalIgnoreCase) && !name.Contains("-sse-", StringComparison.OrdinalIgnoreCase)
                && !name.Contains("-kms-", StringComparison.OrdinalIgnoreCase);
}
