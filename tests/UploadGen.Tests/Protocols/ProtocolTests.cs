using System.Globalization;
using System.Text.Json;

namespace UploadGen.Tests;

/// <summary>What holds for every protocol that sends from an offset, against a server that allows nothing else than the protocol does.</summary>
public abstract class ProtocolTests : IAsyncDisposable
{
    private readonly List<SessionServer> _servers = [];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected abstract UploadProtocol Protocol { get; }

    /// <summary>A size of requests that the protocol allows.</summary>
    private protected virtual int Chunk => 256 * 1024;

    private protected virtual bool TakesEmpty => true;

    /// <summary>Whether a session can be asked when its file is complete.</summary>
    private protected virtual bool OutlivesFile => true;

    /// <summary>Whether the file's item is given, also when it is asked for once more.</summary>
    private protected virtual bool GivesItem => true;

    private protected virtual bool MayGoBack => true;

    public static TheoryData<SessionFault> PassingFaults => [SessionFault.Busy, SessionFault.LostAnswer, SessionFault.Cut];

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(3, -1)]
    public async Task A_file_is_sent_in_as_many_requests_as_it_wants(int chunks, int more)
    {
        var bytes = Bytes.Of(chunks * Chunk + more);
        var server = await StartAsync();
        if (bytes.Length == 0 && !TakesEmpty)
        {
            await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, bytes));
            return;
        }

        var progress = new ProgressLog();

        var sent = await SendAsync(server, bytes, progress: progress);

        IsThere(server, bytes);
        Assert.Equal(server.Url, sent.Url);
        Assert.Equal(bytes.Length, progress.Reports[^1].BytesSent);
        Assert.Equal(progress.Reports.Select(report => report.BytesSent).Order(), progress.Reports.Select(report => report.BytesSent));
        Assert.All(progress.Reports, report => Assert.Equal((UploadStep.Put, bytes.Length, 1), (report.Step, report.TotalBytes, report.Attempt)));
        if (GivesItem)
        {
            Assert.Equal($"{bytes.Length}", sent.Read(Size));
        }
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task Whichever_request_goes_wrong_the_file_arrives_once(SessionFault fault)
    {
        var bytes = Bytes.Of(3 * Chunk + 1000);
        var count = await RequestsAsync(bytes);
        for (var request = 1; request <= count; request++)
        {
            var server = await StartAsync();
            server.Fail(request, fault);
            var progress = new ProgressLog();

            if (fault == SessionFault.LostAnswer && request == count && !OutlivesFile)
            {
                var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, bytes, progress: progress));
                Assert.Null(failure.IsStored);
                IsThere(server, bytes);
                continue;
            }

            await SendAsync(server, bytes, progress: progress);

            IsThere(server, bytes);
            Assert.True(progress.Reports[^1].BytesSent == bytes.Length, $"{progress.Reports[^1]} after {string.Join(", ", server.Requests)}");
        }
    }

    [Fact]
    public async Task Only_what_storage_does_not_have_is_sent_again()
    {
        var bytes = Bytes.Of(4 * Chunk);
        var server = await StartAsync();
        server.Fail(First + 2, SessionFault.LostAnswer);

        await SendAsync(server, bytes);

        // The third request got through, so the fourth is sent when storage was asked.
        Assert.Equal(First + 4, server.Requests.Count);
        IsThere(server, bytes);
    }

    [Fact]
    public async Task Random_faults_end_in_the_file_or_in_an_exception_that_says_how_it_stands()
    {
        var bytes = Bytes.Of(4 * Chunk + 17);
        SessionFault[] faults = [.. PassingFaults.Select(row => row.Data), .. MayGoBack ? new[] { SessionFault.Loses } : []];
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var server = await StartAsync();
            for (var request = 1; request < 40; request++)
            {
                if (random.Next(3) == 0)
                {
                    server.Fail(request, faults[random.Next(faults.Length)]);
                }
            }

            var failure = await Record.ExceptionAsync(() => SendAsync(server, bytes, configure: options => options.Retry.MaxAttempts = 3));

            Assert.True(failure is null or UploadException, $"seed {seed}: {failure}");
            Assert.Empty(server.Violations);
            var isStored = failure is null ? true : ((UploadException)failure).IsStored;
            Assert.True(
                isStored is null || isStored == server.IsComplete,
                $"seed {seed}: {failure?.Message} and {server.IsComplete} after {string.Join(", ", server.Requests)}");
            Assert.True(!server.IsComplete || server.Bytes.AsSpan().SequenceEqual(bytes), $"seed {seed}: other bytes");
        }
    }

    [Fact]
    public async Task Retries_are_counted_anew_when_storage_has_got_more()
    {
        var bytes = Bytes.Of(8 * Chunk);
        var server = await StartAsync();
        for (var request = First; request < 40; request += 3)
        {
            server.Fail(request, SessionFault.Busy);
        }

        await SendAsync(server, bytes, configure: options => options.Retry.MaxAttempts = 2);

        IsThere(server, bytes);
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_asked_as_often_as_the_options_say()
    {
        var server = await StartAsync();
        for (var request = 1; request < 40; request++)
        {
            server.Fail(request, SessionFault.Busy);
        }

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(100), configure: options => options.Retry.MaxAttempts = 4));

        Assert.Equal((503, 4, 4, true), (failure.StatusCode, failure.Attempts, server.Requests.Count, failure.IsTransient));
    }

    [Fact]
    public async Task What_storage_has_lost_is_sent_again_where_it_may_lose_anything()
    {
        var bytes = Bytes.Of(4 * Chunk);
        var server = await StartAsync();
        server.Fail(First + 2, SessionFault.Loses);

        if (!MayGoBack)
        {
            var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, bytes));
            Assert.Contains("It has lost some", failure.Message, StringComparison.Ordinal);
            Assert.False(failure.IsStored);
            return;
        }

        await SendAsync(server, bytes);

        IsThere(server, bytes);
    }

    [Fact]
    public async Task More_than_the_file_is_an_error_that_says_so()
    {
        var bytes = Bytes.Of(Chunk);
        var server = await StartAsync();
        server.Add(2 * Chunk);

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, bytes, isBegun: true));

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"has {2 * Chunk:N0} bytes"), failure.Message, StringComparison.Ordinal);
        Assert.Contains("open a new one", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_client_goes_on_where_storage_stands()
    {
        var bytes = Bytes.Of(4 * Chunk + 5);
        var server = await StartAsync();
        server.Fail(First + 2, SessionFault.Busy);
        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, bytes, configure: options => options.Retry.MaxAttempts = 1));
        Assert.Contains(Told(2 * Chunk, bytes), failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsStored);
        var before = server.Requests.Count;
        var progress = new ProgressLog();

        await SendAsync(server, bytes, isBegun: true, progress: progress);

        IsThere(server, bytes);
        Assert.Equal(First - 1 + 1 + 3, server.Requests.Count - before);
        Assert.Equal(2 * Chunk, progress.Reports[0].BytesSent);
    }

    [Fact]
    public async Task An_upload_that_is_complete_is_not_sent_again()
    {
        var bytes = Bytes.Of(2 * Chunk);
        var server = await StartAsync();
        await SendAsync(server, bytes);
        var before = server.Requests.Count;

        if (!OutlivesFile)
        {
            var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, bytes, isBegun: true));
            Assert.Equal((true, null), (failure.IsGone, failure.IsStored));
            return;
        }

        await SendAsync(server, bytes, isBegun: true);

        Assert.Equal(1, server.Requests.Count - before);
        IsThere(server, bytes);
    }

    [Fact]
    public async Task A_session_that_has_ended_says_that_it_is_gone_and_nothing_is_stored()
    {
        var server = await StartAsync();
        server.Fail(First + 1, SessionFault.Gone);

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(4 * Chunk)));

        Assert.Equal((true, false, 1), (failure.IsGone, failure.IsStored, failure.Attempts));
        Assert.Contains("open a new one", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_opens_an_upload_anew_that_is_gone()
    {
        var bytes = Bytes.Of(2 * Chunk + 1);
        var first = await StartAsync();
        var second = await StartAsync();
        first.Fail(First + 1, SessionFault.Gone);
        var opened = new Queue<SessionServer>([first, second]);
        first.Expect(bytes.Length);
        second.Expect(bytes.Length);
        var storage = Storage();
        var flow = new UploadFlow<SessionServer, SessionServer>("Video", "createVideo")
        {
            Create = (_, _) => Task.FromResult(opened.Dequeue()),
            Url = server => server.Url,
            Put = (server, content, progress, token) => storage.SendAsync("createVideo", Upload(server), content, progress, token),
            Confirm = (server, _, _) => Task.FromResult(server),
        };

        var result = await new UploadRunner(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance)
            .RunAsync(flow, UploadContent.FromBytes(bytes, "a.mp4"), null, null, Token);

        Assert.Same(second, result);
        IsThere(second, bytes);
    }

    [Fact]
    public async Task An_upload_is_given_up_and_another_time_too()
    {
        var server = await StartAsync();
        var storage = Storage();

        await storage.AbortAsync("createVideo", Upload(server), Token);
        await storage.AbortAsync("createVideo", Upload(server), Token);

        Assert.False(server.IsOpen);
        Assert.Empty(server.Violations);
        Assert.All(server.Requests, request => Assert.StartsWith("DELETE", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancellation_says_how_the_upload_stands_and_leaves_it_open()
    {
        var bytes = Bytes.Of(4 * Chunk);
        var server = await StartAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        server.Arrives = request =>
        {
            if (request == First + 2)
            {
                end.Cancel();
            }
        };

        var canceled = await Assert.ThrowsAsync<UploadCanceledException>(() => SendAsync(server, bytes, cancellationToken: end.Token));

        Assert.Equal((UploadStep.Put, false, end.Token), (canceled.Step, canceled.IsStored, canceled.CancellationToken));
        Assert.Contains(Told(2 * Chunk, bytes), canceled.Message, StringComparison.Ordinal);
        server.Arrives = null;
        await SendAsync(server, bytes, isBegun: true);
        IsThere(server, bytes);
    }

    [Fact]
    public async Task A_file_that_changes_is_given_up()
    {
        using var file = new TestFile(Bytes.Of(3 * Chunk));
        var content = UploadContent.FromFile(file.FilePath);
        var server = await StartAsync();
        server.Arrives = request =>
        {
            if (request == First + 1)
            {
                File.SetLastWriteTimeUtc(file.FilePath, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            }
        };

        var failure = await Assert.ThrowsAsync<IOException>(() => SendAsync(server, content, Upload(server)));

        Assert.Contains("has changed", failure.Message, StringComparison.Ordinal);
        Assert.False(server.IsComplete);
    }

    [Fact]
    public async Task A_stream_that_seeks_is_sent_from_where_it_stands()
    {
        var bytes = Bytes.Of(2 * Chunk + 9);
        using var stream = new MemoryStream([1, 2, 3, .. bytes]) { Position = 3 };
        var server = await StartAsync();
        server.Fail(First + 1, SessionFault.Cut);

        await SendAsync(server, UploadContent.FromStream(stream, "a.bin"), Upload(server));

        IsThere(server, bytes);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_in_one_request_or_not_at_all()
    {
        var server = await StartAsync();
        using var small = new ForwardStream(Bytes.Of(100));
        using var large = new ForwardStream(Bytes.Of(2 * Chunk));

        var failure = await Assert.ThrowsAsync<UploadException>(
            () => SendAsync(server, UploadContent.FromStream(large, "a.bin", length: 2 * Chunk), Upload(server)));

        Assert.Contains("can't seek", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        server = await StartAsync();
        await SendAsync(server, UploadContent.FromStream(small, "a.bin", length: 100), Upload(server));
        IsThere(server, Bytes.Of(100));
    }

    [Fact]
    public async Task Where_nobody_says_how_much_goes_in_a_request_a_stream_that_cannot_seek_goes_in_one()
    {
        var server = await StartAsync();
        const int Length = 65 * 1024 * 1024;
        using var stream = new ForwardStream(Bytes.Of(Length));
        var sending = SendAsync(server, UploadContent.FromStream(stream, "a.bin", length: Length), Upload(server) with { ChunkSize = null });
        if (Protocol == UploadProtocol.ExpectedRanges)
        {
            // The protocol limits requests.
            await Assert.ThrowsAsync<UploadException>(() => sending);
            Assert.Empty(server.Requests);
            return;
        }

        await sending;

        IsThere(server, Bytes.Of(Length));
        Assert.Equal(First, server.Requests.Count);
    }

    [Fact]
    public async Task Beyond_four_gibibytes_offsets_are_right()
    {
        const long Length = 6L << 30;
        var path = Path.Combine(Directory.CreateTempSubdirectory("uploadgen-").FullName, "sparse.bin");
        try
        {
            await using (var file = File.Create(path))
            {
                file.SetLength(Length);
            }

            var server = await StartAsync(onlyCounts: true);
            server.Jump(Length - 4 * Chunk - 1);

            await SendAsync(server, UploadContent.FromFile(path), Upload(server) with { IsBegun = true });

            Assert.Empty(server.Violations);
            Assert.Equal((Length, true), (server.Count, server.IsComplete));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public async Task No_message_holds_the_sessions_secret()
    {
        var server = await StartAsync();
        server.IsOpen = false;

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(10)));

        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", Upload(server).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://storage.example/sessions/1", "isn't https")]
    [InlineData("https://user@storage.example/sessions/1", "a user name")]
    [InlineData("", "no URL")]
    public async Task Nothing_is_sent_where_files_may_not_go(string url, string why)
    {
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => Storage().SendAsync("createVideo", new ResumableUpload(Protocol, url), UploadContent.FromBytes(Bytes.Of(10), "a"), progress: null, Token));

        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_among_the_headers_is_not_sent()
    {
        var server = await StartAsync();
        var upload = Upload(server) with { Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer abc" } };

        var failure = await Assert.ThrowsAsync<UploadException>(
            () => Storage().SendAsync("createVideo", upload, UploadContent.FromBytes(Bytes.Of(10), "a"), progress: null, Token));

        Assert.Contains("Authorization, which is never sent to storage", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    /// <summary>The number of the first request that sends bytes.</summary>
    private protected virtual int First => 1;

    private protected abstract SessionServer NewServer(bool onlyCounts);

    private protected static StorageClient Storage(Action<UploadClientOptions>? configure = null)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri("https://api.example"), Credential = ApiCredential.FromToken("api-token") };
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return new ApiConnection(null, options, "").Storage;
    }

    private protected Task<SessionServer> StartAsync(bool onlyCounts = false) => StartAsync(NewServer(onlyCounts));

    private protected async Task<T> StartAsync<T>(T server)
        where T : SessionServer
    {
        _servers.Add(server);
        await server.StartAsync();
        return server;
    }

    private protected virtual ResumableUpload Upload(SessionServer server) => new(Protocol, server.Url) { ChunkSize = Chunk };

    private protected Task<SentUpload> SendAsync(
        SessionServer server, byte[] bytes, bool isBegun = false, IProgress<UploadProgress>? progress = null, Action<UploadClientOptions>? configure = null,
        CancellationToken? cancellationToken = null)
        => SendAsync(server, UploadContent.FromBytes(bytes, "a.mp4"), Upload(server) with { IsBegun = isBegun }, progress, configure, cancellationToken);

    private protected static Task<SentUpload> SendAsync(
        SessionServer server, UploadContent content, ResumableUpload upload, IProgress<UploadProgress>? progress = null,
        Action<UploadClientOptions>? configure = null, CancellationToken? cancellationToken = null)
    {
        server.Expect(content.Length);
        return Storage(configure).SendAsync("createVideo", upload, content, progress, cancellationToken ?? Token);
    }

    /// <summary>Sends ten bytes to a server that has its answers written down.</summary>
    private protected Task<SentUpload> SendTenAsync(
        string url, Func<ResumableUpload, ResumableUpload>? change = null, Action<UploadClientOptions>? configure = null)
    {
        var upload = new ResumableUpload(Protocol, url);
        return Storage(configure).SendAsync(
            "createVideo", change?.Invoke(upload) ?? upload, UploadContent.FromBytes(Bytes.Of(10), "a"), progress: null, Token);
    }

    private protected static void IsThere(SessionServer server, byte[] bytes)
    {
        Assert.Empty(server.Violations);
        Assert.True(server.IsComplete, $"it isn't complete after {string.Join(", ", server.Requests)}");
        Assert.True(
            server.Bytes.AsSpan().SequenceEqual(bytes), $"{server.Count} of {bytes.Length} bytes, or others, after {string.Join(", ", server.Requests)}");
    }

    private static string Told(long count, byte[] bytes)
        => string.Create(CultureInfo.InvariantCulture, $"Storage said that it has {count:N0} of {bytes.Length:N0} bytes");

    private static string? Size(ref Utf8JsonReader reader)
        => JsonDocument.ParseValue(ref reader).RootElement.GetProperty("size").ToString();

    private async Task<int> RequestsAsync(byte[] bytes)
    {
        var server = await StartAsync();
        await SendAsync(server, bytes);
        return server.Requests.Count;
    }
}
