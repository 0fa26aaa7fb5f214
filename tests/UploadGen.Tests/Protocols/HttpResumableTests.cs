namespace UploadGen.Tests;

/// <summary>Resumable Uploads for HTTP, interop version 8.</summary>
public class HttpResumableTests : ProtocolTests
{
    private protected override UploadProtocol Protocol => UploadProtocol.HttpResumable;

    /// <summary>What a server has told that it has, it has.</summary>
    private protected override bool MayGoBack => false;

    private protected override SessionServer NewServer(bool onlyCounts) => new HttpResumableServer { OnlyCounts = onlyCounts };

    [Fact]
    public async Task An_upload_is_created_without_bytes_and_sent_in_one_request()
    {
        var server = await StartAsync(new HttpResumableServer());
        var bytes = Bytes.Of(1_000_000);

        var sent = await SendAsync(server, bytes, new ResumableUpload(Protocol, server.Endpoint) { IsEndpoint = true });

        IsThere(server, bytes);
        Assert.Equal(server.Url, sent.Url);
        Assert.Equal(["POST ?0 201", "PATCH 0 ?1 200"], server.Requests);
    }

    [Fact]
    public async Task Each_request_keeps_the_limits_that_are_told()
    {
        var server = await StartAsync(new HttpResumableServer { Append = (100_000, 300_000) });
        var bytes = Bytes.Of(650_000);

        await SendAsync(server, bytes, new ResumableUpload(Protocol, server.Endpoint) { IsEndpoint = true, ChunkSize = 1000 });

        IsThere(server, bytes);
        Assert.Equal(8, server.Requests.Count);
        Assert.Equal("PATCH 600000 ?1 200", server.Requests[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_is_too_long_is_sent_again_in_shorter_ones(bool hidesLimits)
    {
        var server = await StartAsync(new HttpResumableServer { Append = (1, 300_000), HidesLimits = hidesLimits });
        var bytes = Bytes.Of(650_000);

        await SendAsync(server, bytes, new ResumableUpload(Protocol, server.Url));

        IsThere(server, bytes);
        Assert.Equal(["PATCH 0 ?1 413", "HEAD 204", "PATCH 0 ?0 204", "PATCH 300000 ?0 204", "PATCH 600000 ?1 200"], server.Requests);
    }

    [Theory]
    [InlineData(422)]
    [InlineData(503)]
    public async Task What_cannot_be_made_of_a_complete_file_is_not_sent_again(int outcome)
    {
        var server = await StartAsync(new HttpResumableServer { Outcome = outcome });

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(1000), Upload(server)));

        Assert.Equal((outcome, 1, false), (failure.StatusCode, failure.Attempts, failure.IsTransient));
        Assert.Contains("couldn't make of it", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Interim_answers_are_passed_over()
    {
        const string Interim = "HTTP/1.1 104 Upload Resumption Supported\r\nUpload-Draft-Interop-Version: 8\r\nUpload-Offset: 5\r\n\r\n";
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests, Interim + "HTTP/1.1 200 OK\r\nUpload-Complete: ?1\r\nContent-Length: 0\r\n\r\n");

        await SendTenAsync(server.Address + "/u");

        var request = Assert.Single(requests);
        Assert.Equal(
            ["Content-Length", "Content-Type", "Host", "Upload-Complete", "Upload-Draft-Interop-Version", "Upload-Length", "Upload-Offset"],
            request.HeaderNames);
    }

    [Fact]
    public async Task Another_client_s_bytes_are_not_taken_for_the_file_s()
    {
        var server = await StartAsync();
        server.Add(Chunk / 2);

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(2 * Chunk)));

        Assert.Contains("Another program sends to this upload", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_bytes_without_the_end_are_ended_by_a_request_without_bytes()
    {
        var server = await StartAsync();
        server.Add(1000);

        await SendAsync(server, new byte[1000], isBegun: true);

        Assert.True(server.IsComplete);
        Assert.Equal(["HEAD 204", "PATCH 1000 ?1 200"], server.Requests);
    }

    [Theory]
    [InlineData("max-append-size=5, min-append-size=2;a=b, other=?1, max-size=9", 9, 2, 5)]
    [InlineData("", long.MaxValue, 0, long.MaxValue)]
    public void Limits_are_read_as_a_dictionary(string header, long maxSize, long minAppend, long maxAppend)
        => Assert.Equal(new UploadLimits(maxSize, minAppend, maxAppend), UploadLimits.Read(header));

    [Theory]
    [InlineData(null)]
    [InlineData("max-size=\"9\"")]
    [InlineData("max-append-size")]
    [InlineData("min-append-size=1.5")]
    public void Limits_of_another_type_are_none(string? header) => Assert.Null(UploadLimits.Read(header));

    private Task<SentUpload> SendAsync(HttpResumableServer server, byte[] bytes, ResumableUpload upload)
        => Storage().SendAsync("createVideo", upload, UploadContent.FromBytes(bytes, "a.mp4"), progress: null, Token);
}
