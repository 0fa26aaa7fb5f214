using System.Text.Json;

namespace UploadGen.Tests;

/// <summary>Content ranges that are answered by 308.</summary>
public class ContentRangesTests : ProtocolTests
{
    private protected override UploadProtocol Protocol => UploadProtocol.ContentRanges;

    private protected override SessionServer NewServer(bool onlyCounts) => new ContentRangesServer { OnlyCounts = onlyCounts };

    [Fact]
    public async Task Ranges_are_written_as_the_protocol_has_them()
    {
        var server = await StartAsync();

        await SendAsync(server, Bytes.Of(Chunk + 1));

        Assert.Equal([$"PUT bytes 0-262143/262145 308", "PUT bytes 262144-262144/262145 200"], server.Requests);
    }

    [Fact]
    public async Task An_empty_file_is_the_question_how_much_of_it_is_there()
    {
        var server = await StartAsync();

        await SendAsync(server, []);

        Assert.Equal(["PUT bytes */0 200"], server.Requests);
    }

    [Fact]
    public async Task The_size_of_requests_is_rounded_down_to_what_the_protocol_wants()
    {
        var server = await StartAsync();
        var bytes = Bytes.Of(1_000_000);

        await Storage().SendAsync(
            "createVideo", Upload(server) with { ChunkSize = 700_000 }, UploadContent.FromBytes(bytes, "a"), progress: null, Token);

        IsThere(server, bytes);
        Assert.Equal("PUT bytes 0-524287/1000000 308", server.Requests[0]);
    }

    [Fact]
    public async Task The_given_media_type_goes_with_the_bytes_and_not_with_questions()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests, WireServer.Cut, "HTTP/1.1 308 Resume Incomplete\r\nContent-Length: 0\r\n\r\n", WireServer.Ok);
        var headers = new Dictionary<string, string> { ["Content-Type"] = "video/mp4", ["x-a"] = "1", ["If-Match"] = "x", ["Content-Range"] = "wrong" };

        await SendTenAsync(server.Address + "/s?upload_id=1", upload => upload with { Headers = headers });

        Assert.Equal(["Content-Length", "Content-Range", "Content-Type", "Host", "If-Match", "x-a"], requests[0].HeaderNames);
        Assert.Equal(["Content-Length", "Content-Range", "Host", "x-a"], requests[1].HeaderNames);
        Assert.Equal(("bytes 0-9/10", "bytes */10", "0"), (requests[0]["Content-Range"], requests[1]["Content-Range"], requests[1]["Content-Length"]));
        Assert.Equal(3, requests.Count);
    }

    [Fact]
    public async Task A_redirect_is_followed_and_a_308_without_a_place_is_an_answer()
    {
        var session = await StartAsync();
        await using var front = WireServer.Recording([], $"HTTP/1.1 307 x\r\nLocation: {session.Url}\r\nContent-Length: 0\r\n\r\n");
        var bytes = Bytes.Of(2 * Chunk);

        await SendAsync(session, UploadContent.FromBytes(bytes, "a"), new ResumableUpload(Protocol, front.Address + "/s") { ChunkSize = Chunk });

        IsThere(session, bytes);
    }

    [Fact]
    public async Task A_308_that_tells_of_bytes_is_no_redirect()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(
            requests, "HTTP/1.1 308 x\r\nRange: bytes=0-4\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n", WireServer.Ok);

        await SendTenAsync(server.Address + "/s");

        Assert.Equal(["bytes 0-9/10", "bytes 5-9/10"], requests.Select(request => request["Content-Range"]));
        Assert.All(requests, request => Assert.Equal("/s", request.Target));
    }

    [Fact]
    public async Task What_others_say_of_the_session_s_id_is_not_told()
    {
        using var http = new HttpClient(new TellingHandler());

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendTenAsync(
            "https://127.0.0.1/s?upload_id=ABPtcPqR7sTuVwXyZ", configure: options => (options.StorageHttpClient, options.Retry.MaxAttempts) = (http, 1)));

        Assert.DoesNotContain("ABPtcPqR7sTuVwXyZ", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 308 x\r\nRange: bytes=5-9\r\nContent-Length: 0\r\n\r\n", "doesn't begin with the file's first byte")]
    [InlineData("HTTP/1.1 308 x\r\nContent-Length: 0\r\n\r\n", "neither that it took the bytes")]
    [InlineData("HTTP/1.1 202 x\r\nContent-Length: 0\r\n\r\n", "doesn't say that it holds the file")]
    [InlineData("HTTP/1.1 200 x\r\nContent-Length: 15\r\n\r\n<!doctype html>", "a web page")]
    public async Task Answers_that_make_no_sense_are_told(string answer, string problem)
    {
        await using var server = WireServer.Recording([], answer);

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendTenAsync(server.Address + "/s", configure: options => options.Retry.MaxAttempts = 1));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.NotEqual(true, failure.IsStored);
    }

    [Fact]
    public async Task A_session_that_is_complete_too_early_is_no_success()
    {
        await using var server = WireServer.Recording([], WireServer.Ok);

        var upload = new ResumableUpload(Protocol, server.Address + "/s") { ChunkSize = Chunk };
        var failure = await Assert.ThrowsAsync<UploadException>(() => Storage(options => options.Retry.MaxAttempts = 1)
            .SendAsync("createVideo", upload, UploadContent.FromBytes(Bytes.Of(2 * Chunk), "a"), progress: null, Token));

        Assert.Contains("as if the file were complete, after 262,144 of 524,288 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_is_not_what_the_document_says_is_told_and_the_file_is_stored()
    {
        await using var server = WireServer.Recording([], "HTTP/1.1 200 x\r\nContent-Length: 2\r\n\r\n[]");
        var sent = await SendTenAsync(server.Address + "/s?upload_id=topsecret123");

        var failure = Assert.Throws<UploadException>(() => sent.Read((ref Utf8JsonReader reader) => reader.GetString()));

        Assert.True(failure.IsStored);
        Assert.DoesNotContain("topsecret", failure.ToString(), StringComparison.Ordinal);
    }

    private sealed class TellingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => throw new HttpRequestException($"the session ABPtcPqR7sTuVwXyZ failed");
    }
}
