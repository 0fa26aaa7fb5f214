using System.Collections.Concurrent;
using Amazon.S3;
using Amazon.S3.Model;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using UploadGen.Servers.Speed;

namespace UploadGen.Comparison.Speed;

/// <summary>The vendors' clients as <see cref="Uploader"/>s: container and key are the URL's.</summary>
internal static class Peers
{
    public static Uploader S3(AmazonS3Client client, string bucket) => Uploader.Of("AWSSDK.S3", (url, file, token)
        => client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = url.Segments[^1], FilePath = file }, token));

    public static Uploader Azure(BlobContainerClient container) => Uploader.Of("Azure.Storage.Blobs", (url, file, token)
        => container.GetBlobClient(url.Segments[^1]).UploadAsync(file, new BlobUploadOptions(), token));

    /// <summary>UploadGen's engine, with a presigned URL for each file.</summary>
    /// <param name="sign">Gives the URL of a key; asked once for each, so that no measured round signs.</param>
    /// <param name="headers">Headers that go with it.</param>
    public static Uploader Presigned(Func<string, string> sign, IReadOnlyDictionary<string, string> headers)
    {
        var storage = new Core.ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri("https://unused.example") }, "").Storage;
        var urls = new ConcurrentDictionary<string, string>();
        return Uploader.Of("UploadGen", (url, file, token)
            => storage.PutAsync("put", urls.GetOrAdd(url.Segments[^1], sign), UploadContent.FromFile(file), headers, null, token));
    }
}
