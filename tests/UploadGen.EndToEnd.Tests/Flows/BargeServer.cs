using System.Globalization;
using Microsoft.AspNetCore.Http;
using UploadGen.EndToEnd.Tests.Barge;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>The API of <c>barge.json</c>, which opens uploads by every protocol, and the sessions that they lead to. It keeps what comes.</summary>
internal sealed class BargeServer : IAsyncDisposable
{
    /// <summary>What may not be told to anybody: the token, and what signs the URLs of sessions.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["barge-token", "topsecret"];

    private readonly object _lock = new();
    private readonly List<SessionServer> _sessions = [];
    private readonly List<BlobServer> _blobs = [];
    private WebServer _server = null!;

    public Uri Address => _server.Address;

    /// <summary>The sessions that were opened, in their order.</summary>
    public IReadOnlyList<SessionServer> Sessions
    {
        get
        {
            lock (_lock)
            {
                return [.. _sessions];
            }
        }
    }

    public IReadOnlyList<BlobServer> Blobs
    {
        get
        {
            lock (_lock)
            {
                return [.. _blobs];
            }
        }
    }

    /// <summary>How many uploads the API has opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Called before an upload is opened.</summary>
    public Action Opening { get; set; } = () => { };

    /// <summary>Called with each session when it is opened.</summary>
    public Action<SessionServer> Opens { get; set; } = _ => { };

    /// <summary>Called with each blob when it is opened.</summary>
    public Action<BlobServer> OpensBlob { get; set; } = _ => { };

    /// <summary>Whether the sessions of tus are on the API's own origin.</summary>
    public bool ServesTus { get; init; }

    /// <summary>What servers of tus say that they can.</summary>
    public string TusExtensions { get; set; } = "creation,expiration,termination";

    /// <summary>How many requests the sessions and blobs got.</summary>
    public int Requests => Sessions.Sum(session => session.Requests.Count) + Blobs.Sum(blob => blob.Requests.Count);

    /// <summary>The files that are complete.</summary>
    public IReadOnlyList<byte[]> Complete
        => [.. Sessions.Where(session => session.IsComplete).Select(session => session.Bytes), .. Blobs.Select(blob => blob.Blob).OfType<byte[]>()];

    /// <summary>What was done that a protocol doesn't allow.</summary>
    public IEnumerable<string> Violations => [.. Sessions.SelectMany(session => session.Violations), .. Blobs.SelectMany(blob => blob.Violations)];

    public static async Task<BargeServer> StartAsync(bool servesTus = false)
    {
        var server = new BargeServer { ServesTus = servesTus };
        server._server = await WebServer.StartAsync(server.AnswerAsync);
        return server;
    }

    public BargeClient Client(Action<BargeClientOptions>? configure = null) => Client(Address, configure);

    public static BargeClient Client(Uri address, Action<BargeClientOptions>? configure = null)
    {
        var options = new BargeClientOptions { BaseAddress = address, Credential = ApiCredential.FromToken("barge-token") };
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        configure?.Invoke(options);
        return new BargeClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        foreach (var session in Sessions)
        {
            await session.DisposeAsync();
        }

        foreach (var blob in Blobs)
        {
            await blob.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/uploads/", StringComparison.Ordinal))
        {
            await Sessions[int.Parse(path["/uploads/".Length..], CultureInfo.InvariantCulture)].ServeAsync(context);
            return;
        }

        await context.Request.Body.ReadAllAsync();
        if (context.Request.Headers.Authorization != "Bearer barge-token")
        {
            await context.AnswerAsync(401);
            return;
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers["Upload-Offset"] = "7";
            await context.AnswerAsync(200);
            return;
        }

        Opening();
        Opened++;
        if (path == "/blobs")
        {
            var blob = new BlobServer();
            await blob.StartAsync();
            lock (_lock)
            {
                _blobs.Add(blob);
            }

            OpensBlob(blob);
            await OpenedAsync(context, blob.Url);
            return;
        }

        var session = await OpenAsync(path);
        if (session is TusServer tus && path == "/streams")
        {
            tus.Expect(long.Parse(context.Request.Headers["Upload-Length"].ToString(), CultureInfo.InvariantCulture));
            context.Response.Headers.Location = tus.Url;
            await context.AnswerAsync(201);
            return;
        }

        await OpenedAsync(context, (session as TusServer)?.Endpoint ?? session.Url);
    }

    private static Task OpenedAsync(HttpContext context, string url) => context.AnswerAsync(201, $$"""{ "id": "u1", "place": "{{url}}" }""");

    private async Task<SessionServer> OpenAsync(string path)
    {
        SessionServer session = path switch
        {
            "/films" or "/clips" => new ContentRangesServer(),
            "/drives" => new ExpectedRangesServer(),
            "/drafts" => new HttpResumableServer(),
            _ => new TusServer { AllowsCredential = ServesTus, Extensions = TusExtensions },
        };
        await session.StartAsync();
        lock (_lock)
        {
            if (ServesTus && session is TusServer)
            {
                session.ServeAt($"{Address}uploads/{_sessions.Count}");
            }

            _sessions.Add(session);
        }

        Opens(session);
        return session;
    }
}
