using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace UploadGen.Servers;

/// <summary>A real Kestrel server on a free loopback port, with one handler for everything.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WebRequest> _requests = new();

    private WebServer(LoopbackCertificate? certificate, IPAddress? address = null, HttpProtocols protocols = HttpProtocols.Http1AndHttp2)
    {
        // The empty builder reads no environment and no settings files, and writes no log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => Configure(kestrel, certificate, address ?? IPAddress.Loopback, protocols));
        _app = builder.Build();
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The requests so far, in the order in which they had been read; none of a server that doesn't record.</summary>
    public IReadOnlyList<WebRequest> Requests => [.. _requests];

    /// <summary>Starts a server that leaves it to the handler how a request is read.</summary>
    /// <param name="answer">Reads a request and answers it.</param>
    /// <param name="certificate">What it shows to clients, which then speak TLS.</param>
    /// <param name="address">Where it listens; 127.0.0.1 unless said.</param>
    /// <param name="protocols">What it speaks. Without TLS, HTTP/1 and HTTP/2 can't be had together.</param>
    public static Task<WebServer> StartAsync(
        RequestDelegate answer, LoopbackCertificate? certificate = null, IPAddress? address = null, HttpProtocols protocols = HttpProtocols.Http1AndHttp2)
        => new WebServer(certificate, address, protocols).StartAsync(answer);

    /// <summary>Starts a server that reads each request to its end and keeps it before it is answered. The handler can read the body once more.</summary>
    public static Task<WebServer> RecordingAsync(RequestDelegate answer)
    {
        var server = new WebServer(certificate: null);
        return server.StartAsync(async context =>
        {
            var request = await WebRequest.ReadAsync(context);
            server._requests.Enqueue(request);
            context.Request.Body = new MemoryStream(request.Body);
            await answer(context);
        });
    }

    /// <summary>Starts a server that records, and has one answer to everything.</summary>
    public static Task<WebServer> RecordingAsync(int status, string body, string contentType = "application/json")
        => RecordingAsync(context => context.AnswerAsync(status, body, contentType));

    public async ValueTask DisposeAsync()
    {
        // Requests that are still being answered are not waited for.
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static void Configure(KestrelServerOptions kestrel, LoopbackCertificate? certificate, IPAddress address, HttpProtocols protocols)
    {
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Listen(address, 0, listen =>
        {
            listen.Protocols = protocols;
            if (certificate is not null)
            {
                listen.UseHttps(certificate.Certificate);
            }
        });
    }

    private async Task<WebServer> StartAsync(RequestDelegate answer)
    {
        _app.Run(answer);
        await _app.StartAsync();
        return this;
    }
}
