using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace UploadGen.Tests;

/// <summary>Exceptions of handlers and pipelines of the caller's: the engine says at which step, and how the upload stands.</summary>
public sealed class CallersHandlerTests : IDisposable
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private const string Secret = "sk-4f9a8b7c6d5e4f3a2b1c";

    private static readonly Dictionary<string, Func<Exception>> Failures = new(StringComparer.Ordinal)
    {
        ["a wrong state"] = static () => new InvalidOperationException($"no session for {Secret}"),
        ["the network"] = static () => new IOException($"broken with {Secret}"),
        ["a type of its own"] = static () => new OddException($"odd, with {Secret}"),
        ["a call of another client"] = static () => new ApiException("no token") { StatusCode = 404 },
        ["an open circuit"] = static () => new BrokenCircuitException("The circuit is open."),
        ["a time limit"] = static () => new TimeoutRejectedException("Too long."),
    };

    private readonly List<WireRequest> _requests = [];
    private readonly List<IDisposable> _clients = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Steps
        => new(from failure in Failures.Keys from path in new[] { "/assets", "/k", "/done" } select (failure, path));

    public static TheoryData<string> Names => [.. Failures.Keys];

    public void Dispose() => _clients.ForEach(static client => client.Dispose());

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task In_an_upload_it_tells_the_step_and_the_state(string failing, string path)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var api = Api(server, new Failing(path, Failures[failing]));

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(api, server.Address));

        var (step, isStored, id) = path switch
        {
            "/assets" => (UploadStep.Create, false, null),
            "/k" => (UploadStep.Put, false, "asset-1"),
            _ => (UploadStep.Confirm, true, "asset-1"),
        };
        Assert.Equal((step, isStored, id, "createAsset"), (failure.Step, failure.IsStored, failure.UploadId, failure.OperationId));
        Assert.Equal(failing is "the network" or "an open circuit" or "a time limit", failure.IsTransient);
        Assert.NotNull(failure.InnerException);
        Assert.DoesNotContain("4f9a8b7c", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains(Path(path), failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Of_a_file_in_one_request_it_tells_whether_the_API_may_have_it(string failing)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        foreach (var isAfter in new[] { false, true })
        {
            var api = Api(server, new Failing("/file", Failures[failing]) { IsAfter = isAfter });

            var failure = await Assert.ThrowsAsync<UploadException>(() => SendFileAsync(api));

            Assert.Equal((UploadStep.Put, isAfter ? null : (bool?)false, "sendFile"), (failure.Step, failure.IsStored, failure.OperationId));
            Assert.NotNull(failure.InnerException);
        }

        Assert.Single(_requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_that_a_handler_has_sent_may_be_in_storage(string failing)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var api = Api(server, new Failing("/k", Failures[failing]) { IsAfter = true });

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(api, server.Address));

        Assert.Equal((UploadStep.Put, (bool?)null), (failure.Step, failure.IsStored));
    }

    /// <summary>A handler that sends by itself a second time, and fails in the middle of that.</summary>
    [Fact]
    public async Task What_was_sent_whole_once_may_be_there_though_the_handler_began_anew()
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var api = Api(server, new Twice());

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(api, server.Address));

        Assert.Equal((UploadStep.Put, (bool?)null), (failure.Step, failure.IsStored));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_that_takes_no_file_fails_as_one_that_does_not_get_through(string failing)
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var api = Api(server, new Failing("/x", Failures[failing]));

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => api.SendAsync(api.Request("op", HttpMethod.Post, "/x"), new ApiResponses(), Token));

        Assert.IsType(failing == "a time limit" ? typeof(TimeoutException) : typeof(HttpRequestException), failure);
        Assert.StartsWith($"op: POST {server.Address}/x: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4f9a8b7c", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Polly's exceptions say more than their message: when a circuit closes again.</summary>
    [Fact]
    public async Task What_rejected_a_call_is_the_cause()
    {
        await using var server = WireServer.Recording(_requests, Ok);
        var api = Api(server, new Failing("/assets", static () => new BrokenCircuitException("open", TimeSpan.FromSeconds(7))));

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(api, server.Address));

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<BrokenCircuitException>(failure.InnerException!.InnerException).RetryAfter);
    }

    [Theory]
    [InlineData("/assets", UploadStep.Create, false)]
    [InlineData("/k", UploadStep.Put, null)]
    [InlineData("/done", UploadStep.Confirm, true)]
    public async Task A_pipeline_that_ends_a_call_tells_the_step_and_the_state(string path, UploadStep step, bool? isStored)
    {
        await using var server = WireServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                if (request.Path.EndsWith(path, StringComparison.Ordinal))
                {
                    await connection.HangAsync();
                }

                await connection.WriteAsync(Ok);
            }
        });
        var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromMilliseconds(300)).Build();
        var api = new ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri(server.Address), RetryPipeline = pipeline }, "");

        var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(api, server.Address));

        Assert.Equal((step, isStored, "createAsset"), (failure.Step, failure.IsStored, failure.OperationId));
        Assert.Contains("UploadClientOptions.RetryPipeline has ended the call", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.IsTransient);
    }

    /// <summary>An earlier attempt was answered 503 when it had the file; what then fails isn't the network, and the file may be there all the same.</summary>
    [Fact]
    public async Task A_credential_that_fails_at_a_second_attempt_says_that_the_file_may_be_there()
    {
        await using var server = WireServer.Recording(_requests, "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
        var asked = 0;
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address), Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) } };
        options.Credential = ApiCredential.FromProvider(
            _ => asked++ == 0 ? ValueTask.FromResult("key") : throw new InvalidOperationException("the vault is closed"));

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendFileAsync(new ApiConnection(null, options, "")));

        Assert.Equal((UploadStep.Put, (bool?)null), (failure.Step, failure.IsStored));
        Assert.Contains("the vault is closed", failure.Message, StringComparison.Ordinal);
    }

    private static string Path(string path) => path == "/done" ? "/assets/asset-1/done" : path;

    private static Task<string> UploadAsync(ApiConnection api, string storage)
        => new UploadRunner(NullLogger.Instance).RunAsync(
            new UploadFlow<string, string>("Asset", "createAsset")
            {
                Create = async (_, token) =>
                {
                    await api.SendAsync(api.Request("createAsset", HttpMethod.Post, "/assets"), new ApiResponses(), token);
                    return "asset-1";
                },
                Url = _ => storage + "/k",
                Id = session => session,
                Put = (_, content, progress, token) => api.Storage.PutAsync("createAsset", storage + "/k", content, null, progress, token),
                Confirm = async (session, _, token) =>
                {
                    await api.SendAsync(api.Request("confirmAsset", HttpMethod.Post, "/assets/{id}/done").Path("id", session), new ApiResponses(), token);
                    return session;
                },
            },
            UploadContent.FromBytes(Bytes.Of(10), "a"), null, null, Token);

    private static Task SendFileAsync(ApiConnection api)
        => api.SendAsync(
            api.Request("sendFile", HttpMethod.Post, "/file").Authorize(SecurityScheme.Bearer("b")).Binary(UploadContent.FromBytes(Bytes.Of(10), "a")),
            new ApiResponses(), Token);

    private ApiConnection Api(WireServer server, HttpMessageHandler handler)
    {
        var client = new HttpClient(handler);
        _clients.Add(client);
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address), StorageHttpClient = client, Retry = { MaxAttempts = 1 } };
        return new ApiConnection(client, options, "");
    }

    private sealed class OddException(string message) : Exception(message);

    private sealed class Failing(string path, Func<Exception> failure) : DelegatingHandler(HttpHandlers.ForStorage())
    {
        public bool IsAfter { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isMeant = request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal);
            if (isMeant && !IsAfter)
            {
                throw failure();
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (!isMeant)
            {
                return response;
            }

            response.Dispose();
            throw failure();
        }
    }

    private sealed class Twice() : DelegatingHandler(HttpHandlers.ForStorage())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Put)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            (await base.SendAsync(request, cancellationToken)).Dispose();
            await request.Content!.CopyToAsync(new Narrow(), cancellationToken);
            throw new InvalidOperationException("It has to fail before.");
        }
    }

    /// <summary>Takes nothing.</summary>
    private sealed class Narrow : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("full");
    }
}
