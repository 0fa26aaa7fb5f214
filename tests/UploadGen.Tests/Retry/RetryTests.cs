using Polly;
using Polly.Retry;

namespace UploadGen.Tests;

/// <summary>What is sent again, and what isn't: storage and API answer one line after the other, "cut" closes the connection after the request.</summary>
public class RetryTests
{
    private const string Cut = WireServer.Cut;
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private const string Busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
    private const string BusyForNow = "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
    private const string Exists = "HTTP/1.1 412 Precondition Failed\r\nContent-Length: 0\r\n\r\n";

    private readonly List<WireRequest> _requests = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HTTP/1.1 408 x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 429 x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 500 x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 502 x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 504 x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 400 x\r\nContent-Length: 43\r\n\r\n<Error><Code>IncompleteBody</Code></Error> ")]
    [InlineData(Busy)]
    [InlineData(BusyForNow)]
    [InlineData(Cut)]
    [InlineData("garbage\r\n\r\n")]
    public async Task A_file_is_sent_again_from_its_start(string first)
    {
        var bytes = Bytes.Of(5000);
        var progress = new ProgressLog();
        await PutAsync(UploadContent.FromBytes(bytes, "a"), [first, Ok], progress: progress);

        Assert.Equal(2, _requests.Count);
        Assert.All(_requests, request => Assert.Equal(bytes, request.Body));
        Assert.Equal([1, 2], progress.Reports.Select(report => report.Attempt).Distinct());
    }

