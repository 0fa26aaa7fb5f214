using System.Text;

namespace UploadGen.Tests;

/// <summary>tus 1.0.0.</summary>
public class TusTests : ProtocolTests
{
    private protected override UploadProtocol Protocol => UploadProtocol.Tus;

    private protected override bool GivesItem => false;

    /// <summary>Before, the server is asked what it can.</summary>
    private protected override int First => 2;

    private protected override SessionServer NewServer(bool onlyCounts) => new TusServer { OnlyCounts = onlyCounts };

    [Fact]
    public async Task Unless_said_otherwise_a_file_of_some_size_goes_in_one_request()
    {
        var server = await StartAsync(new TusServer());
        var bytes = Bytes.Of(5_000_000);
        server.Fail(2, SessionFault.Cut);

        await SendAsync(server, bytes, Upload(server) with { ChunkSize = null });

        IsThere(server, bytes);
        Assert.Equal(["OPTIONS 204", "PATCH 0 lost", "HEAD 200", "PATCH 2500000 204"], server.Requests);
    }

    [Fact]
    public async Task A_server_that_does_not_tell_what_it_can_gets_what_all_can()
    {
        var server = await StartAsync(new TusServer { Extensions = null });
        var bytes = Bytes.Of(1000);

        await SendAsync(server, bytes);

        IsThere(server, bytes);
    }

    [Fact]
    public async Task A_server_that_checks_checksums_gets_them_and_takes_nothing_else()
    {
        var server = await StartAsync(new TusServer { Extensions = "checksum" });
        server.Fail(3, SessionFault.Changed);
        var bytes = Bytes.Of(3 * Chunk);

        await SendAsync(server, bytes);

        IsThere(server, bytes);
        Assert.Contains(server.Requests, request => request.EndsWith("460", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bytes_that_never_arrive_as_they_were_sent_are_an_error_that_says_so()
    {
        var server = await StartAsync(new TusServer { Extensions = "checksum" });
        for (var request = 1; request < 40; request++)
        {
            server.Fail(request, SessionFault.Changed);
        }

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(1000)));

        Assert.Equal((460, 6, false, true), (failure.StatusCode, failure.Attempts, failure.IsStored, failure.IsTransient));
        Assert.Contains("changed on their way", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_has_no_checksum()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(
            requests, "HTTP/1.1 204 x\r\nTus-Extension: checksum\r\nTus-Checksum-Algorithm: sha1\r\n\r\n",
            "HTTP/1.1 204 x\r\nUpload-Offset: 10\r\n\r\n");
        using var stream = new ForwardStream(Bytes.Of(10));

        var content = UploadContent.FromStream(stream, "a", length: 10);
        await Storage().SendAsync("createVideo", new ResumableUpload(Protocol, server.Address + "/files/1"), content, progress: null, Token);

        Assert.Null(requests[1]["Upload-Checksum"]);
        Assert.Equal(Bytes.Of(10), requests[1].Body);
    }

    [Fact]
    public async Task A_server_is_asked_once_what_it_can_however_many_files_go_there()
    {
        var server = await StartAsync(new TusServer { Extensions = "creation,checksum" });
        var storage = Storage();
        server.Fail(1, SessionFault.Busy);

        for (var file = 1; file <= 3; file++)
        {
            server.Expect(1000 * file);
            var upload = new ResumableUpload(Protocol, server.Endpoint) { IsEndpoint = true };
            await storage.SendAsync("createVideo", upload, UploadContent.FromBytes(Bytes.Of(1000 * file), "a"), progress: null, Token);
            IsThere(server, Bytes.Of(1000 * file));
        }

        Assert.Equal(["OPTIONS 503", "OPTIONS 204"], server.Requests.Where(request => request.StartsWith("OPTIONS", StringComparison.Ordinal)));
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
    public async Task An_upload_of_another_length_is_not_gone_on_with()
    {
        var server = await StartAsync(new TusServer { Length = 1001 });

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(1000), isBegun: true));

        Assert.Contains("an upload of 1,001 bytes, and the file has 1,000", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Count);
    }

    [Fact]
    public async Task A_conflict_that_asking_does_not_explain_is_the_refusal()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(
            requests, WireServer.Ok, "HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\nUpload-Offset: 0\r\nContent-Length: 0\r\n\r\n");

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendTenAsync(server.Address + "/files/1"));

