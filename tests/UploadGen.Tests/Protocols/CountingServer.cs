using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace UploadGen.Tests;

/// <summary>Takes what it is sent in any of the protocols and counts it, in as little memory as a server can.</summary>
internal sealed class CountingServer : IAsyncDisposable
{
    private readonly UploadProtocol _protocol;
    private WebServer? _server;
    private long _count;

    private CountingServer(UploadProtocol protocol) => _protocol = protocol;

    public string Url => $"{_server!.Address}sessions/1";

    /// <summary>The bytes so far, without the list of blocks.</summary>
    public long Count => _count;

    public static async Task<CountingServer> StartAsync(UploadProtocol protocol)
    {
        var server = new CountingServer(protocol);
        server._server = await WebServer.StartAsync(server.AnswerAsync);
        return server;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var taken = await TakeAsync(context.Request);
        if (context.Request.Query["comp"] != "blocklist")
        {
            Interlocked.Add(ref _count, taken);
        }

        var range = context.Request.Headers.ContentRange.ToString();
        var isLast = range.EndsWith(string.Create(CultureInfo.InvariantCulture, $"-{_count - 1}/{_count}"), StringComparison.Ordinal);
        context.Response.Headers["Upload-Offset"] = $"{_count}";
        context.Response.Headers["Upload-Complete"] = context.Request.Headers["Upload-Complete"];
        context.Response.Headers["Range"] = $"bytes=0-{_count - 1}";
        await (_protocol switch
        {
            UploadProtocol.ContentRanges => context.AnswerAsync(isLast ? 200 : 308),
            UploadProtocol.ExpectedRanges => context.AnswerAsync(isLast ? 201 : 202, isLast ? "{}" : $$"""{ "nextExpectedRanges": ["{{_count}}-"] }"""),
            UploadProtocol.Blocks => context.AnswerAsync(201),
            _ => context.AnswerAsync(204),
        });
    }

    private static async Task<long> TakeAsync(HttpRequest request)
    {
        long count = 0;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            count += read.Buffer.Length;
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return count;
            }
        }
    }
}
