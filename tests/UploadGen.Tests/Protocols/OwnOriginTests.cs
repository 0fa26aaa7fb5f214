namespace UploadGen.Tests;

/// <summary>Which requests of an upload in several requests carry the API's credentials: those that go to the API's own origin.</summary>
public sealed class OwnOriginTests : IDisposable
{
    private const string Stored = "HTTP/1.1 204 x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 3\r\n\r\n";
    private static readonly SecurityScheme Bearer = SecurityScheme.Bearer("b");

    private readonly List<WireRequest> _requests = [];
    private readonly List<WireRequest> _elsewhere = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _requests.Clear();

    [Fact]
    public async Task The_API_itself_gets_them()
    {
        await using var server = WireServer.Recording(_requests, Stored);

        await SendAsync(server, server, Bearer);

        Assert.All(_requests, request => Assert.Contains("Authorization: Bearer api-token", request.Head, StringComparison.Ordinal));
        Assert.Equal("PATCH", _requests[^1].Method);
    }

    [Fact]
    public async Task A_URL_that_has_what_it_wants_in_its_query_gets_nothing_else()
    {
        await using var server = WireServer.Recording(_requests, Stored);

        await SendAsync(server, server, Bearer, "?token=1");

        Assert.All(_requests, request => Assert.DoesNotContain("Authorization", request.Head, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("PATCH", _requests[^1].Method);
    }

    [Fact]
    public async Task A_key_can_stand_in_the_query()
    {
        await using var server = WireServer.Recording(_requests, Stored);

        await SendAsync(server, server, SecurityScheme.ApiKeyQuery("q", "key"));

        Assert.All(_requests, request => Assert.Equal("/files/1?key=api-token", request.Target));
        Assert.Equal("PATCH", _requests[^1].Method);
    }

    [Fact]
    public async Task Another_origin_does_not()
    {
        await using var server = WireServer.Recording(_requests, Stored);
        await using var api = WireServer.Recording(_elsewhere, WireServer.Ok);

        await SendAsync(api, server, Bearer);

        Assert.All(_requests, request => Assert.DoesNotContain("Authorization", request.Head, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("PATCH", _requests[^1].Method);
    }

    [Fact]
    public async Task Nor_does_where_the_API_redirects_to()
    {
        await using var other = WireServer.Recording(_elsewhere, Stored);
        await using var server = WireServer.Recording(_requests, $"HTTP/1.1 307 x\r\nLocation: {other.Address}/files/1\r\nContent-Length: 0\r\n\r\n");

        await SendAsync(server, server, Bearer);

        Assert.Contains("Authorization: Bearer api-token", _requests[0].Head, StringComparison.Ordinal);
        Assert.All(_elsewhere, request => Assert.DoesNotContain("Authorization", request.Head, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("PATCH", _elsewhere[^1].Method);
    }

    [Fact]
    public async Task An_operation_that_wants_none_sends_none()
    {
        await using var server = WireServer.Recording(_requests, Stored);

        await SendAsync(server, server, scheme: null);

        Assert.All(_requests, request => Assert.DoesNotContain("Authorization", request.Head, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("PATCH", _requests[^1].Method);
    }

    private static Task<SentUpload> SendAsync(WireServer api, WireServer server, SecurityScheme? scheme, string query = "")
    {
        var options = new UploadClientOptions { BaseAddress = new Uri(api.Address), Credential = ApiCredential.FromToken("api-token") };
        var upload = new ResumableUpload(UploadProtocol.Tus, server.Address + "/files/1" + query) { ChunkSize = 100 };
        return new ApiConnection(null, options, "").Storage.SendAsync(
            "openUpload", scheme is null ? upload : upload.Authorize(scheme), UploadContent.FromBytes(new byte[3], "a"), progress: null, Token);
    }
}
