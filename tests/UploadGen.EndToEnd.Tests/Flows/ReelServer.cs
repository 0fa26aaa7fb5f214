using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UploadGen.EndToEnd.Tests.Reel;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>The API of <c>reel.json</c>: films in parts. It keeps what comes.</summary>
internal sealed class ReelServer : IAsyncDisposable
{
    public const int PartSize = 1000;

    private readonly object _lock = new();
    private readonly Dictionary<string, Film> _films = [];
    private WebServer _server = null!;
    private int _count;

    public Uri Address => _server.Address;

    public ReelClient Client => new(new ReelClientOptions { BaseAddress = Address, Credential = ApiCredential.FromToken("key") });

    /// <summary>Called with each request before it is answered, and with how many have come, from 1.</summary>
    public Action<string, int> Observer { get; set; } = (_, _) => { };

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<string> Log => [.. _server.Requests.Select(request => $"{request.Method} {request.Target}")];

    /// <summary>The films that were completed, by their ids.</summary>
    public IReadOnlyList<(string Id, string Name, string Sha256)> Completed
    {
        get
        {
            lock (_lock)
            {
                return [.. _films.Where(film => film.Value.Sha256 is not null).Select(film => (film.Key, film.Value.Name, film.Value.Sha256!))];
            }
        }
    }

    public static async Task<ReelServer> StartAsync()
    {
        var server = new ReelServer();
        server._server = await WebServer.RecordingAsync(server.AnswerAsync);
        return server;
    }

    /// <summary>Forgets the uploads that aren't complete, as an API does after some days.</summary>
    public void DropOpen()
    {
        lock (_lock)
        {
            foreach (var id in _films.Where(film => film.Value.Sha256 is null).Select(film => film.Key).ToList())
            {
                _films.Remove(id);
            }
        }
    }

    public int Count(string method, string end)
        => Log.Count(line => line.StartsWith(method, StringComparison.Ordinal) && line.Split('?')[0].EndsWith(end, StringComparison.Ordinal));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await context.Request.Body.ReadAllAsync();
        int status;
        string answer;
        lock (_lock)
        {
            (status, answer) = Answer(context.Request, body);
        }

        Observer($"{context.Request.Method} {context.Request.Path}", Interlocked.Increment(ref _count));
        await context.AnswerAsync(status, answer);
    }

    private (int Status, string Answer) Answer(HttpRequest request, byte[] body)
    {
        var path = request.Path.Value!.Split('/');
        if (path.Length == 2)
        {
            using var opened = JsonDocument.Parse(body);
            var made = $"f{_films.Count + 1}-{Guid.NewGuid():N}";
            _films[made] = new Film(opened.RootElement.GetProperty("filename").GetString()!);
            return (201, $$"""{ "id": "{{made}}", "part_size": {{PartSize}} }""");
        }

        var id = path[2];
        if (!_films.TryGetValue(id, out var film))
        {
            return (404, "{}");
        }

        if (request.Method == "DELETE")
        {
            _films.Remove(id);
            return (204, "");
        }

        if (film.Sha256 is not null)
        {
            return (409, "{}");
        }

        if (request.Method == "PUT")
        {
            var name = $"p{int.Parse(request.Query["part_number"]!, CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}";
            film.Parts[name] = body;
            return (200, $$"""{ "part_id": "{{name}}" }""");
        }

        using var complete = JsonDocument.Parse(body);
        var bytes = complete.RootElement.GetProperty("part_ids").EnumerateArray().SelectMany(part => film.Parts[part.GetString()!]).ToArray();
        film.Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return (200, $$"""{ "id": "{{id}}", "name": "{{film.Name}}", "sha256": "{{film.Sha256}}" }""");
    }

    private sealed class Film(string name)
    {
        public string Name { get; } = name;

        public Dictionary<string, byte[]> Parts { get; } = [];

        public string? Sha256 { get; set; }
    }
}