        Assert.Equal(409, failure.StatusCode);
        Assert.Contains("another program may send to this upload", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["OPTIONS", "PATCH", "HEAD"], requests.Select(request => request.Method));
    }

    [Fact]
    public async Task An_upload_that_is_locked_is_waited_for()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(
            requests, WireServer.Ok, "HTTP/1.1 423 Locked\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 423 Locked\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nUpload-Offset: 0\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 204 x\r\nUpload-Offset: 10\r\n\r\n");

        await SendTenAsync(server.Address + "/files/1");

        Assert.Equal(["OPTIONS", "PATCH", "HEAD", "HEAD", "PATCH"], requests.Select(request => request.Method));
        Assert.Equal(["Content-Length", "Content-Type", "Host", "Tus-Resumable", "Upload-Offset"], requests[1].HeaderNames);
        Assert.Equal(["Host", "Tus-Resumable"], requests[2].HeaderNames);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upload_is_created_at_an_endpoint_and_sent(bool givesRelativeUrl)
    {
        var server = await StartAsync(new TusServer { GivesRelativeUrl = givesRelativeUrl });
        var bytes = Bytes.Of(2 * Chunk);
        var metadata = new Dictionary<string, string> { ["filename"] = "größe.mp4", ["private"] = "" };

        var sent = await SendAsync(server, bytes, new ResumableUpload(Protocol, server.Endpoint) { IsEndpoint = true, Metadata = metadata });

        IsThere(server, bytes);
        Assert.Equal(server.Url, sent.Url);
        Assert.Equal((1, bytes.Length), (server.Created, server.Length));
        Assert.Equal($"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes("größe.mp4"))},private", server.Metadata);
        Assert.Equal(["OPTIONS 204", "POST 201", "PATCH 0 204"], server.Requests);
    }

    [Theory]
    [InlineData(SessionFault.Busy)]
    [InlineData(SessionFault.LostAnswer)]
    public async Task A_creation_whose_answer_is_lost_is_made_again(SessionFault fault)
    {
        var server = await StartAsync(new TusServer());
        server.Fail(2, fault);
        var upload = new ResumableUpload(Protocol, server.Endpoint) { IsEndpoint = true };
        var bytes = Bytes.Of(1000);

        await SendAsync(server, bytes, upload);

        IsThere(server, bytes);
    }

    [Fact]
    public async Task A_creation_that_conflicts_is_a_refusal()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests, WireServer.Ok, "HTTP/1.1 409 x\r\nContent-Length: 0\r\n\r\n");

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendTenAsync(server.Address + "/files", upload => upload with { IsEndpoint = true }));

        Assert.Equal((409, 2), (failure.StatusCode, requests.Count));
    }

    [Fact]
    public async Task What_is_created_without_sending_is_gone_on_with_by_its_URL()
    {
        var server = await StartAsync(new TusServer());
        var content = UploadContent.FromBytes(Bytes.Of(1000), "a");
        var storage = Storage();

        var url = await storage.CreateAsync("createVideo", new ResumableUpload(Protocol, server.Endpoint), content, Token);
        Assert.Equal((server.Url, 0), (url, server.Count));
        await storage.SendAsync("createVideo", new ResumableUpload(Protocol, url), content, progress: null, Token);

        IsThere(server, Bytes.Of(1000));
    }

    [Fact]
    public async Task A_file_beyond_what_the_server_takes_is_refused_before_anything_is_sent()
    {
        var server = await StartAsync(new TusServer { MaxSize = 999 });

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(1000)));

        Assert.Contains("up to 999 bytes (Tus-Max-Size)", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["OPTIONS 204"], server.Requests);
    }

    [Fact]
    public async Task A_name_of_metadata_that_cannot_be_sent_is_said_before_anything_is()
    {
        var server = await StartAsync(new TusServer());
        var upload = new ResumableUpload(Protocol, server.Endpoint) { IsEndpoint = true, Metadata = new Dictionary<string, string> { ["a b"] = "c" } };

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(1000), upload));

        Assert.Contains("A name in the upload's metadata", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 201 Created\r\nLocation: ftp://example.com/a\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 201 Created\r\nLocation: http://user@127.0.0.1/a\r\nContent-Length: 0\r\n\r\n")]
    public async Task A_creation_that_leads_nowhere_is_told(string answer)
    {
        await using var server = WireServer.Recording([], WireServer.Ok, answer);

        var failure = await Assert.ThrowsAsync<UploadException>(() => Storage().CreateAsync(
            "createVideo", new ResumableUpload(Protocol, server.Address + "/files"), UploadContent.FromBytes(Bytes.Of(10), "a"), Token));

        Assert.Contains("without a Location", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task Another_version_of_tus_is_told()
    {
        await using var server = WireServer.Recording([], WireServer.Ok, "HTTP/1.1 412 x\r\nTus-Version: 0.2\r\nContent-Length: 0\r\n\r\n");

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendTenAsync(server.Address + "/files/1"));

        Assert.Equal(412, failure.StatusCode);
        Assert.Contains("doesn't speak tus 1.0.0", failure.Message, StringComparison.Ordinal);
    }

    private Task<SentUpload> SendAsync(TusServer server, byte[] bytes, ResumableUpload? upload = null)
        => SendAsync(server, UploadContent.FromBytes(bytes, "a.mp4"), upload ?? Upload(server));
}
