using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using UploadGen.EndToEnd.Tests.Depot;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>The API of <c>depot.json</c>: it gives out what a test signs, and confirms what it finds in the store.</summary>
internal sealed class DepotApi : IAsyncDisposable
{
    private const string Token = "token-of-the-depot";

    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Func<Announcement, Ticket> _sign;
    private readonly Func<string, Task<StoredObject?>> _find;
    private readonly ConcurrentDictionary<string, Ticket> _tickets = new();
    private WebServer _server = null!;
    private int _confirmations;

    private DepotApi(Func<Announcement, Ticket> sign, Func<string, Task<StoredObject?>> find) => (_sign, _find) = (sign, find);

    /// <summary>How many uploads were opened.</summary>
    public int Opened => _tickets.Count;

    /// <summary>How many uploads became records.</summary>
    public int Confirmed => _confirmations;

    /// <summary>Starts the API.</summary>
    /// <param name="sign">Answers an announced file.</param>
    /// <param name="find">Looks into the store.</param>
    public static async Task<DepotApi> StartAsync(Func<Announcement, Ticket> sign, Func<string, Task<StoredObject?>> find)
    {
        var api = new DepotApi(sign, find);
        api._server = await WebServer.StartAsync(api.AnswerAsync);
        return api;
    }

    /// <summary>A client of it.</summary>
    /// <param name="storage">Takes the place of the library's own client for the store.</param>
    public DepotClient Client(HttpClient? storage = null) => new(new DepotClientOptions
    {
        BaseAddress = _server.Address,
        Credential = ApiCredential.FromToken(Token),
        StorageHttpClient = storage,
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value!.Split('/') switch
    {
        [_, "file-uploads"] => OpenAsync(context, (id, ticket) => new { id, upload_url = ticket.Url, upload_headers = ticket.Headers }),
        [_, "file-uploads", var id, "confirmations"] => ConfirmAsync(context, id),
        [_, "form-uploads"] => OpenAsync(context, (_, ticket) => new { upload_url = ticket.Url, fields = ticket.Headers }),
        [_, "blob-uploads"] => OpenAsync(context, (_, ticket) => new { place = ticket.Url, say = ticket.Headers }),
        _ => context.AnswerAsync(StatusCodes.Status404NotFound),
    };

    private async Task OpenAsync<T>(HttpContext context, Func<string, Ticket, T> answer)
    {
        Assert.Equal($"Bearer {Token}", context.Request.Headers.Authorization);
        var file = await context.Request.ReadFromJsonAsync<Announcement>(context.RequestAborted);
        var (id, ticket) = (Guid.NewGuid().ToString(), _sign(file!));
        _tickets[id] = ticket;
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(answer(id, ticket), WithoutNulls, context.RequestAborted);
    }

    private async Task ConfirmAsync(HttpContext context, string id)
    {
        if (await _find(_tickets[id].Key) is not { } stored)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }

        Interlocked.Increment(ref _confirmations);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id, size = stored.Length, content_type = stored.ContentType }, context.RequestAborted);
    }
}
