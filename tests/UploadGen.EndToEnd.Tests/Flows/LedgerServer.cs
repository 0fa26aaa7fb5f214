using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using UploadGen.EndToEnd.Tests.Ledger;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>The API of <c>ledger.json</c>: it makes the digests of what came itself, and refuses what doesn't agree with what it was told.</summary>
[SuppressMessage("Security", "CA5351", Justification = "The API wants the MD5.")]
internal sealed class LedgerServer : IAsyncDisposable
{
    private readonly WebServer _server;
    private JsonNode? _told;
    private byte[]? _held;

    private LedgerServer(WebServer server) => _server = server;

    public LedgerClient Client => new(new LedgerClientOptions { BaseAddress = _server.Address });

    /// <summary>What came, whole.</summary>
    public byte[]? Held => _held;

    /// <summary>What was asked, in order.</summary>
    public List<string> Log { get; } = [];

    /// <summary>To be done before an upload is answered that was opened.</summary>
    public Action Opened { get; set; } = () => { };

    public static async Task<LedgerServer> StartAsync()
    {
        LedgerServer? ledger = null;
        ledger = new(await WebServer.StartAsync(context => ledger!.AnswerAsync(context)));
        return ledger;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Log.Add($"{context.Request.Method} {context.Request.Path}");
        var body = await context.Request.Body.ReadAllAsync(context.RequestAborted);
        var refusal = context.Request.Path.Value!.Split('/')[^1] switch
        {
            "scrolls" or "leaves" or "uploads" => Open(body),
            "complete" => Complete(body.Length == 0 ? null : JsonNode.Parse(body)),
            _ => Take(context.Request, body),
        };
        if (refusal is not null)
        {
            await context.AnswerAsync(422, $$"""{"message":"{{refusal}}"}""");
        }
        else if (context.Request.Method == "PUT")
        {
            await context.AnswerAsync(context.Request.Path.Value.EndsWith("/content", StringComparison.Ordinal) ? 204 : 200);
        }
        else
        {
            await context.AnswerAsync(201, $$"""{"id":"1","upload_url":"{{_server.Address}}storage/1?sig=1"}""");
        }
    }

    private string? Open(byte[] body)
    {
        _told = JsonNode.Parse(body);
        Opened();
        return null;
    }

    private string? Take(HttpRequest request, byte[] body)
    {
        _held = body;
        return request.Headers.TryGetValue("Content-MD5", out var md5) && md5 != Convert.ToBase64String(MD5.HashData(body)) ? "another MD5"
            : request.Headers.TryGetValue("Repr-Digest", out var sha) && sha != $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:" ? "another digest"
            : null;
    }

    private string? Complete(JsonNode? said)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(_held!));
        return _told?["sha256"] is { } told && told.GetValue<string>() != sha256 ? "another SHA-256 was told"
            : _told?["contentMD5"] is { } md5 && md5.GetValue<string>() != Convert.ToBase64String(MD5.HashData(_held!)) ? "another MD5 was told"
            : said?["sha256"] is { } again && again.GetValue<string>() != sha256 ? "another SHA-256 was told at the end"
            : said?["proof"] is { } proof && proof.GetValue<string>() != "crc64nvme:" + Crc64Nvme(_held!) ? "another proof was told"
            : null;
    }

    /// <summary>By its definition, bit by bit.</summary>
    private static string Crc64Nvme(byte[] bytes)
    {
        var state = ulong.MaxValue;
        foreach (var one in bytes)
        {
            state ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                state = (state & 1) == 1 ? (state >> 1) ^ 0x9A6C9329AC4BC9B5 : state >> 1;
            }
        }

        return (~state).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
