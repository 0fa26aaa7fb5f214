using Amazon.S3;
using Amazon.S3.Model;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>A bucket at an S3 endpoint: signs what may be done with it, and looks into it.</summary>
internal sealed class S3Store : IDisposable
{
    public const string AccessKey = "UPLOADGENTESTSACCESS";
    public const string SecretKey = "UploadGenTestsSecretKey0123456789abcdefg";

    private const string Bucket = "uploads";

    private readonly Uri _endpoint;
    private readonly AmazonS3Client _s3;
    private readonly HttpClient _http = new();

    public S3Store(Uri endpoint, string accessKey = AccessKey, string secretKey = SecretKey)
    {
        _endpoint = endpoint;
        _s3 = new AmazonS3Client(accessKey, secretKey, new AmazonS3Config
        {
            ServiceURL = endpoint.OriginalString,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
        });
    }

    /// <summary>The same endpoint, signed for by someone else.</summary>
    public S3Store As(string accessKey, string secretKey) => new(_endpoint, accessKey, secretKey);

    public Task CreateBucketAsync() => _s3.PutBucketAsync(Bucket);

    /// <summary>A URL to PUT an object to, for ten minutes unless said otherwise.</summary>
    public string SignPut(string key, Action<GetPreSignedUrlRequest>? more = null) => Sign(HttpVerb.PUT, key, more);

    /// <summary>A URL to PUT an object to with these headers, and with these values only.</summary>
    public string SignPut(string key, IReadOnlyDictionary<string, string> headers) => SignPut(key, put =>
    {
        foreach (var (name, value) in headers)
        {
            put.Headers[name] = value;
        }
    });

    /// <summary>The URL and the fields of a form to POST an object with.</summary>
    public CreatePresignedPostResponse SignPost(string key, DateTime expires, params S3PostCondition[] conditions)
    {
        var request = new CreatePresignedPostRequest { BucketName = Bucket, Key = key, Expires = expires };
        request.Conditions.AddRange(conditions);
        return _s3.CreatePresignedPost(request);
    }

    /// <summary>Opens an upload in parts.</summary>
    /// <returns>The store's id of it.</returns>
    public async Task<string> OpenPartsAsync(string key)
        => (await _s3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = Bucket, Key = key }, CancellationToken.None)).UploadId;

    /// <summary>A URL to PUT a part to.</summary>
    public string SignPart(string key, string uploadId, int number, TimeSpan? valid = null) => SignPut(key, put =>
    {
        (put.UploadId, put.PartNumber) = (uploadId, number);
        put.Expires = DateTime.UtcNow + (valid ?? TimeSpan.FromMinutes(10));
    });

    /// <summary>The numbers of the parts that are there.</summary>
    public async Task<IReadOnlyList<int>> PartsAsync(string key, string uploadId)
    {
        var listing = await _s3.ListPartsAsync(new ListPartsRequest { BucketName = Bucket, Key = key, UploadId = uploadId }, CancellationToken.None);
        return [.. (listing.Parts ?? []).Select(part => part.PartNumber ?? 0)];
    }

    /// <summary>Makes an object of the parts.</summary>
    public Task CompletePartsAsync(string key, string uploadId, IEnumerable<(int Number, string ETag)> parts)
    {
        var request = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = key, UploadId = uploadId };
        request.AddPartETags(parts.Select(part => new PartETag(part.Number, part.ETag)));
        return _s3.CompleteMultipartUploadAsync(request, CancellationToken.None);
    }

    /// <summary>Gives an upload in parts up.</summary>
    public Task AbortPartsAsync(string key, string uploadId)
        => _s3.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { BucketName = Bucket, Key = key, UploadId = uploadId }, CancellationToken.None);

    /// <summary>The keys of uploads in parts that are open.</summary>
    public async Task<IEnumerable<string>> OpenAsync(string prefix)
    {
        var listing = await _s3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = Bucket, Prefix = prefix }, CancellationToken.None);
        return (listing.MultipartUploads ?? []).Select(upload => upload.Key);
    }

    /// <summary>The object under a key.</summary>
    public Task<StoredObject?> FindAsync(string key) => StoredObject.ReadAsync(_http, Sign(HttpVerb.GET, key));

    /// <summary>The keys that begin with a prefix.</summary>
    public async Task<IEnumerable<string>> KeysAsync(string prefix)
    {
        var listing = await _s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = prefix }, TestContext.Current.CancellationToken);
        return (listing.S3Objects ?? []).Select(found => found.Key);
    }

    public void Dispose()
    {
        _s3.Dispose();
        _http.Dispose();
    }

    private string Sign(HttpVerb verb, string key, Action<GetPreSignedUrlRequest>? more = null)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = Bucket,
            Key = key,
            Verb = verb,
            Expires = DateTime.UtcNow.AddMinutes(10),
            Protocol = _endpoint.Scheme == Uri.UriSchemeHttps ? Protocol.HTTPS : Protocol.HTTP,
        };
        more?.Invoke(request);
        return _s3.GetPreSignedURL(request);
    }
}
