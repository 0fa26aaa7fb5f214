using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UploadGen.EndToEnd.Tests.Hangar;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>The API of <c>hangar.json</c>: its files go in parts to an S3 store, whose URLs it gives one by one, several at a time, or all at once.</summary>
/// <param name="store">The store.</param>
/// <param name="key">The key of each upload's object.</param>
internal sealed class HangarApi(S3Store store, string key) : IAsyncDisposable
{
    /// <summary>The least that S3 takes as a part that isn't the last.</summary>
    public const int PartSize = 5 * 1024 * 1024;

    private const string Token = "token-of-the-hangar";

    private readonly ConcurrentDictionary<string, string> _uploads = new();
    private readonly ConcurrentDictionary<string, long> _done = new();
    private readonly ConcurrentQueue<string> _log = new();
    private WebServer _server = null!;

    public Uri Address => _server.Address;

    /// <summary>What was asked: <c>open</c>, <c>sign</c> with the numbers, <c>complete</c>, <c>drop</c>.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    /// <summary>The store's id of the upload that was opened last.</summary>
    public string UploadId { get; private set; } = "";

    /// <summary>Signs a part; called with its number, and how many parts were signed, from 1.</summary>
    public Func<string, int, int, string>? Sign { get; set; }

    /// <summary>Whether an answer is lost; called with what was asked, and how often it was.</summary>
    public Func<string, int, bool> IsLost { get; set; } = (_, _) => false;

    public static async Task<HangarApi> StartAsync(S3Store store, string key)
    {
        var api = new HangarApi(store, key);
        api._server = await WebServer.StartAsync(api.AnswerAsync);
        return api;
    }

    /// <summary>Uploads a file as a client is generated for one of the three ways.</summary>
    /// <param name="address">The API's.</param>
    /// <param name="kind"><c>single</c>, <c>batch</c> or <c>whole</c>.</param>
    /// <param name="content">The file.</param>
    /// <param name="options">How.</param>
    /// <param name="storage">Takes the place of the library's own client for the store.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public static Task UploadAsync(
        Uri address, string kind, UploadContent content, PartsUploadOptions options, HttpClient? storage, CancellationToken cancellationToken)
    {
        var client = Client(address, storage);
        return kind switch
        {
            "single" => client.UploadCrateAsync(content, options: options, cancellationToken: cancellationToken),
            "batch" => client.UploadPalletAsync(content, options: options, cancellationToken: cancellationToken),
            _ => client.UploadContainerAsync(content, options: options, cancellationToken: cancellationToken),
        };
    }

    /// <summary>Uploads a file as one of many, with a journal.</summary>
    /// <param name="address">The API's.</param>
    /// <param name="kind"><c>single</c> or <c>batch</c>.</param>
    /// <param name="content">The file.</param>
    /// <param name="path">The journal's.</param>
    /// <param name="storage">Takes the place of the library's own client for the store.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public static async Task<UploadStatus> UploadManyAsync(
        Uri address, string kind, UploadContent content, string path, HttpClient? storage, CancellationToken cancellationToken)
    {
        using var journal = UploadJournal.Open(path);
        var (client, options) = (Client(address, storage), new UploadManyOptions { Journal = journal });
        return kind == "single"
            ? (await client.UploadManyCratesAsync([content], options: options, cancellationToken: cancellationToken).SingleAsync(cancellationToken)).Status
            : (await client.UploadManyPalletsAsync([content], options: options, cancellationToken: cancellationToken).SingleAsync(cancellationToken)).Status;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static HangarClient Client(Uri address, HttpClient? storage)
    {
        var options = new HangarClientOptions { BaseAddress = address, Credential = ApiCredential.FromToken(Token), StorageHttpClient = storage };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        return new HangarClient(options);
    }

    private Task AnswerAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value!.Split('/')) switch
    {
        ("POST", [_, var kind]) => OpenAsync(context, kind),
        ("POST", [_, _, var id, "parts", var number, "url"]) => AnswerAsync(
            context, $"sign {number}", new { url = Signed(id, int.Parse(number, CultureInfo.InvariantCulture)) }),
        ("POST", [_, _, var id, "part-urls"]) => SignSeveralAsync(context, id),
        ("POST", [_, _, var id, "complete"]) => CompleteAsync(context, id),
        ("DELETE", [_, _, var id]) => DropAsync(context, id),
        _ => context.AnswerAsync(StatusCodes.Status404NotFound),
    };

    private async Task OpenAsync(HttpContext context, string kind)
    {
        Assert.Equal($"Bearer {Token}", context.Request.Headers.Authorization);
        var size = (await ReadAsync(context)).GetProperty("size").GetInt64();
        var id = Guid.NewGuid().ToString("N");
        UploadId = _uploads[id] = await store.OpenPartsAsync(key);
        // In no order, so that only what each says of itself counts.
        var parts = Enumerable.Range(0, (int)((size + PartSize - 1) / PartSize)).Reverse().Select(index => new
        {
            part_number = index + 1,
            upload_url = kind == "whole-uploads" ? Signed(id, index + 1) : "",
            offset = (long)index * PartSize,
            length = Math.Min(PartSize, size - (long)index * PartSize),
            method = "put",
        });
        await AnswerAsync(context, "open", kind == "whole-uploads" ? new { upload_id = id, parts } : new { upload_id = id }, StatusCodes.Status201Created);
    }

    private async Task SignSeveralAsync(HttpContext context, string id)
    {
        var numbers = (await ReadAsync(context)).GetProperty("part_numbers").EnumerateArray().Select(number => number.GetInt32()).ToList();
        var parts = numbers.Select(number => new { part_number = number, upload_url = Signed(id, number) }).Reverse();
        await AnswerAsync(context, $"sign {string.Join(' ', numbers)}", new { parts });
    }

    private async Task CompleteAsync(HttpContext context, string id)
    {
        var parts = (await ReadAsync(context)).GetProperty("parts").EnumerateArray()
            .Select(part => (part.GetProperty("part_number").GetInt32(), part.GetProperty("e_tag").GetString()!))
            .ToList();
        if (!_done.TryGetValue(id, out var size))
        {
            await store.CompletePartsAsync(key, _uploads[id], parts);
            _done[id] = size = (await store.FindAsync(key))!.Length;
        }

        await AnswerAsync(context, "complete", new { key, size });
    }

    private async Task DropAsync(HttpContext context, string id)
    {
        _log.Enqueue("drop");
        await store.AbortPartsAsync(key, _uploads[id]);
        await context.AnswerAsync(StatusCodes.Status204NoContent);
    }

    private string Signed(string id, int number)
    {
        var count = _log.Count(line => line == "signed") + 1;
        _log.Enqueue("signed");
        return Sign is null ? store.SignPart(key, _uploads[id], number) : Sign(_uploads[id], number, count);
    }

    private async Task AnswerAsync(HttpContext context, string asked, object answer, int status = StatusCodes.Status200OK)
    {
        var word = asked.Split(' ')[0];
        _log.Enqueue(asked);
        if (IsLost(word, _log.Count(line => line.Split(' ')[0] == word)))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(answer, answer.GetType(), context.RequestAborted);
    }

    private static async Task<JsonElement> ReadAsync(HttpContext context)
        => await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
}
