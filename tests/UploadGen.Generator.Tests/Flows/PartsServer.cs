using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>The uploads in parts of OpenAI, Autodesk and Box, as their documents describe them, on a real server that keeps what comes.</summary>
internal sealed class PartsServer : IAsyncDisposable
{
    private const int BoxPartSize = 1000;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, byte[]> _parts = new();
    private readonly ConcurrentQueue<string> _log = new();
    private int _tries;
    private int _now;
    private int _mostAtOnce;

    private PartsServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>What was asked, in order: method and path with query.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    public int MostAtOnce => _mostAtOnce;

    /// <summary>The file as it was put together.</summary>
    public byte[]? File { get; private set; }

    /// <summary>Gives the status that a part is answered with instead of being kept; called with how many parts have come, from 1.</summary>
    public Func<int, int?> Fault { get; set; } = _ => null;

    public static async Task<PartsServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new PartsServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        _log.Enqueue($"{request.Method} {request.Path}{request.QueryString}");
        var path = request.Path.Value!;
        await ((request.Method, path.Split('/')) switch
        {
            ("POST", [_, "uploads"]) => AnswerAsync(context, OpenAiUpload("pending")),
            ("POST", [_, "uploads", "up1", "parts"]) => PartAsync(context, await FormFileAsync(request), name => $$"""{ "id": "{{name}}", "object": "upload.part", "created_at": 1, "upload_id": "up1" }"""),
            ("POST", [_, "uploads", "up1", "complete"]) => CompleteAsync(context, "part_ids", id => id.GetString()!, OpenAiUpload("completed")),
            ("POST", [_, "uploads", "up1", "cancel"]) => AnswerAsync(context, OpenAiUpload("cancelled")),
            ("GET", [.., "signeds3upload"]) => AnswerAsync(context, Urls(request)),
            ("PUT", [_, "storage", _]) => PartAsync(context, await BodyAsync(request), name => { context.Response.Headers.ETag = $"\"{name}\""; return ""; }),
            ("POST", [.., "signeds3upload"]) => CompleteAsync(context, "eTags", tag => tag.GetString()!.Trim('"'), """{ "bucketKey": "b", "objectKey": "k", "size": 1 }"""),
            ("POST", [.., "files", "upload_sessions"]) => AnswerAsync(context, $$"""{ "id": "s1", "part_size": {{BoxPartSize}} }""", 201),
            ("PUT", [.., "upload_sessions", "s1"]) => BoxPartAsync(context, await BodyAsync(request)),
            ("POST", [.., "upload_sessions", "s1", "commit"]) => CompleteAsync(context, "parts", part => part.GetProperty("part_id").GetString()!, """{ "total_count": 1, "entries": [] }""", 201),
            ("DELETE", _) => AnswerAsync(context, "", 204),
            _ => AnswerAsync(context, "{}", 404),
        });
    }

    private static string OpenAiUpload(string status)
        => $$"""{ "id": "up1", "object": "upload", "created_at": 1, "filename": "a", "bytes": 1, "purpose": "batch", "status": "{{status}}", "expires_at": 2 }""";

    private string Urls(HttpRequest request)
    {
        var count = int.Parse(request.Query["parts"]!, CultureInfo.InvariantCulture);
        var first = request.Query.TryGetValue("firstPart", out var text) ? int.Parse(text!, CultureInfo.InvariantCulture) : 1;
        var urls = Enumerable.Range(first, count).Select(number => $"\"{Address}/storage/{number}?X-Amz-Signature=secret\"");
        return $$"""{ "uploadKey": "key 1", "urls": [ {{string.Join(", ", urls)}} ] }""";
    }

    private async Task BoxPartAsync(HttpContext context, byte[] bytes)
    {
        Assert.Equal("sha=" + Convert.ToBase64String(Sha1(bytes)), context.Request.Headers["digest"]);
        var offset = ContentRangeHeaderValue.Parse(context.Request.Headers.ContentRange.ToString()).From ?? 0;
        await PartAsync(context, bytes, name => $$"""{ "part": { "part_id": "{{name}}", "offset": {{offset}}, "size": {{bytes.Length}} } }""");
    }

    private async Task PartAsync(HttpContext context, byte[] bytes, Func<string, string> answer)
    {
        var number = Interlocked.Increment(ref _tries);
        lock (_parts)
        {
            _mostAtOnce = Math.Max(_mostAtOnce, ++_now);
        }

        await Task.Delay(10);
        Interlocked.Decrement(ref _now);
        if (Fault(number) is { } status)
        {
            await AnswerAsync(context, "", status);
            return;
        }

        var name = $"part-{Guid.NewGuid():N}";
        _parts[name] = bytes;
        await AnswerAsync(context, answer(name));
    }

    private async Task CompleteAsync(HttpContext context, string list, Func<JsonElement, string> id, string answer, int status = 200)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        File = body.RootElement.GetProperty(list).EnumerateArray().SelectMany(part => _parts[id(part)]).ToArray();
        if (context.Request.Headers.TryGetValue("digest", out var digest))
        {
            Assert.Equal("sha=" + Convert.ToBase64String(Sha1(File)), digest);
        }

        await AnswerAsync(context, answer, status);
    }

    private static async Task AnswerAsync(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        if (json.Length > 0)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json);
        }
    }

    private static async Task<byte[]> FormFileAsync(HttpRequest request)
    {
        var file = (await request.ReadFormAsync()).Files["data"]!;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "Box's choice.")]
    private static byte[] Sha1(byte[] bytes) => SHA1.HashData(bytes);
}
