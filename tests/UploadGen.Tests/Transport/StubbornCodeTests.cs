using System.Buffers;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace UploadGen.Tests;

/// <summary>
/// Code of the caller's that heeds no token, or blocks its thread: a cancellation is through all the same. It would stay where it is until the test lets it go.
/// </summary>
public sealed class StubbornCodeTests : IDisposable
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    /// <summary>Engine and messages say a second; the rest is for machines that have much else to do.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly List<WireRequest> _requests = [];
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _released.TrySetResult();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_credential_does_not_hold_a_call(bool blocks)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address) };
        options.Credential = ApiCredential.FromProvider(async _ =>
        {
            await StayAsync(blocks);
            return "key";
        });
        var api = new ApiConnection(null, options, "");

        await EndsSoonAsync(
            token => api.SendAsync(api.Request("op", HttpMethod.Get, "/x").Authorize(SecurityScheme.Bearer("b")), new ApiResponses(), token));

        Assert.Empty(_requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_does_not_hold_an_upload(bool blocks)
    {
        await using var server = WireServer.Start(connection => connection.HangAsync());
        var content = UploadContent.FromStream(new Stubborn(this, blocks), "a", length: 1000);

        var canceled = await EndsSoonAsync(token => Api(server).Storage.PutAsync("op", server.Address + "/k", content, null, null, token));

        Assert.False(Assert.IsType<UploadCanceledException>(canceled).IsStored);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nor_does_it_hold_its_digest(bool blocks)
    {
        var content = UploadContent.FromStream(new Stubborn(this, blocks), "a", length: 1000);
        await EndsSoonAsync(token => ContentDigest.ComputeAsync(content.Source, DigestAlgorithm.Sha1, token));
    }

    [Theory]
    [InlineData(false, "/api")]
    [InlineData(true, "/api")]
    [InlineData(false, "/k")]
    [InlineData(true, "/k")]
    public async Task A_handler_does_not_hold_an_upload(bool blocks, string path)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        using var client = new HttpClient(new StubbornHandler(this, blocks, path));
        var api = Api(server, client);

        var canceled = await EndsSoonAsync(token => UploadAsync(api, server.Address, null, token));

        Assert.Equal(path == "/k" ? UploadStep.Put : UploadStep.Create, Assert.IsType<UploadCanceledException>(canceled).Step);
        Assert.False(((UploadCanceledException)canceled).IsStored);
    }

    /// <summary>What a handler sends when nobody waits any more never gets there whole: the exception has said so.</summary>
    [Fact]
    public async Task A_handler_that_is_left_behind_sends_no_whole_file()
    {
        await using var server = WireServer.Recording(_requests, Ok);
        using var client = new HttpClient(new StubbornHandler(this, blocks: false, "/k") { GoesOn = true });

        var canceled = await EndsSoonAsync(token => UploadAsync(Api(server, client), server.Address, null, token));
        _released.SetResult();
        await Task.Delay(300, Token);

        Assert.False(Assert.IsType<UploadCanceledException>(canceled).IsStored);
        Assert.DoesNotContain(_requests, request => request.Method == "PUT");
    }

    [Fact]
    public async Task A_handler_that_does_not_heed_a_timeout_does_not_hold_a_call()
    {
        await using var server = WireServer.Recording(_requests, Ok);
        using var client = new HttpClient(new StubbornHandler(this, blocks: false, "/x"));
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address), ResponseTimeout = TimeSpan.FromMilliseconds(200) };
        options.Retry.MaxAttempts = 1;
        var api = new ApiConnection(client, options, "");

        var began = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<TimeoutException>(() => api.SendAsync(api.Request("op", HttpMethod.Get, "/x"), new ApiResponses(), Token));

        Assert.True(Stopwatch.GetElapsedTime(began) < Limit);
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 200)]
    [InlineData(false, 400)]
    [InlineData(true, 400)]
    public async Task The_body_of_an_answer_does_not_hold_a_call(bool blocks, int status)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        using var client = new HttpClient(new BodyHandler(() => new Stubborn(this, blocks), status));
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address) };
        var api = new ApiConnection(client, options, "");

        await EndsSoonAsync(token => api.SendAsync(
            api.Request("op", HttpMethod.Get, "/x"), new ApiResponses<long>().Json("200", JsonCodec.ReadInt64).Error("400"), token));
    }

    [Theory]
    [InlineData(UploadStep.Create)]
    [InlineData(UploadStep.Put)]
    [InlineData(UploadStep.Confirm)]
    public async Task A_progress_callback_does_not_hold_an_upload(UploadStep step)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var progress = new StubbornProgress(this, step);

        var canceled = await EndsSoonAsync(token => UploadAsync(Api(server), server.Address, progress, token));

        Assert.Equal(step, Assert.IsType<UploadCanceledException>(canceled).Step);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pipeline_does_not_hold_an_upload(bool blocks)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var pipeline = new ResiliencePipelineBuilder().AddStrategy(_ => new StubbornStrategy(this, blocks), new StubbornOptions()).Build();
        var api = new ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri(server.Address), RetryPipeline = pipeline }, "");

        await EndsSoonAsync(token => UploadAsync(api, server.Address, null, token));
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("Sending")]
    [InlineData("forget")]
    [InlineData("dispose")]
    public async Task A_journal_does_not_hold_many_uploads(string method)
    {
        var journal = new StubbornJournal(this, method);
        var outcomes = new List<UploadOutcome<string>>();
        var upload = new WholeUpload<string>("Thing", "uploadThing")
        {
            Send = async (_, _, token) =>
            {
                if (method is "forget" or "dispose")
                {
                    _reached.TrySetResult();
                    await Task.Delay(Timeout.Infinite, token);
                }

                return "done";
            },
            ResultJson = new JournalJson<string>(JsonCodec.ReadString, JsonCodec.WriteString),
        };

        await EndsSoonAsync(async token =>
        {
            var run = new UploadRunner(NullLogger.Instance).RunManyAsync(
                upload, new[] { UploadContent.FromBytes(new byte[] { 1 }, "a") }, new UploadManyOptions { Journal = journal }, null, token);
            await foreach (var outcome in run)
            {
                outcomes.Add(outcome);
            }
        });

        Assert.Equal(UploadStatus.Canceled, Assert.Single(outcomes).Status);
        _released.TrySetResult();
        // The file is given back when the journal has done what it was asked for, in that order.
        await journal.GivenBack.WaitAsync(Limit, Token);
        Assert.Equal(method == "claim" ? ["claim", "dispose"] : ["claim", "Sending", "forget", "dispose"], journal.Done);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_progress_callback_does_not_hold_many_uploads(bool isAtEnd)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var api = Api(server);
        var files = Enumerable.Range(0, 20).Select(i => UploadContent.FromBytes(Bytes.Of(1000), $"{i}")).ToList();
        var flow = Flow(api, server.Address);
        var outcomes = new List<UploadOutcome<string>>();

        await EndsSoonAsync(async token =>
        {
            await foreach (var outcome in api.Uploads.RunManyAsync(flow, files, new UploadManyOptions(), new StubbornManyProgress(this, isAtEnd), token))
            {
                outcomes.Add(outcome);
            }
        });

        Assert.Equal(20, outcomes.Count);
    }

    /// <summary>A read that was left behind is still in the stream when the next upload begins.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_next_upload_of_a_stream_waits_for_the_read_that_was_left_behind(bool blocks)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var bytes = Bytes.Of(600_000);
        using var stream = new StubbornAtFirst(this, blocks, bytes);
        var content = UploadContent.FromStream(stream, "a");
        var api = Api(server);
        await EndsSoonAsync(token => api.Storage.PutAsync("op", server.Address + "/k", content, null, null, token));

        var second = api.Storage.PutAsync("op", server.Address + "/k", content, null, null, Token);
        await Task.Delay(100, Token);
        Assert.False(second.IsCompleted);
        _released.SetResult();
        await second;

        Assert.Equal(bytes, _requests[^1].Body);
        Assert.Equal(1, stream.MostAtOnce);
    }

    /// <summary>What others have got from the pool since isn't written to.</summary>
    [Fact]
    public async Task A_read_that_was_left_behind_writes_into_no_pooled_memory()
    {
        await using var server = WireServer.Start(connection => connection.HangAsync());
        var content = UploadContent.FromStream(new Stubborn(this, blocks: true), "a", length: 256 * 1024);
        await EndsSoonAsync(token => Api(server).Storage.PutAsync("op", server.Address + "/k", content, null, null, token));

        var rented = Enumerable.Range(0, 64).Select(_ => ArrayPool<byte>.Shared.Rent(256 * 1024)).ToList();
        rented.ForEach(static array => Array.Clear(array));
        _released.SetResult();
        await Task.Delay(300, Token);

        Assert.All(rented, static array => Assert.Equal(-1, array.AsSpan().IndexOfAnyExcept((byte)0)));
        rented.ForEach(static array => ArrayPool<byte>.Shared.Return(array));
    }

    private static ApiConnection Api(WireServer server, HttpClient? client = null)
        => new(client, new UploadClientOptions { BaseAddress = new Uri(server.Address), StorageHttpClient = client, Retry = { MaxAttempts = 1 } }, "");

    private static Task<string> UploadAsync(ApiConnection api, string storage, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
        => new UploadRunner(NullLogger.Instance).RunAsync(
            Flow(api, storage), UploadContent.FromBytes(Bytes.Of(1000), "a"), null, progress, cancellationToken);

    private static UploadFlow<string, string> Flow(ApiConnection api, string storage) => new("Asset", "createAsset")
    {
        Create = async (_, token) =>
        {
            await api.SendAsync(api.Request("createAsset", HttpMethod.Post, "/api"), new ApiResponses(), token);
            return "asset-1";
        },
        Url = _ => storage + "/k",
        Put = (_, content, told, token) => api.Storage.PutAsync("createAsset", storage + "/k", content, null, told, token),
        Confirm = (session, _, _) => Task.FromResult(session),
        ResultJson = new JournalJson<string>(JsonCodec.ReadString, JsonCodec.WriteString),
    };

    /// <summary>Cancels when the code is where it stays, and waits for the end of the call.</summary>
    private async Task<OperationCanceledException> EndsSoonAsync(Func<CancellationToken, Task> call)
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var at = 0L;
        _ = _reached.Task.ContinueWith(
            _ =>
            {
                at = Stopwatch.GetTimestamp();
                canceled.Cancel();
            },
            Token, TaskContinuationOptions.RunContinuationsAsynchronously, TaskScheduler.Default);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call(canceled.Token));

        Assert.InRange(Stopwatch.GetElapsedTime(at), TimeSpan.Zero, Limit);
        Assert.Equal(canceled.Token, failure.CancellationToken);
        return failure;
    }

    private Task StayAsync(bool blocks)
    {
        _reached.TrySetResult();
        if (blocks)
        {
            _released.Task.Wait(Timeout.Infinite, CancellationToken.None);
        }

        return _released.Task;
    }

    private sealed class Stubborn(StubbornCodeTests test, bool blocks) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await test.StayAsync(blocks);
            buffer.Span.Fill(0xAA);
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class StubbornAtFirst(StubbornCodeTests test, bool blocks, byte[] bytes) : MemoryStream(bytes)
    {
        private int _reads;
        private int _now;

        public int MostAtOnce { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            try
            {
                if (_reads++ == 0)
                {
                    await test.StayAsync(blocks);
                }

                return Read(buffer.Span[..Math.Min(buffer.Length, 50_000)]);
            }
            finally
            {
                Interlocked.Decrement(ref _now);
            }
        }
    }

    private sealed class StubbornHandler(StubbornCodeTests test, bool blocks, string path) : DelegatingHandler(new SocketsHttpHandler())
    {
        /// <summary>Whether it sends the request in the end.</summary>
        public bool GoesOn { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == path)
            {
                await test.StayAsync(blocks);
            }

            return await base.SendAsync(request, GoesOn ? CancellationToken.None : cancellationToken);
        }
    }

    private sealed class BodyHandler(Func<Stream> body, int status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StreamContent(body()) });
    }

    private sealed class StubbornProgress(StubbornCodeTests test, UploadStep step) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value)
        {
            if (value.Step == step)
            {
                test.StayAsync(blocks: true).Wait();
            }
        }
    }

    private sealed class StubbornManyProgress(StubbornCodeTests test, bool isAtEnd) : IProgress<UploadManyProgress>
    {
        public void Report(UploadManyProgress value)
        {
            if (!isAtEnd || value.FilesUploaded > 0)
            {
                test.StayAsync(blocks: true).Wait();
            }
        }
    }

    private sealed class StubbornOptions : ResilienceStrategyOptions;

    private sealed class StubbornStrategy(StubbornCodeTests test, bool blocks) : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            await test.StayAsync(blocks);
            return await callback(context, state);
        }
    }

    private sealed class StubbornJournal(StubbornCodeTests test, string method) : IUploadJournal
    {
        private readonly TaskCompletionSource _givenBack = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<string> _done = [];

        public IEnumerable<string> Done => _done;

        public Task GivenBack => _givenBack.Task;

        public string? Identify(UploadContent content) => content.FileName;

        public async ValueTask<JournalClaim?> TryClaimAsync(JournalKey key, CancellationToken cancellationToken)
        {
            await DoAsync("claim");
            return new Claim(this, key);
        }

        public ValueTask<JournalRecord?> FindAsync(JournalKey key, CancellationToken cancellationToken) => new((JournalRecord?)null);

        public ValueTask<bool> ForgetAsync(JournalKey key, CancellationToken cancellationToken) => new(false);

        private async ValueTask DoAsync(string what)
        {
            if (what == method)
            {
                await test.StayAsync(blocks: true);
            }

            _done.Add(what);
        }

        private sealed class Claim(StubbornJournal journal, JournalKey key) : JournalClaim(key, last: null)
        {
            public override ValueTask RecordAsync(JournalRecord record) => journal.DoAsync(record.Event.ToString());

            public override ValueTask AddPartAsync(JournalPart part) => ValueTask.CompletedTask;

            public override ValueTask ForgetAsync() => journal.DoAsync("forget");

            public override async ValueTask DisposeAsync()
            {
                await journal.DoAsync("dispose");
                journal._givenBack.TrySetResult();
            }
        }
    }
}