    [Theory]
    [InlineData("HTTP/1.1 400 x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 403 x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 413 x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 501 x\r\nContent-Length: 0\r\n\r\n")]
    [InlineData(Exists)]
    public async Task A_refusal_is_final(string answer)
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(UploadContent.FromBytes(Bytes.Of(10), "a"), [answer]));
        Assert.Single(_requests);
        Assert.Equal((1, false, (bool?)(failure.StatusCode == 501 ? null : false)), (failure.Attempts, failure.IsTransient, failure.IsStored));
    }

    [Fact]
    public async Task Attempts_end_and_are_told()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(UploadContent.FromBytes(Bytes.Of(10), "a"), [Busy]));
        Assert.Equal((3, 3, true), (_requests.Count, failure.Attempts, failure.IsTransient));
        Assert.Contains("It was tried 3 times.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_too_long_is_left_alone()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(UploadContent.FromBytes(Bytes.Of(10), "a"), ["HTTP/1.1 503 x\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n"]));
        Assert.Equal((1, TimeSpan.FromHours(1)), (_requests.Count, failure.RetryAfter));
    }

    [Fact]
    public async Task A_date_to_wait_for_counts_from_the_servers_own_time()
    {
        const string later = "HTTP/1.1 503 x\r\nDate: Tue, 01 Jan 2030 00:00:00 GMT\r\nRetry-After: Tue, 01 Jan 2030 02:00:00 GMT\r\nContent-Length: 0\r\n\r\n";
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(UploadContent.FromBytes(Bytes.Of(10), "a"), [later]));
        Assert.Equal(TimeSpan.FromHours(2), failure.RetryAfter);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_again_is_sent_once_and_says_so()
    {
        using var stream = new ForwardStream(Bytes.Of(10));
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(UploadContent.FromStream(stream, "a", length: 10), [Busy]));
        Assert.Single(_requests);
        Assert.Contains("can't be read a second time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_is_there_after_a_refusal_is_anothers()
    {
        await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(
                UploadContent.FromBytes(Bytes.Of(10), "a"), ["HTTP/1.1 429 x\r\nContent-Length: 0\r\n\r\n", Exists], new() { ["If-None-Match"] = "*" }));
    }

    [Fact]
    public async Task A_URL_that_has_ended_by_the_clock_of_storage_is_not_tried_again()
    {
        const string busyLater = "HTTP/1.1 503 Busy\r\nDate: Wed, 01 Jan 2020 00:02:00 GMT\r\nContent-Length: 0\r\n\r\n";
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(UploadContent.FromBytes(Bytes.Of(10), "a"), [busyLater], query: "?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60"));
        Assert.Single(_requests);
        Assert.False(failure.IsUrlExpired);
    }

    /// <summary>This machine's clock is ahead: by storage's, the URL is good, and where storage doesn't tell the time, it says when the URL has ended.</summary>
    [Theory]
    [InlineData("HTTP/1.1 503 Busy\r\nDate: Wed, 01 Jan 2020 00:00:30 GMT\r\nContent-Length: 0\r\n\r\n")]
    [InlineData(Busy)]
    [InlineData(Cut)]
    public async Task A_clock_that_is_ahead_does_not_switch_retries_off(string first)
    {
        await PutAsync(UploadContent.FromBytes(Bytes.Of(10), "a"), [first, Ok], query: "?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60");
        Assert.Equal(2, _requests.Count);
    }

    [Fact]
    public async Task A_bare_refusal_before_the_URL_ends_by_the_clock_of_storage_is_no_end()
    {
        const string refused = "HTTP/1.1 403 No\r\nDate: Wed, 01 Jan 2020 00:00:30 GMT\r\nContent-Length: 0\r\n\r\n";
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(UploadContent.FromBytes(Bytes.Of(10), "a"), [refused], query: "?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60"));
        Assert.False(failure.IsUrlExpired);
    }

    [Theory]
    [InlineData("<Error><Code>AccessDenied</Code><Message></Message></Error>", true)]
    [InlineData("<Error><Code>AuthorizationFailure</Code></Error>", true)]
    [InlineData("", true)]
    [InlineData("<Error><Code>SignatureDoesNotMatch</Code></Error>", false)]
    [InlineData("<Error><Code>AccessDenied</Code><HeadersNotSigned>x-amz-acl</HeadersNotSigned></Error>", false)]
    public async Task What_a_store_says_of_an_ended_URL_is_known_by_the_URLs_own_date(string xml, bool isExpired)
    {
        var answer = $"HTTP/1.1 403 Forbidden\r\nContent-Length: {xml.Length}\r\n\r\n{xml}";
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(
                UploadContent.FromBytes(Bytes.Of(10), "a"), [answer], query: "?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60&X-Amz-Signature=topsecret"));
        Assert.Equal(isExpired, failure.IsUrlExpired);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_that_keeps_the_method_is_followed_with_the_whole_file()
    {
        var bytes = Bytes.Of(3000);
        using var stream = new MemoryStream(bytes);
        await PutAsync(UploadContent.FromStream(stream, "a"), ["HTTP/1.1 307 x\r\nLocation: /other?sig=1\r\nContent-Length: 0\r\n\r\n", Ok]);
        Assert.Equal(["/k", "/other?sig=1"], _requests.Select(request => request.Target));
        Assert.Equal(bytes, _requests[1].Body);
    }

    [Theory]
    [InlineData("http://storage.example/k")]
    [InlineData("https://user:topsecret@storage.example/k")]
    [InlineData("http://[")]
    public async Task A_redirect_to_where_the_file_may_not_go_is_refused(string location)
    {
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync(UploadContent.FromBytes(Bytes.Of(10), "a"), [$"HTTP/1.1 307 x\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"]));
        Assert.Equal(307, failure.StatusCode);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", Busy, 2)]
    [InlineData("PUT", Cut, 2)]
    [InlineData("DELETE", Busy, 2)]
    [InlineData("POST", Busy, 1)]
    [InlineData("POST", BusyForNow, 2)]
    [InlineData("POST", "HTTP/1.1 500 x\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n", 1)]
    [InlineData("POST", Cut, 1)]
    [InlineData("PATCH", Cut, 1)]
    public async Task A_call_is_repeated_only_where_that_is_safe(string method, string first, int sent)
    {
        await using var server = WireServer.Recording(_requests, first, Ok);
        var api = Api(server);
        var failure = await Record.ExceptionAsync(() => api.SendAsync(
            api.Request("op", new HttpMethod(method), "/x"), new ApiResponses().Error("4XX").Error("5XX"), Token));
        Assert.Equal(sent, _requests.Count);
        Assert.Equal(sent == 2, failure is null);
    }

    [Fact]
    public async Task A_call_that_never_got_to_the_server_is_repeated_whatever_its_method()
    {
        var calls = 0;
        await using var server = WireServer.Recording(_requests, Ok);
        using var client = new HttpClient(new Refusing(() => ++calls == 1));
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address) };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        var api = new ApiConnection(client, options, "");

        await api.SendAsync(api.Request("op", HttpMethod.Post, "/x").Json(new Asset { AssetId = Guid.Empty }), new ApiResponses(), Token);

        Assert.Equal((2, 1), (calls, _requests.Count));
    }

    [Fact]
    public async Task A_pipeline_of_the_users_own_cannot_repeat_what_is_not_safe()
    {
        await using var server = WireServer.Recording(_requests, Cut, Ok);
        var api = Api(server, options => options.RetryPipeline = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions { ShouldHandle = _ => PredicateResult.True(), Delay = TimeSpan.Zero, MaxRetryAttempts = 5 }).Build());

        await Assert.ThrowsAsync<HttpRequestException>(() => api.SendAsync(api.Request("op", HttpMethod.Post, "/x"), new ApiResponses(), Token));

        Assert.Single(_requests);
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        await using var server = WireServer.Recording(
            _requests, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n" + new string(' ', 100_000));
        var api = Api(server, options => options.MaxResponseLength = 50_000);
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => api.SendAsync(
            api.Request("op", HttpMethod.Get, "/x"), new ApiResponses<Asset>().Json("200", JsonCodec.ReadModel<Asset>), Token));
        Assert.Contains("longer than 50000 bytes", failure.Message, StringComparison.Ordinal);
        Assert.Single(_requests);
    }

    private async Task PutAsync(
        UploadContent content, string[] answers, Dictionary<string, string>? headers = null, IProgress<UploadProgress>? progress = null, string query = "")
    {
        await using var server = WireServer.Recording(_requests, answers);
        await Api(server).Storage.PutAsync("createUpload", server.Address + "/k" + query, content, headers, progress, Token);
    }

    private static ApiConnection Api(WireServer server, Action<UploadClientOptions>? configure = null)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address) };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxAttempts = 3;
        configure?.Invoke(options);
        return new ApiConnection(null, options, "");
    }

    private sealed class Refusing(Func<bool> refuses) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => refuses() ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused") : base.SendAsync(request, cancellationToken);
    }
}
