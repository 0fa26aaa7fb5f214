using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using UploadGen.Comparison.Clients;

namespace UploadGen.Comparison.Speed;

/// <summary>Stores that run already, such as Ceph's gateway and Azurite; the environment names them.</summary>
internal static class RealStores
{
    /// <summary><c>S3_ENDPOINT</c>, <c>S3_BUCKET</c>, <c>S3_ACCESS_KEY</c>, <c>S3_SECRET_KEY</c>; <see langword="null"/> without the first.</summary>
    public static async Task<Row?> S3Async()
    {
        if (Variable("S3_ENDPOINT") is not { } endpoint)
        {
            return null;
        }

        var (bucket, isSecure) = (Required("S3_BUCKET"), endpoint.StartsWith("https:", StringComparison.Ordinal));
        var credentials = new BasicAWSCredentials(Required("S3_ACCESS_KEY"), Required("S3_SECRET_KEY"));
        var config = S3Contestant.Config(new Uri(endpoint));
        // Ceph 16 refuses a checksum behind the body, which the SDK sends unless it is told not to.
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        var client = new AmazonS3Client(credentials, config);
        await client.PutBucketAsync(bucket);
        var presigned = Peers.Presigned(
            key => client.GetPreSignedURL(new GetPreSignedUrlRequest
            {
                BucketName = bucket,
                Key = key,
                Verb = HttpVerb.PUT,
                Expires = DateTime.UtcNow.AddHours(1),
                Protocol = isSecure ? Protocol.HTTPS : Protocol.HTTP,
            }),
            new Dictionary<string, string>());
        return new Row("S3", new Uri(endpoint), [presigned, Peers.S3(client, bucket)]);
    }

    /// <summary><c>AZ_BLOB_ENDPOINT</c>, <c>AZ_CONTAINER</c>, <c>AZ_ACCOUNT</c>, <c>AZ_KEY</c>; <see langword="null"/> without the first.</summary>
    public static async Task<Row?> AzureAsync()
    {
        if (Variable("AZ_BLOB_ENDPOINT") is not { } endpoint)
        {
            return null;
        }

        var credential = new StorageSharedKeyCredential(Required("AZ_ACCOUNT"), Required("AZ_KEY"));
        // Azurite 3.35 knows no newer one.
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05);
        var container = new BlobServiceClient(new Uri(endpoint), credential, options).GetBlobContainerClient(Required("AZ_CONTAINER"));
        await container.CreateIfNotExistsAsync();
        // Both send the same signature: what is measured is how they send.
        var permissions = BlobContainerSasPermissions.Create | BlobContainerSasPermissions.Write;
        var signed = new BlobContainerClient(container.GenerateSasUri(permissions, DateTimeOffset.UtcNow.AddHours(1)), options);
        var presigned = Peers.Presigned(key => signed.GetBlobClient(key).Uri.AbsoluteUri, new Dictionary<string, string> { ["x-ms-blob-type"] = "BlockBlob" });
        return new Row("Azure", new Uri(endpoint), [presigned, Peers.Azure(signed)]);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    private static string Required(string name) => Variable(name) ?? throw new InvalidOperationException($"The environment names no {name}.");
}
