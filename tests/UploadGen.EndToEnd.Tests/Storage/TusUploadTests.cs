using System.Security.Cryptography;
using UploadGen.Core;
using UploadGen.EndToEnd.Tests.Server;
using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>tus against its own server.</summary>
public sealed class TusUploadTests(StorageServers servers) : StorageTests, IAsyncLifetime
{
    private Tus? _tus;

    private Tus Server => _tus ?? throw new InvalidOperationException("The server is there when the test runs, not in a constructor.");

    public async ValueTask InitializeAsync() => _tus = await servers.Tus;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public async Task An_upload_is_created_and_sent(int length)
    {
        var (content, sha256) = RandomFile(length);
        var upload = Endpoint(Server.Port) with
        {
            Metadata = new Dictionary<string, string> { ["filename"] = "größe.webp", ["filetype"] = content.MediaType, ["empty"] = "" },
        };

        var sent = await Storage().SendAsync("createVideo", upload, content, progress: null, Cancellation);

        Assert.Equal(sha256, await HashAsync(sent.Url));
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(null)]
    public async Task Connections_that_break_anywhere_cost_what_was_on_its_way(int? chunkSize)
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var random = new Random(seed);
            await using var relay = new CutRelay(
                Server.Port,
                number => number > 12 ? (long.MaxValue, long.MaxValue) : (random.Next(3_000_000), random.Next(4) == 0 ? random.Next(700) : long.MaxValue));
            var (content, sha256) = RandomFile(5_000_000);

            var sent = await Storage().SendAsync("createVideo", Endpoint(relay.Port) with { ChunkSize = chunkSize }, content, progress: null, Cancellation);

            Assert.Equal(sha256, await HashAsync(sent.Url));
            Assert.True(relay.Count > 1, "no connection broke");
        }
    }

    [Fact]
    public async Task Another_client_goes_on_with_what_a_canceled_one_has_sent()
    {
        var (content, sha256) = RandomFile(6_000_000);
        var url = await Storage().CreateAsync("createVideo", Endpoint(Server.Port), content, Cancellation);
        var upload = new ResumableUpload(UploadProtocol.Tus, url) { ChunkSize = 1_000_000 };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var http = new HttpClient(new CancelingHandler(request: 4, end));
        var canceled = await Assert.ThrowsAsync<UploadCanceledException>(
            () => Storage(http).SendAsync("createVideo", upload, content, progress: null, end.Token));
        Assert.Contains("Storage said that it has 2,000,000 of 6,000,000 bytes", canceled.Message, StringComparison.Ordinal);
        var first = new FirstReport();

        await Storage().SendAsync("createVideo", upload with { IsBegun = true }, content, first, Cancellation);

        Assert.Equal(2_000_000, first.BytesSent);
        Assert.Equal(sha256, await HashAsync(url));
    }

    [Fact]
    public async Task What_is_given_up_is_gone()
    {
        var content = RandomFile(1000).Content;
        var url = await Storage().CreateAsync("createVideo", Endpoint(Server.Port), content, Cancellation);
        var upload = new ResumableUpload(UploadProtocol.Tus, url);

        await Storage().AbortAsync("createVideo", upload, Cancellation);

        var failure = await Assert.ThrowsAsync<UploadException>(() => Storage().SendAsync("createVideo", upload, content, progress: null, Cancellation));
        Assert.Equal((404, false), (failure.StatusCode, failure.IsStored));
    }

    [Fact]
    public async Task An_upload_that_has_expired_says_so()
    {
        await using var tus = await Tus.StartAsync(TimeSpan.FromSeconds(1));
        var content = RandomFile(1000).Content;
        var url = await Storage().CreateAsync("createVideo", Endpoint(tus.Port), content, Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancellation);

        var failure = await Assert.ThrowsAsync<UploadException>(
            () => Storage().SendAsync("createVideo", new ResumableUpload(UploadProtocol.Tus, url), content, progress: null, Cancellation));

        Assert.Equal((410, false), (failure.StatusCode, failure.IsStored));
        Assert.Contains("open a new one", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_beyond_the_server_s_limit_is_refused_before_anything_is_sent()
    {
        var content = UploadContent.FromStream(new ZeroStream(Tus.MaxSize + 1), "a.bin", length: Tus.MaxSize + 1);

        var failure = await Assert.ThrowsAsync<UploadException>(
            () => Storage().SendAsync("createVideo", Endpoint(Server.Port), content, progress: null, Cancellation));

        Assert.Contains("Tus-Max-Size", failure.Message, StringComparison.Ordinal);
    }

    private static ResumableUpload Endpoint(int port) => new(UploadProtocol.Tus, $"http://127.0.0.1:{port}/files") { IsEndpoint = true };

    private static StorageClient Storage(HttpClient? http = null)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri("https://api.example"), StorageHttpClient = http };
        options.Retry.MaxAttempts = 20;
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(20);
        return new ApiConnection(null, options, "").Storage;
    }

    /// <summary>The hash of what the server has, without what stands before it.</summary>
    private async Task<string> HashAsync(string url)
    {
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new UriBuilder(url) { Port = Server.Port }.Uri, Cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
