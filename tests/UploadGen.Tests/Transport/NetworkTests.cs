using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace UploadGen.Tests;

/// <summary>Networks that people have: HTTP/2, proxies, IPv6.</summary>
public class NetworkTests
{
    private static readonly byte[] File = Bytes.Of(3_000_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HTTP_2_goes_to_API_and_storage_by_the_version_of_their_clients(bool isSecure)
    {
        using var certificate = new LoopbackCertificate();
        var seen = new List<string>();
        await using var server = await WebServer.StartAsync(Keep(seen), isSecure ? certificate : null, protocols: HttpProtocols.Http2);
        using var api = Http2(certificate.TrustingClient(HttpHandlers.ForApi()));
        using var storage = Http2(certificate.TrustingClient(HttpHandlers.ForStorage()));

        await UploadAsync(server.Address, api, storage);

        Assert.Equal(["HTTP/2 POST 3000000", "HTTP/2 PUT 3000000"], seen);
    }

    /// <summary>A client that would like HTTP/2 takes what the server has.</summary>
    [Fact]
    public async Task HTTP_1_is_spoken_where_the_server_has_no_other()
    {
        using var certificate = new LoopbackCertificate();
        var seen = new List<string>();
        await using var server = await WebServer.StartAsync(Keep(seen), certificate, protocols: HttpProtocols.Http1);
        using var api = Http2(certificate.TrustingClient(HttpHandlers.ForApi()), HttpVersionPolicy.RequestVersionOrLower);
        using var storage = Http2(certificate.TrustingClient(HttpHandlers.ForStorage()), HttpVersionPolicy.RequestVersionOrLower);

        await UploadAsync(server.Address, api, storage);

        Assert.Equal(["HTTP/1.1 POST 3000000", "HTTP/1.1 PUT 3000000"], seen);
    }

    [Fact]
    public async Task A_refusal_over_HTTP_2_while_the_file_is_being_sent_is_read()
    {
        using var certificate = new LoopbackCertificate();
        var requests = 0;
        await using var server = await WebServer.StartAsync(
            async context =>
            {
                Interlocked.Increment(ref requests);
                await context.Request.Body.ReadExactlyAsync(new byte[100_000], context.RequestAborted);
                context.Response.StatusCode = 403;
                await context.Response.WriteAsync("<Error><Code>AccessDenied</Code></Error>");
            },
            certificate, protocols: HttpProtocols.Http2);
        using var storage = Http2(certificate.TrustingClient(HttpHandlers.ForStorage()));

        var failure = await Assert.ThrowsAsync<UploadException>(() => Api(server.Address, null, storage).Storage.PutAsync(
            "op", server.Address + "k", UploadContent.FromBytes(new byte[40_000_000], "a"), null, null, Token));

        Assert.Equal((403, "AccessDenied", (bool?)false, 1), (failure.StatusCode, failure.StorageCode, failure.IsStored, requests));
    }

    [Fact]
    public async Task A_stream_that_HTTP_2_resets_is_sent_again()
    {
        using var certificate = new LoopbackCertificate();
        var requests = 0;
        await using var server = await WebServer.StartAsync(
            async context =>
            {
                if (Interlocked.Increment(ref requests) == 1)
                {
                    context.Abort();
                    return;
                }

                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            },
            certificate, protocols: HttpProtocols.Http2);
        using var storage = Http2(certificate.TrustingClient(HttpHandlers.ForStorage()));

        await Api(server.Address, null, storage).Storage.PutAsync("op", server.Address + "k", UploadContent.FromBytes(File, "a"), null, null, Token);

        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task IPv6_is_spoken()
    {
        Assert.SkipUnless(System.Net.Sockets.Socket.OSSupportsIPv6, "This machine has no IPv6.");
        var seen = new List<string>();
        await using var server = await WebServer.StartAsync(Keep(seen), address: IPAddress.IPv6Loopback);

        await UploadAsync(server.Address, null, null);

        Assert.Equal("[::1]", server.Address.Host);
        Assert.Equal(["HTTP/1.1 POST 3000000", "HTTP/1.1 PUT 3000000"], seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_proxy_is_gone_through(bool isSecure)
    {
        using var certificate = new LoopbackCertificate();
        var seen = new List<string>();
        await using var server = await WebServer.StartAsync(Keep(seen), isSecure ? certificate : null);
        await using var proxy = new ForwardProxy();
        using var api = certificate.TrustingClient(Through(proxy, HttpHandlers.ForApi()));
        using var storage = certificate.TrustingClient(Through(proxy, HttpHandlers.ForStorage()));

        await UploadAsync(server.Address, api, storage);

        Assert.Equal(["HTTP/1.1 POST 3000000", "HTTP/1.1 PUT 3000000"], seen);
        var lines = isSecure
            ? Enumerable.Repeat($"CONNECT {server.Address.Authority} HTTP/1.1", 2)
            : [$"POST {server.Address}x HTTP/1.1", $"PUT {server.Address}k?sig=1 HTTP/1.1"];
        Assert.Equal(lines, proxy.RequestLines);
    }

    [Fact]
    public async Task A_proxy_that_refuses_is_told()
    {
        await using var proxy = WireServer.Recording([], "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=a\r\nContent-Length: 0\r\n\r\n");
        using var handler = HttpHandlers.ForStorage();
        handler.Proxy = new WebProxy(proxy.Address);
        using var client = new HttpClient(handler);

        var failure = await Assert.ThrowsAsync<UploadException>(() => Api(new Uri("https://api.invalid"), null, client).Storage.PutAsync(
            "op", "https://storage.invalid/k", UploadContent.FromBytes(File, "a"), null, null, Token));

        Assert.Contains("the proxy on the way to storage.invalid: it answered 407 to CONNECT", failure.Message, StringComparison.Ordinal);
        Assert.Equal((1, false), (failure.Attempts, failure.IsTransient));
    }

    private static RequestDelegate Keep(List<string> seen) => async context =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var isWhole = body.ToArray().AsSpan().SequenceEqual(File);
        lock (seen)
        {
            seen.Add($"{context.Request.Protocol} {context.Request.Method} {(isWhole ? body.Length : -1)}");
        }
    };

    private static HttpClient Http2(HttpClient client, HttpVersionPolicy policy = HttpVersionPolicy.RequestVersionExact)
    {
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = policy;
        return client;
    }

    private static SocketsHttpHandler Through(ForwardProxy proxy, SocketsHttpHandler handler)
    {
        handler.Proxy = new WebProxy(proxy.Address);
        return handler;
    }

    private static async Task UploadAsync(Uri server, HttpClient? api, HttpClient? storage)
    {
        var connection = Api(server, api, storage);
        var file = UploadContent.FromBytes(File, "a.bin");
        await connection.SendAsync(connection.Request("op", HttpMethod.Post, "/x").Binary(file), new ApiResponses(), Token);
        await connection.Storage.PutAsync("op", server + "k?sig=1", file, null, null, Token);
    }

    private static ApiConnection Api(Uri server, HttpClient? api, HttpClient? storage)
    {
        var options = new UploadClientOptions { BaseAddress = server, StorageHttpClient = storage };
        options.Retry.MaxAttempts = 2;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        return new ApiConnection(api, options, "");
    }
}
