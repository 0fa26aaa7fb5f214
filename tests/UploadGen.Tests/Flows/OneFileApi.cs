using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>An API in memory whose files go to a URL each, as a whole. A test may break it off before and after each step.</summary>
internal sealed class OneFileApi
{
    private readonly List<string> _log = [];
    private readonly Dictionary<string, byte[]> _open = [];
    private int _opened;

    /// <summary>What was asked, in order: <c>open</c>, <c>put u1</c>, <c>continue u1 5</c>, <c>confirm u1</c>, <c>abort u1</c>.</summary>
    public IReadOnlyList<string> Log => _log;

    /// <summary>The files that were confirmed, in order.</summary>
    public List<byte[]> Confirmed { get; } = [];

    /// <summary>Called before each step with its line of the log, and after it with <c>after</c> and that. What it throws breaks the step off.</summary>
    public Action<string> At { get; set; } = _ => { };

    /// <summary>How much of a file storage gets before the connection breaks; <see langword="null"/> for all.</summary>
    public int? CutAfter { get; set; }

    /// <summary>Whether an earlier run's bytes are gone on with.</summary>
    public bool Continues { get; init; }

    /// <summary>What signs the URL, and until when.</summary>
    public string Query { get; set; } = "?X-Amz-Signature=topsecret";

    public string Name { get; init; } = "Thing";

    public UploadTarget Target { get; set; } = new("https://api.example.com/v1", "ada");

    public UploadFlow<string, string> Flow => new(Name, "openThing")
    {
        Create = (_, _) => Task.FromResult(Open()),
        Url = session => session,
        Id = Id,
        Put = (session, file, _, token) => TakeAsync("put", session, file, 0, token),
        Continue = Continues ? (session, file, _, token) => TakeAsync("continue", session, file, Held(session), token) : null,
        Confirm = (session, _, _) => Task.FromResult(Confirm(session)),
        Abort = (session, _) =>
        {
            _log.Add($"abort {Id(session)}");
            return Task.CompletedTask;
        },
        ReadSession = JsonCodec.ReadString,
        WriteSession = JsonCodec.WriteString,
        SessionJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
        ResultJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
    };

    public UploadRunner Runner => new(NullLogger.Instance, target: Target);

    public Task<string> UploadAsync(UploadContent content, UploadStateFile? file = null, CancellationToken? token = null)
        => UploadAsync(content, new UploadOptions { StateFile = file }, token);

    public Task<string> UploadAsync(UploadContent content, UploadOptions options, CancellationToken? token = null)
        => Runner.RunAsync(Flow, content, options, null, token ?? TestContext.Current.CancellationToken);

    /// <summary>Uploads a file until a line of the log, before which it breaks off.</summary>
    public async Task UploadUntilAsync(string line, UploadContent content, UploadOptions options)
    {
        BreakAt(line);
        await Assert.ThrowsAnyAsync<UploadGenException>(() => UploadAsync(content, options));
        BreakAt(null);
        _log.Clear();
    }

    public void BreakAt(string? line)
        => At = here => _ = here == line ? throw new HttpRequestException(HttpRequestError.ConnectionError, "cut") : 0;

    /// <summary>Drops all uploads that aren't confirmed.</summary>
    public void Drop() => _open.Clear();

    private int Held(string session)
        => _open.TryGetValue(Id(session), out var held) ? held.Length : throw new UploadException("gone", UploadStep.Put, "openThing") { StatusCode = 410 };

    public void Forget() => _log.Clear();

    private static string Id(string session) => session.Split('/', '?')[3];

    private string Open() => Do("open", () =>
    {
        var id = $"u{++_opened}";
        _open[id] = [];
        return $"https://storage.example/{id}{Query}";
    });

    private async Task TakeAsync(string step, string session, UploadContent file, int from, CancellationToken cancellationToken)
    {
        var line = from == 0 ? $"{step} {Id(session)}" : $"{step} {Id(session)} {from}";
        At(line);
        _log.Add(line);
        using var bytes = new MemoryStream();
        using (var reader = new ContentReader(file))
        {
            using var transfer = new Transfer(
                new TransferTimeouts(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), progress: null, cancellationToken);
            await reader.CopyToAsync(bytes, transfer, cancellationToken);
        }

        if (!_open.TryGetValue(Id(session), out var held))
        {
            throw new UploadException("gone", UploadStep.Put, "openThing") { StatusCode = 404, IsStored = false };
        }

        var sent = bytes.ToArray();
        _open[Id(session)] = [.. held.AsSpan(0, from), .. sent.AsSpan(from, (CutAfter ?? sent.Length) - from)];
        if (CutAfter is not null)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "cut");
        }

        At($"after {line}");
    }

    private string Confirm(string session) => Do($"confirm {Id(session)}", () =>
    {
        if (!_open.Remove(Id(session), out var bytes))
        {
            throw new ApiException("gone") { StatusCode = 404 };
        }

        Confirmed.Add(bytes);
        return Id(session);
    });

    private string Do(string line, Func<string> step)
    {
        At(line);
        _log.Add(line);
        var result = step();
        At($"after {line}");
        return result;
    }
}
