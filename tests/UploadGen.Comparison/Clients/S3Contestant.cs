using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using UploadGen.Comparison.Faults;

namespace UploadGen.Comparison.Clients;

/// <summary>AWSSDK.S3. It has no limit for an answer (24 days); here it has one.</summary>
internal sealed class S3Contestant : Contestant
{
    /// <summary>Those of nobody.</summary>
    public static BasicAWSCredentials Credentials { get; } = new("EXAMPLEKEY", "example-secret");

    public override string Name => "AWSSDK.S3";

    public override Dialect Dialect { get; } = new S3Dialect();

    public override async Task UploadAsync(FaultyStore store, string file, CancellationToken cancellationToken)
    {
        var config = Config(new Uri(store.Address));
        config.Timeout = Timeout;
        using var client = new AmazonS3Client(Credentials, config);
        await store.ExpectClientAsync();
        var put = new PutObjectRequest { BucketName = "uploads", Key = "file", FilePath = file };
        if (store.Fault.MustBeNew)
        {
            put.IfNoneMatch = "*";
        }

        await client.PutObjectAsync(put, cancellationToken);
    }

    public override string Describe(Exception failure)
        => Words(failure, (int?)(failure as AmazonServiceException)?.StatusCode, (failure as AmazonServiceException)?.ErrorCode);

    public static AmazonS3Config Config(Uri endpoint)
        => new() { ServiceURL = endpoint.OriginalString, ForcePathStyle = true, AuthenticationRegion = "us-east-1" };
}
