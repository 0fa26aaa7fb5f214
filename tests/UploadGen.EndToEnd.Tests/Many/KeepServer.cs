using Microsoft.AspNetCore.Http;
using UploadGen.EndToEnd.Tests.Crate;
using UploadGen.EndToEnd.Tests.Quay;
using UploadGen.EndToEnd.Tests.Shelf;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>APIs whose files go as a whole, by PUT, by POST, in a form, to an operation, and the storage they lead to. It keeps what comes.</summary>
internal sealed class KeepServer : IAsyncDisposable
{
    private readonly object _lock = new();
    private readonly List<string> _log = [];
    private readonly Dictionary<string, byte[]?> _uploads = [];
    private readonly HashSet<string> _completed = [];
    private WebServer _server = null!;
    private int _points;

    public Uri Address => _server.Address;

    /// <summary>
    /// Called, with how many such points there have been, in the midst of a file, when a request has come whole, and before it is answered. A request that has
    /// no effect yet has none where it says no.
    /// </summary>
    public Func<int, bool> Observer { get; set; } = _ => true;

    /// <summary>The files that are complete: those that were confirmed, or in storage where nothing confirms them.</summary>
    public IReadOnlyList<byte[]> Complete
    {
        get
        {
            lock (_lock)
            {
                return [.. _completed.Select(id => _uploads[id]!)];
            }
        }
    }

    public static async Task<KeepServer> StartAsync()
    {
        var server = new KeepServer();
        server._server = await WebServer.StartAsync(server.AnswerAsync);
        return server;
    }

    /// <summary>Uploads a file as a client is generated for it.</summary>
    /// <param name="address">The server's.</param>
    /// <param name="kind">How the file goes.</param>
    /// <param name="content">The file.</param>
    /// <param name="options">The state.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public static Task UploadAsync(Uri address, string kind, UploadContent content, UploadOptions options, CancellationToken cancellationToken) => kind switch
    {
        "put" => new QuayClient(For<QuayClientOptions>(address)).UploadParcelAsync(content, options: options, cancellationToken: cancellationToken),
        "post" => new CrateClient(For<CrateClientOptions>(address)).UploadRawPostsAsync(content, options: options, cancellationToken: cancellationToken),
        "form" => new CrateClient(For<CrateClientOptions>(address)).UploadPhotoFormsAsync(content, options: options, cancellationToken: cancellationToken),
        _ => new ShelfClient(For<ShelfClientOptions>(address)).UploadFileAsync(content, options: options, cancellationToken: cancellationToken),
    };

    /// <summary>Uploads files to an operation, with a journal.</summary>
    /// <param name="address">The server's.</param>
    /// <param name="contents">The files.</param>
    /// <param name="path">The journal's.</param>
    /// <param name="cancellationToken">Ends the uploads.</param>
    public static async Task<List<UploadOutcome<CompleteUploadResponse>>> UploadManyAsync(
        Uri address, IEnumerable<UploadContent> contents, string path, CancellationToken cancellationToken)
    {
        using var journal = UploadJournal.Open(path);
        return await new ShelfClient(For<ShelfClientOptions>(address))
            .UploadManyFilesAsync(contents, options: new() { Journal = journal }, cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
    }

    /// <summary>How often that was asked: <c>open</c>, <c>file</c>, <c>complete</c>, <c>abort</c>.</summary>
    public int Count(string what)
    {
        lock (_lock)
        {
            return _log.Count(line => line == what);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static TOptions For<TOptions>(Uri address)
        where TOptions : UploadClientOptions, new()
        => new() { BaseAddress = address, Credential = ApiCredential.FromToken("key") };

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/');
        var body = await ReadAsync(context.Request);
        if (body is null || !Pass())
        {
            context.Abort();
            return;
        }

        var (status, answer) = Answer(context, path, body);
        Pass();
        await context.AnswerAsync(status, answer);
    }

    private bool Pass() => Observer(Interlocked.Increment(ref _points));

    /// <summary>Reads a body; of a file, half of it is read before the point that is passed then.</summary>
    private async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        var isPassed = !(request.ContentLength > 100_000);
        var buffer = new byte[64 * 1024];
        while (await request.Body.ReadAsync(buffer) is > 0 and var read)
        {
            bytes.Write(buffer.AsSpan(0, read));
            if (!isPassed && bytes.Length > request.ContentLength / 2)
            {
                isPassed = true;
                if (!Pass())
                {
                    return null;
                }
            }
        }

        return bytes.ToArray();
    }

    private (int Status, string Answer) Answer(HttpContext context, string[] path, byte[] body)
    {
        lock (_lock)
        {
            var isStorage = path[1] == "storage";
            var id = isStorage ? path[2] : path.Length > 2 ? path[2] : null;
            _log.Add(id is null ? "open" : path[^1] == "complete" ? "complete" : context.Request.Method == "DELETE" ? "abort" : "file");
            if (id is null)
            {
                return Open(context);
            }

            if (!_uploads.ContainsKey(id))
            {
                return (404, "{}");
            }

            if (path[^1] == "complete")
            {
                return _uploads[id] is null || !_completed.Add(id) ? (409, "{}") : (200, $$"""{ "id": "{{id}}", "state": "whole" }""");
            }

            if (isStorage && context.Request.Query["sig"] != "topsecret")
            {
                return (403, "");
            }

            _uploads[id] = context.Request.HasFormContentType ? FileOf(body) : body;
            if (isStorage && !id.StartsWith("parcel", StringComparison.Ordinal))
            {
                _completed.Add(id);
            }

            return (200, isStorage ? "" : "{}");
        }
    }

    private (int Status, string Answer) Open(HttpContext context)
    {
        var id = $"{context.Request.Path.Value!.Trim('/').TrimEnd('s')}-{_uploads.Count + 1}";
        _uploads[id] = null;
        var url = $"http://{context.Request.Host}/storage/{id}?sig=topsecret";
        context.Response.Headers.Location = url;
        context.Response.Headers["X-Upload-Id"] = id;
        return (201, id.StartsWith("parcel", StringComparison.Ordinal) ? "" : $$"""{ "id": "{{id}}", "place": "{{url}}" }""");
    }

    /// <summary>The one file of a form.</summary>
    private static byte[] FileOf(byte[] form)
    {
        var begin = form.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        var boundary = form.AsSpan(0, form.AsSpan().IndexOf("\r\n"u8));
        var end = form.AsSpan(begin).IndexOf([.. "\r\n"u8, .. boundary]);
        return form[begin..(begin + end)];
    }
}
