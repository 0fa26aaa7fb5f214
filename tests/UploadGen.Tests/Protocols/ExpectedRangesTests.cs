namespace UploadGen.Tests;

/// <summary>Content ranges that are answered by those that are still expected.</summary>
public class ExpectedRangesTests : ProtocolTests
{
    private protected override UploadProtocol Protocol => UploadProtocol.ExpectedRanges;

    private protected override int Chunk => 320 * 1024;

    private protected override bool TakesEmpty => false;

    private protected override bool OutlivesFile => false;

    private protected override SessionServer NewServer(bool onlyCounts) => new ExpectedRangesServer { OnlyCounts = onlyCounts };

    [Fact]
    public async Task An_empty_file_has_no_range_and_is_refused_before_anything_is_sent()
    {
        var server = await StartAsync();

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, []));

        Assert.Contains("no way to take a file without bytes", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task No_request_is_longer_than_the_protocol_allows()
    {
        var server = await StartAsync();
        var bytes = Bytes.Of(62 * 1024 * 1024);

        await Storage().SendAsync("createVideo", Upload(server) with { ChunkSize = 1L << 40 }, UploadContent.FromBytes(bytes, "a"), progress: null, Token);

        IsThere(server, bytes);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Another_client_s_bytes_are_not_taken_for_the_file_s()
    {
        var server = await StartAsync();
        server.Add(Chunk / 2);

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, Bytes.Of(2 * Chunk)));

        Assert.Contains("Another program sends to this upload", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsStored);
    }

    [Theory]
    [InlineData("""{ "nextExpectedRanges": ["5-7", "9-"] }""", "5-9/10")]
    [InlineData("""{ "@odata.context": "x", "NextExpectedRanges": ["6"] }""", "6-9/10")]
    public async Task The_first_range_that_is_expected_is_where_it_goes_on(string state, string range)
    {
        var requests = new List<WireRequest>();
        var answer = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {state.Length}\r\n\r\n{state}";
        await using var server = WireServer.Recording(requests, answer, WireServer.Ok);

        await SendTenAsync(server.Address + "/s", upload => upload with { IsBegun = true });

        Assert.Equal(["GET /s HTTP/1.1", "PUT /s HTTP/1.1"], requests.Select(request => request.RequestLine));
        Assert.Equal(["Host"], requests[0].HeaderNames);
        Assert.Equal($"bytes {range}", requests[1]["Content-Range"]);
    }

    [Theory]
    [InlineData("""{ "nextExpectedRanges": ["x"] }""", "aren't ranges")]
    [InlineData("""{ "nextExpectedRanges": [] }""", "expects no more bytes")]
    [InlineData("""{ "id": 1 }""", "without nextExpectedRanges")]
    [InlineData("no json", "without nextExpectedRanges")]
    public async Task A_standing_that_makes_no_sense_is_told(string state, string problem)
    {
        await using var server = WireServer.Recording([], $"HTTP/1.1 200 OK\r\nContent-Length: {state.Length}\r\n\r\n{state}");

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendTenAsync(server.Address + "/s", upload => upload with { IsBegun = true }));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_a_refusal_and_not_a_conflict_of_ranges()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests, "HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n");

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendTenAsync(server.Address + "/s"));

        Assert.Equal((409, false, 1), (failure.StatusCode, failure.IsStored, requests.Count));
        Assert.Contains("of this name already", failure.Message, StringComparison.Ordinal);
    }
}
