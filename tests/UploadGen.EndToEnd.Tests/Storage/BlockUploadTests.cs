using System.Security.Cryptography;
using UploadGen.Core;
using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Azure's blocks against Azurite.</summary>
public sealed class BlockUploadTests(StorageServers servers) : StorageTests, IAsyncLifetime
{
    private const int Size = 1024 * 1024;

    private BlobStore? _store;

    private BlobStore Store => _store ?? throw new InvalidOperationException("The store is there when the test runs, not in a constructor.");

    private static DateTimeOffset Later => DateTimeOffset.UtcNow.AddMinutes(10);

    public async ValueTask InitializeAsync() => _store = (await servers.Azurite).Store;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(0)]
    [InlineData(Size)]
    [InlineData(Size + 1)]
    [InlineData(10 * Size + 17)]
    public async Task A_file_becomes_the_blob_whole_or_in_blocks(int length)
    {
        var (content, sha256) = RandomFile(length);

        var sent = await SendAsync(Upload(Store.SignPut(Key, Later)), content);

        Assert.Equal(new StoredObject(length, sha256, "image/webp"), await Store.FindAsync(Key));
        Assert.NotNull(sent.ETag);
    }

    [Theory]
    [InlineData("cw")]
    [InlineData("rcw")]
    public async Task Another_client_goes_on_with_what_a_canceled_one_has_put(string permissions)
    {
        var bytes = RandomNumberGenerator.GetBytes(8 * Size);
        var path = Path.Combine(Directory.CreateTempSubdirectory("uploadgen-").FullName, "bottle.webp");
        await File.WriteAllBytesAsync(path, bytes, Cancellation);
        try
        {
            var upload = Upload(Store.Sign(Key, permissions, Later));
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            using var http = new HttpClient(new CancelingHandler(request: 6, end));
            var canceled = await Assert.ThrowsAsync<UploadCanceledException>(
                () => Storage(http).SendAsync("createVideo", upload, UploadContent.FromFile(path), progress: null, end.Token));
            Assert.False(canceled.IsStored);
            Assert.Null(await Store.FindAsync(Key));
            var first = new FirstReport();

            await Storage().SendAsync("createVideo", upload with { IsBegun = true }, UploadContent.FromFile(path), first, Cancellation);

            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), (await Store.FindAsync(Key))!.Sha256);
            // Of the five before the last, three may have been on their way.
            Assert.Equal(permissions == "rcw", first.BytesSent >= 2 * Size);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public async Task A_blob_that_must_be_new_is_not_replaced_by_blocks()
    {
        var (there, sha256) = RandomFile(100);
        await SendAsync(Upload(Store.SignPut(Key, Later)), there);
        var upload = Upload(Store.SignPut(Key, Later)) with { Headers = new Dictionary<string, string> { ["If-None-Match"] = "*" } };

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(upload, RandomFile(3 * Size).Content));

        Assert.Equal((409, false), (failure.StatusCode, failure.IsStored));
        Assert.Equal(sha256, (await Store.FindAsync(Key))!.Sha256);
    }

    [Fact]
    public async Task After_its_expiry_a_signature_takes_no_blocks()
    {
        var url = Store.SignPut(Key, DateTimeOffset.UtcNow.AddHours(-1));

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(Upload(url), RandomFile(3 * Size).Content));

        Assert.True(failure.IsUrlExpired);
        HoldsNoSecret(failure, new Uri(url));
    }

    [Fact]
    public async Task Connections_that_break_anywhere_cost_blocks_and_not_the_blob()
    {
        var url = new Uri(Store.SignPut(Key, Later));
        var random = new Random(1);
        await using var relay = new CutRelay(url.Port, number => number > 16 ? (long.MaxValue, long.MaxValue) : (random.Next(3 * Size), random.Next(2000)));
        var (content, sha256) = RandomFile(8 * Size);

        await SendAsync(Upload(url.OriginalString.Replace($":{url.Port}/", $":{relay.Port}/", StringComparison.Ordinal)), content);

        Assert.Equal(sha256, (await Store.FindAsync(Key))!.Sha256);
    }

    private static ResumableUpload Upload(string url) => new(UploadProtocol.Blocks, url) { ChunkSize = Size };

    private static Task<SentUpload> SendAsync(ResumableUpload upload, UploadContent content)
        => Storage().SendAsync("createVideo", upload, content, progress: null, Cancellation);

    private static StorageClient Storage(HttpClient? http = null)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri("https://api.example"), StorageHttpClient = http };
        options.Retry.MaxAttempts = 20;
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(20);
        return new ApiConnection(null, options, "").Storage;
    }
}
