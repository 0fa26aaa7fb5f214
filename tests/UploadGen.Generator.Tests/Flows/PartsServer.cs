using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>The uploads in parts of OpenAI, Autodesk and Box, as their documents describe them, on a real server that keeps what comes.</summary>
internal sealed class PartsServer : IAsyncDisposable
{
    private const int BoxPartSize = 1000;

    private readonly ConcurrentDictionary<string, byte[]> _parts = new();
    private WebServer _server = null!;
    private int _tries;
    private long _announced;
    private int _now;
    private int _mostAtOnce;

    public string Address => _server.Address.OriginalString;

    /// <summary>What was asked, in order: method and path with query.</summary>
    public IReadOnlyList<string> Log => [.. _server.Requests.Select(request => $"{request.Method} {request.Target}")];

    public int MostAtOnce => _mostAtOnce;

    /// <summary>The file as it was put together.</summary>
    public byte[]? File { get; private set; }

    /// <summary>Gives the status that a part is answered with instead of being kept; called with how many parts have come, from 1.</summary>
    public Func<int, int?> Fault { get; set; } = _ => null;

    public static async Task<PartsServer> StartAsync()
    {
        var server = new PartsServer();
        server._server = await WebServer.RecordingAsync(server.AnswerAsync);
        return server;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        await ((request.Method, request.Path.Value!.Split('/')) switch
        {
            ("POST", [_, "uploads"]) => OpenAsync(context),
            ("POST", [_, "uploads", "up1", "parts"]) => PartAsync(context, await FormFileAsync(request), OpenAiPart),
            ("POST", [_, "uploads", "up1", "complete"]) => CompleteAsync(context, "part_ids", id => id.GetString()!, OpenAiUpload("completed")),
            ("POST", [_, "uploads", "up1", "cancel"]) => context.AnswerAsync(200, OpenAiUpload("cancelled")),
            ("GET", [.., "signeds3upload"]) => context.AnswerAsync(200, Urls(request)),
            ("PUT", [_, "storage", _]) => PartAsync(context, await request.Body.ReadAllAsync(), name => Stored(context, name)),
            ("POST", [.., "signeds3upload"]) => CompleteAsync(
                context, "eTags", tag => tag.GetString()!.Trim('"'), """{ "bucketKey": "b", "objectKey": "k", "size": 1 }"""),
            ("POST", [.., "files", "upload_sessions"]) => context.AnswerAsync(201, $$"""{ "id": "s1", "part_size": {{BoxPartSize}} }"""),
            ("PUT", [.., "upload_sessions", "s1"]) => BoxPartAsync(context, await request.Body.ReadAllAsync()),
            ("POST", [.., "upload_sessions", "s1", "commit"]) => CompleteAsync(
                context, "parts", part => part.GetProperty("part_id").GetString()!, """{ "total_count": 1, "entries": [] }""", 201),
            ("DELETE", _) => context.AnswerAsync(204),
            _ => context.AnswerAsync(404, "{}"),
        });
    }

    private async Task OpenAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        _announced = body.RootElement.GetProperty("bytes").GetInt64();
        await context.AnswerAsync(200, OpenAiUpload("pending"));
    }

    private string OpenAiUpload(string status) => $$"""
        {
          "id": "up1", "object": "upload", "created_at": 1, "filename": "a", "bytes": {{_announced}}, "purpose": "batch",
          "status": "{{status}}", "expires_at": 2
        }
        """;

    private static string OpenAiPart(string name) => $$"""{ "id": "{{name}}", "object": "upload.part", "created_at": 1, "upload_id": "up1" }""";

    private static string Stored(HttpContext context, string name)
    {
        context.Response.Headers.ETag = $"\"{name}\"";
        return "";
    }

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
            await context.AnswerAsync(status);
            return;
        }

        var name = $"part-{Guid.NewGuid():N}";
        _parts[name] = bytes;
        await context.AnswerAsync(200, answer(name));
    }

    private async Task CompleteAsync(HttpContext context, string list, Func<JsonElement, string> id, string answer, int status = 200)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        File = body.RootElement.GetProperty(list).EnumerateArray().SelectMany(part => _parts[id(part)]).ToArray();
        if (context.Request.Headers.TryGetValue("digest", out var digest))
        {
            Assert.Equal("sha=" + Convert.ToBase64String(Sha1(File)), digest);
        }

        await context.AnswerAsync(status, answer);
    }

    private static async Task<byte[]> FormFileAsync(HttpRequest request)
    {
        await using var file = (await request.ReadFormAsync()).Files["data"]!.OpenReadStream();
        return await file.ReadAllAsync();
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "Box's choice.")]
    private static byte[] Sha1(byte[] bytes) => SHA1.HashData(bytes);
}
