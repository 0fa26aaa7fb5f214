using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UploadGen.EndToEnd.Tests.Cyberun;
using UploadGen.EndToEnd.Tests.Images;
using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>A server that answers each request as the test says, and keeps what it was sent.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(IHeaderDictionary Headers, string Body)> _requests = new();

    private ScriptedServer(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            // The server takes its own dictionary back when the request is over.
            IHeaderDictionary headers = new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase));
            _requests.Enqueue((headers, await reader.ReadToEndAsync(context.RequestAborted)));
            await answer(context);
        });
    }

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<(IHeaderDictionary Headers, string Body)> Requests => [.. _requests];

    public RunflowClient Runflow => new(Options<RunflowClientOptions>());

    public CyberunClient Cyberun => new(Options<CyberunClientOptions>());

    public ImagesClient Images => new(Options<ImagesClientOptions>());

    private TOptions Options<TOptions>()
        where TOptions : UploadClientOptions, new()
        => new() { BaseAddress = Address, Credential = ApiCredential.FromToken("key") };

    public static async Task<ScriptedServer> StartAsync(RequestDelegate answer)
    {
        var server = new ScriptedServer(answer);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>A server with one answer to everything.</summary>
    public static Task<ScriptedServer> StartAsync(int status, string body, string contentType = "application/json")
        => StartAsync(context => WriteAsync(context, status, body, contentType));

    public static Task WriteAsync(HttpContext context, int status, string body, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        if (body.Length == 0)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
