using System.Net;
using System.Net.Sockets;
using UploadServer;
using UploadServer.Recording;

namespace UploadGen.EndToEnd.Tests.Server;

public sealed class EmbeddedServerTests
{
    [Fact]
    public async Task Servers_run_side_by_side_on_free_loopback_ports()
    {
        await using var one = await RunningServer.StartAsync();
        await using var two = await RunningServer.StartAsync();

        Assert.True(one.Server.BaseAddress.IsLoopback);
        Assert.NotEqual(one.Server.BaseAddress, two.Server.BaseAddress);
        Assert.NotEqual(one.Server.ApiKey, two.Server.ApiKey);
        Assert.Equal(new Uri(one.Server.BaseAddress, "api/v1"), one.Server.CyberunBaseAddress);
    }

    [Fact]
    public async Task The_log_tells_method_path_status_headers_and_bytes_as_they_came()
    {
        var observed = new List<RecordedRequest>();
        await using var server = await RunningServer.StartAsync(new UploadServerOptions { RequestObserver = observed.Add });
        var (_, url) = await server.OpenUploadAsync("a b.png", "image/png", 5);

        await server.PutAsync(url, [1, 2, 3, 4, 5], "image/png", ("X-Note", "yes"));

        var put = server.Server.Requests[^1];
        Assert.Equal(2, server.Server.Requests.Count);
        Assert.Equal(server.Server.Requests, observed);
        Assert.Equal(("PUT", 200, 5L), (put.Method, put.Status, put.BodyLength));
        Assert.Equal(new Uri(url).PathAndQuery, put.Path + put.Query);
        Assert.EndsWith("/a%20b.png", put.Path, StringComparison.Ordinal);
        Assert.Equal(["Content-Length", "Content-Type", "Host", "X-Note"], put.Headers.Keys.Order());
        Assert.Equal("yes", put.Headers["x-note"]);
        Assert.Equal($"PUT {put.Path} -> 200 (5 bytes received)", put.ToString());
    }

    [Fact]
    public async Task A_body_that_is_refused_early_is_not_read()
    {
        await using var server = await RunningServer.StartAsync();

        await server.CallAsync(HttpMethod.Post, "v1/asset-uploads", new ByteArrayContent(new byte[1000]), token: "sk-guess");

        var request = Assert.Single(server.Server.Requests);
        Assert.Equal((401, 0L), (request.Status, request.BodyLength));
    }

    [Fact]
    public async Task A_path_that_no_contract_has_is_404_and_in_the_log()
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("v2/assets")).StatusCode);
        Assert.Equal(404, Assert.Single(server.Server.Requests).Status);
    }

    [Fact]
    public async Task Disposing_stops_the_server_and_deletes_the_files()
    {
        var server = await RunningServer.StartAsync();
        var (_, url) = await server.OpenUploadAsync("a.png", "image/png", 1);
        await server.PutAsync(url, [1], "image/png");
        var file = Assert.Single(server.Server.Objects).FilePath;
        Assert.True(File.Exists(file));

        await server.DisposeAsync();

        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
        using var client = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(
            async () => await client.ConnectAsync(server.Server.BaseAddress.Host, server.Server.BaseAddress.Port, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_in_use_is_an_IOException()
    {
        await using var first = await RunningServer.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => RunningServer.StartAsync(new UploadServerOptions { Port = first.Server.BaseAddress.Port }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(604_801)]
    public async Task A_lifetime_that_S3_does_not_have_is_refused(int seconds)
    {
        var options = new UploadServerOptions { UrlLifetime = TimeSpan.FromSeconds(seconds) };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RunningServer.StartAsync(options));
    }
}
