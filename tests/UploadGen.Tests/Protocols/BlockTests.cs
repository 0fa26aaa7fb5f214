namespace UploadGen.Tests;

/// <summary>Azure's blocks, against a server that allows nothing else than the service does.</summary>
public sealed class BlockTests : IAsyncDisposable
{
    private const int Size = 100_000;

    private readonly List<BlobServer> _servers = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(Size, 1)]
    [InlineData(Size + 1, 3)]
    [InlineData(5 * Size, 6)]
    public async Task A_file_that_fits_one_request_is_put_whole_and_a_longer_one_in_blocks(int length, int requests)
    {
        var server = await StartAsync();
        var bytes = Bytes.Of(length);
        var progress = new ProgressLog();

        var sent = await SendAsync(server, bytes, progress: progress);

        IsThere(server, bytes);
        Assert.Equal((requests, "\"0x1\"", server.Url), (server.Requests.Count, sent.ETag, sent.Url));
        Assert.Equal(length, progress.Reports[^1].BytesSent);
        Assert.Equal("video/mp4", requests == 1 ? server.Properties["Content-Type"] : server.Properties["x-ms-blob-content-type"]);
    }

    [Fact]
    public async Task Headers_of_the_blob_go_with_the_list_and_those_of_its_keeping_with_each_block()
    {
        var server = await StartAsync();
        var headers = new Dictionary<string, string>
        {
            ["x-ms-blob-type"] = "BlockBlob",
            ["Content-Type"] = "video/mp4",
            ["Cache-Control"] = "no-store",
            ["x-ms-meta-a"] = "1",
            ["If-None-Match"] = "*",
            ["x-ms-version"] = "2021-12-02",
            ["x-ms-blob-content-disposition"] = "inline",
        };
        var bytes = Bytes.Of(2 * Size + 1);

        await SendAsync(server, bytes, Upload(server) with { Headers = headers });

        IsThere(server, bytes);
        Assert.Equal(
            ("video/mp4", "no-store", "1", "*", "inline"),
            (server.Properties["x-ms-blob-content-type"], server.Properties["x-ms-blob-cache-control"], server.Properties["x-ms-meta-a"],
                server.Properties["If-None-Match"], server.Properties["x-ms-blob-content-disposition"]));
        Assert.False(server.Properties.ContainsKey("Cache-Control"));
    }

    [Theory]
    [InlineData(SessionFault.Busy)]
    [InlineData(SessionFault.LostAnswer)]
    [InlineData(SessionFault.Cut)]
    public async Task Whichever_request_goes_wrong_the_blob_is_made(SessionFault fault)
    {
        var bytes = Bytes.Of(3 * Size);
        for (var request = 1; request <= 4; request++)
        {
            var server = await StartAsync();
            server.Fail(request, fault);

            await SendAsync(server, bytes);

            IsThere(server, bytes);
            Assert.Equal(5, server.Requests.Count);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_whose_answer_is_lost_is_known_by_its_blocks_where_that_may_be_asked(bool mayBeRead)
    {
        var server = await StartAsync(new BlobServer { MayBeRead = mayBeRead });
        server.Fail(4, SessionFault.LostAnswer);
        var bytes = Bytes.Of(3 * Size);
        var upload = Upload(server) with { Headers = new Dictionary<string, string> { ["If-None-Match"] = "*" } };

        var failure = await Record.ExceptionAsync(() => SendAsync(server, bytes, upload));

        Assert.Equal(bytes, server.Blob);
        Assert.Equal(mayBeRead, failure is null);
        Assert.True(failure is null or UploadException { StatusCode: 409, StorageCode: "BlobAlreadyExists", IsStored: null }, $"{failure}");
    }

    [Fact]
    public async Task A_blob_of_other_bytes_is_not_taken_for_the_file()
    {
        var server = await StartAsync();
        await SendAsync(server, Bytes.Of(50));
        server.Fail(5, SessionFault.Cut);
        var upload = Upload(server) with { Headers = new Dictionary<string, string> { ["If-None-Match"] = "*" } };

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(3 * Size), upload));

        Assert.Equal((409, false), (failure.StatusCode, failure.IsStored));
        Assert.Equal(Bytes.Of(50), server.Blob);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_client_puts_only_the_blocks_that_are_not_there_where_it_may_ask(bool mayBeRead)
    {
        using var file = new TestFile(Bytes.Of(6 * Size));
        var server = await StartAsync(new BlobServer { MayBeRead = mayBeRead });
        server.Fail(4, SessionFault.Busy);
        var upload = Upload(server);
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => Once().SendAsync("createVideo", upload, UploadContent.FromFile(file.FilePath), progress: null, Token));
        Assert.False(failure.IsStored);

        await Storage().SendAsync("createVideo", upload with { IsBegun = true }, UploadContent.FromFile(file.FilePath), progress: null, Token);

        IsThere(server, Bytes.Of(6 * Size));
        // It asks, and puts what is missing and the list. How many blocks got there beside the one that failed is a matter of chance.
        var put = server.Requests.SkipWhile(request => !request.StartsWith("GET", StringComparison.Ordinal)).Count() - 2;
        Assert.InRange(put, mayBeRead ? 1 : 6, mayBeRead ? 5 : 6);
    }

    [Fact]
    public async Task Blocks_of_another_file_are_not_taken_for_this_one_s()
    {
        using var first = new TestFile(Bytes.Of(3 * Size));
        using var second = new TestFile(new byte[3 * Size]);
        var server = await StartAsync();
        server.Fail(4, SessionFault.Busy);
        await Assert.ThrowsAsync<UploadException>(
            () => Once().SendAsync("createVideo", Upload(server), UploadContent.FromFile(first.FilePath), progress: null, Token));

        await Storage().SendAsync("createVideo", Upload(server) with { IsBegun = true }, UploadContent.FromFile(second.FilePath), progress: null, Token);

        IsThere(server, new byte[3 * Size]);
    }

    [Fact]
    public async Task A_cancellation_leaves_no_blob_and_says_so()
    {
        var server = await StartAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        server.Arrives = request =>
        {
            if (request == 3)
            {
                end.Cancel();
            }
        };

        var canceled = await Assert.ThrowsAsync<UploadCanceledException>(
            () => Storage().SendAsync("createVideo", Upload(server), UploadContent.FromBytes(Bytes.Of(5 * Size), "a"), progress: null, end.Token));

        Assert.Equal((UploadStep.Put, false, end.Token), (canceled.Step, canceled.IsStored, canceled.CancellationToken));
        Assert.Null(server.Blob);
    }

    [Fact]
    public async Task What_cannot_be_sent_with_the_list_is_said_before_the_first_block()
    {
        var server = await StartAsync();
        var upload = Upload(server) with { Headers = new Dictionary<string, string> { ["x-ms-meta-a"] = "ä" } };

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(3 * Size), upload));

        Assert.Contains("Nothing was sent", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Giving_up_asks_nothing_of_storage()
    {
        var server = await StartAsync();

        await Storage().AbortAsync("createVideo", Upload(server), Token);

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(256L << 20, null, 32)]
    [InlineData(1L << 40, null, 49_933)]
    [InlineData(1L << 40, 1L, 49_933)]
    [InlineData(100, 10L, 10)]
    public void A_blob_has_at_most_50000_blocks_with_ids_of_one_length(long length, long? wanted, int count)
    {
        var plan = new BlockPlan(UploadContent.FromStream(new ZeroStream(length), "a", length: length), wanted);

        Assert.Equal(count, plan.Count);
        Assert.Equal(length, Enumerable.Range(0, plan.Count).Sum(plan.LengthOf));
        Assert.Equal([32], new[] { plan.Id(0), plan.Id(plan.Count - 1) }.Select(id => id.Length).Distinct());
        Assert.Equal(plan.Count, Enumerable.Range(0, plan.Count).Select(plan.Id).Distinct().Count());
    }

    private static StorageClient Storage(Action<UploadClientOptions>? configure = null)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri("https://api.example"), Credential = ApiCredential.FromToken("api-token") };
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return new ApiConnection(null, options, "").Storage;
    }

    private static StorageClient Once() => Storage(options => options.Retry.MaxAttempts = 1);

    private static ResumableUpload Upload(BlobServer server) => new(UploadProtocol.Blocks, server.Url) { ChunkSize = Size };

    private static Task<SentUpload> SendAsync(BlobServer server, byte[] bytes, ResumableUpload? upload = null, IProgress<UploadProgress>? progress = null)
        => Storage().SendAsync("createVideo", upload ?? Upload(server), UploadContent.FromBytes(bytes, "a.mp4"), progress, Token);

    private static void IsThere(BlobServer server, byte[] bytes)
    {
        Assert.Empty(server.Violations);
        Assert.True(server.Blob?.AsSpan().SequenceEqual(bytes), $"{server.Blob?.Length} bytes, or others, after {string.Join(", ", server.Requests)}");
    }

    private async Task<BlobServer> StartAsync(BlobServer? server = null)
    {
        _servers.Add(server ??= new BlobServer());
        await server.StartAsync();
        return server;
    }
}
