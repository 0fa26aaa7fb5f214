using System.Diagnostics;

namespace UploadGen.Tests;

/// <summary>What a collector sees of uploads. Runs alone: whoever listens hears of all uploads of the process.</summary>
[Collection(nameof(MemoryTests))]
public class TelemetryTests
{
    private const string Ok = WireServer.Ok;
    private const string Cut = WireServer.Cut;
    private const string Busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
    private const string Forbidden = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
    private const string Secret = "topsecret";

    private readonly List<WireRequest> _requests = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_a_tree_of_its_requests()
    {
        using var recorder = new TelemetryRecorder();
        await UploadAsync([Ok, Ok, Ok]);

        Assert.Equal(
            [
                " > upload Thing:  Unset",
                "upload Thing > POST /things: 200 Unset",
                "upload Thing > PUT: 200 Unset",
                "upload Thing > POST /things/{id}: 200 Unset",
            ],
            recorder.Tree);
        var put = recorder.Spans.Single(span => span.OperationName == "PUT");
        Assert.Equal(ActivityKind.Client, put.Kind);
        Assert.Equal(
            ["http.request.method=PUT", "http.response.status_code=200", "server.address=127.0.0.1", "uploadgen.operation=openThing"],
            put.TagObjects.Where(tag => tag.Key is not ("server.port" or "url.full")).Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.EndsWith("/k?…", (string)put.GetTagItem("url.full")!, StringComparison.Ordinal);
        var upload = recorder.Spans.Single(span => span.Parent is null);
        Assert.Equal(
            ("Thing", 10L, "7"), (upload.GetTagItem("uploadgen.flow"), upload.GetTagItem("uploadgen.upload.size"), upload.GetTagItem("uploadgen.upload.id")));
    }

    [Fact]
    public async Task Each_attempt_is_a_span_and_is_counted()
    {
        using var recorder = new TelemetryRecorder();
        await UploadAsync([Ok, Busy, Cut, Ok, Ok]);

        Activity[] puts = [.. recorder.Spans.Where(span => span.OperationName == "PUT")];
        Assert.Equal([null, 1, 2], puts.Select(span => span.GetTagItem("http.request.resend_count")));
        Assert.Equal(["503", "response_ended", null], puts.Select(span => span.GetTagItem("error.type")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Error, ActivityStatusCode.Unset], puts.Select(span => span.Status));
        Assert.Equal(1, recorder.Sums["uploadgen.attempts {error.type=503 http.request.method=PUT server.address=127.0.0.1 uploadgen.operation=openThing}"]);
        Assert.Equal(5, recorder.Sum("uploadgen.attempts"));
        Assert.Equal(30, recorder.Sum("uploadgen.upload.bytes"));
    }

    [Fact]
    public async Task A_failed_upload_tells_step_and_kind_of_failure()
    {
        using var recorder = new TelemetryRecorder();
        await Assert.ThrowsAsync<UploadException>(() => UploadAsync([Ok, Forbidden]));

        var upload = recorder.Spans.Single(span => span.Parent is null);
        Assert.Equal((ActivityStatusCode.Error, "403", "put"), (upload.Status, upload.GetTagItem("error.type"), upload.GetTagItem("uploadgen.step")));
        Assert.Contains("storage refused the file with 403", upload.StatusDescription, StringComparison.Ordinal);
        Assert.True(recorder.Sums["uploadgen.upload.duration {error.type=403 uploadgen.flow=Thing uploadgen.step=put}"] > 0);
        Assert.Equal(0, recorder.Sums["uploadgen.upload.active {uploadgen.flow=Thing}"]);
    }

    [Fact]
    public async Task A_network_that_fails_is_told_by_the_kind_of_its_failure()
    {
        using var recorder = new TelemetryRecorder();
        await Assert.ThrowsAsync<UploadException>(() => UploadAsync([Cut]));
        Assert.Equal([" > upload Thing:  Error response_ended", "upload Thing > POST /things:  Error response_ended"], recorder.Tree);
    }

    [Fact]
    public async Task No_secret_is_told()
    {
        using var recorder = new TelemetryRecorder();
        await UploadAsync([Ok, Busy, Ok, Ok]);
        await Assert.ThrowsAsync<UploadException>(() => UploadAsync([Ok, Forbidden]));
        await Assert.ThrowsAsync<ApiException>(() => UploadAsync([Ok, Ok, Forbidden]));

        Assert.NotEmpty(recorder.Spans);
        Assert.DoesNotContain(Secret, recorder.Everything, StringComparison.Ordinal);
        Assert.Contains(Secret, _requests[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_gets_no_trace_header_and_the_API_does()
    {
        using var recorder = new TelemetryRecorder();
        await UploadAsync([Ok, Ok, Ok]);

        Assert.Equal([false, true, false], _requests.Select(request => request["traceparent"] is null));
        Assert.Null(_requests[1]["baggage"]);
        Assert.Contains(recorder.Spans[0].TraceId.ToHexString(), _requests[0]["traceparent"], StringComparison.Ordinal);
    }

    [Fact]
    public void When_nobody_listens_nothing_is_allocated()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "https://storage.example/k");
        using var response = new HttpResponseMessage();
        Watch(1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Watch(100);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Watch(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var upload = UploadSpan.Start("Thing", "openThing", 10);
                RequestSpan.Start(request, new RequestAttempt("openThing", "/things", 1)).End(response, 10);
                upload.End("7", failure: null, UploadStep.Confirm);
            }
        }
    }

    /// <summary>An upload in three steps, to a server that answers one line after the other; the last for all that follow.</summary>
    private async Task UploadAsync(string[] answers)
    {
        await using var server = WireServer.Recording(_requests, answers);
        var options = new UploadClientOptions { BaseAddress = new Uri(server.Address), Credential = ApiCredential.FromToken(Secret) };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        var api = new ApiConnection(null, options, "");
        await api.Uploads.RunAsync(
            Flow(api, $"{server.Address}/k?X-Amz-Signature={Secret}"), UploadContent.FromBytes(Bytes.Of(10), "a.png"), options: null, progress: null, Token);
    }

    private static UploadFlow<string, string> Flow(ApiConnection api, string url) => new("Thing", "openThing")
    {
        Create = async (_, token) =>
        {
            await api.SendAsync(api.Request("openThing", HttpMethod.Post, "/things").Authorize(Bearer), new ApiResponses(), token);
            return "7";
        },
        Url = _ => url,
        Id = session => session,
        Put = (_, content, progress, token) => api.Storage.PutAsync("openThing", url, content, null, progress, token),
        Confirm = async (session, _, token) =>
        {
            await api.SendAsync(
                api.Request("confirmThing", HttpMethod.Post, "/things/{id}").Path("id", session).Authorize(Bearer), new ApiResponses().Error("4XX"), token);
            return session;
        },
    };

    private static SecurityScheme Bearer { get; } = SecurityScheme.Bearer("bearer");
}
