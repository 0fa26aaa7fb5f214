using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Transfer;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using UploadGen.Comparison.Clients;
using UploadGen.Core;
using UploadGen.Servers.Speed;

namespace UploadGen.Comparison.Speed;

/// <summary>Ways to send one large file in pieces of the same size, as many at a time.</summary>
internal static class LargeUploaders
{
    public const int PieceSize = 8 << 20;
    public const int Parallelism = 4;

    private static readonly BlobClientOptions BlobOptions = new() { Transport = new HttpClientTransport(LoopbackClients.Make(new SocketsHttpHandler())) };

    /// <summary>UploadGen's parts, to a presigned URL each.</summary>
    public static Uploader Parts()
    {
        var connection = Connection();
        return Uploader.Of("UploadGen", (url, file, token) => connection.Uploads.RunAsync(
            PartsTo(connection, url),
            UploadContent.FromFile(file),
            new PartsUploadOptions { PartSize = PieceSize, Parallelism = Parallelism },
            progress: null,
            token));
    }

    /// <summary>UploadGen's blocks, to a URL with a shared access signature.</summary>
    public static Uploader Blocks()
    {
        var storage = Connection().Storage;
        return Uploader.Of("UploadGen", (url, file, token) => storage.SendAsync(
            "open",
            new ResumableUpload(UploadProtocol.Blocks, Signed(url).OriginalString) { ChunkSize = PieceSize },
            UploadContent.FromFile(file),
            progress: null,
            token));
    }

    /// <summary>Without signatures and checksums of what is sent, which UploadGen's presigned URLs have none of either.</summary>
    public static Uploader TransferUtility(Uri server)
    {
        var config = S3Contestant.Config(server);
        config.HttpClientFactory = new LoopbackClients();
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        var client = new AmazonS3Client(S3Contestant.Credentials, config);
        var transfer = new TransferUtility(client, new TransferUtilityConfig { ConcurrentServiceRequests = Parallelism, MinSizeBeforePartUpload = PieceSize });
        return Uploader.Of("AWSSDK.S3", (url, file, token) => transfer.UploadAsync(
            new TransferUtilityUploadRequest
            {
                BucketName = "uploads",
                Key = url.Segments[^1],
                FilePath = file,
                PartSize = PieceSize,
                DisablePayloadSigning = true,
            },
            token));
    }

    public static Uploader BlobClient() => Uploader.Of("Azure.Storage.Blobs", (url, file, token) =>
    {
        var transfer = new StorageTransferOptions { InitialTransferSize = PieceSize, MaximumTransferSize = PieceSize, MaximumConcurrency = Parallelism };
        var options = new BlobUploadOptions
        {
            TransferOptions = transfer,
            TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.None },
        };
        return new BlobClient(Signed(url), BlobOptions).UploadAsync(file, options, token);
    });

    /// <summary>The session is a text with a URL in each line.</summary>
    private static PartsFlow<string, string, string> PartsTo(ApiConnection connection, Uri url) => new("File", "open")
    {
        Create = (_, count, _) => Task.FromResult(string.Join('\n', Enumerable.Range(1, count).Select(number => $"{url}?partNumber={number}"))),
        Urls = new() { Given = urls => PartTargets.Of(urls.Split('\n')) },
        SendPart = async (_, part, progress, ct) => (await connection.Storage.SendPartAsync("open", part, headers: null, needsETag: true, progress, ct)).ETag,
        Complete = (_, _, parts, _) => Task.FromResult(parts[^1]),
        ReadSession = JsonCodec.ReadString,
        WriteSession = JsonCodec.WriteString,
        ReadPart = JsonCodec.ReadString,
        WritePart = JsonCodec.WriteString,
    };

    private static Uri Signed(Uri url) => new(url + "?sv=2021-12-02&sr=b&sp=cw&sig=c2lnbmF0dXJl");

    private static ApiConnection Connection()
    {
        var options = new UploadClientOptions
        {
            BaseAddress = new Uri("https://unused.example"),
            StorageHttpClient = LoopbackClients.Make(HttpHandlers.ForStorage()),
        };
        return new ApiConnection(null, options, "");
    }
}
