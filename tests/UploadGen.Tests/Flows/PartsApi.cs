using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>An API in memory that takes files in parts of 100 bytes, which a test may break off at any part.</summary>
internal sealed class PartsApi
{
    public const int PartSize = 100;

    private readonly object _lock = new();
    private readonly List<string> _log = [];
    private readonly Dictionary<string, Dictionary<string, byte[]>> _open = [];
    private int _opened;

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_lock)
            {
                return [.. _log];
            }
        }
    }

    public IEnumerable<string> PartsSent => Log.Where(line => line.StartsWith("part", StringComparison.Ordinal));

    /// <summary>The files that were completed, in order.</summary>
    public List<byte[]> Completed { get; } = [];

    /// <summary>Called with each part before it is taken.</summary>
    public Action<int> BeforePart { get; set; } = _ => { };

    /// <summary>Called when a part was taken.</summary>
    public Action<int> AfterPart { get; set; } = _ => { };

    /// <summary>Names a part in its answer, by which the upload is completed.</summary>
    public Func<int, string> PartNames { get; set; } = index => $"part/{index}";

    /// <summary>The status that completions are refused with.</summary>
    public int? RefuseCompletion { get; set; }

    /// <summary>Where the client believes to upload to.</summary>
    public UploadTarget Target { get; set; } = new("https://api.example.com/v1", "ada");

    public PartsFlow<string, string, string> Flow => new("Film", "openFilm")
    {
        // The parts' size is the API's to say, so that the journal's runs have it, too.
        Terms = (_, _) => Task.FromResult(new PartTerms(PartSize, IsParallel: true)),
        Create = (_, _, _) => Task.FromResult(Open()),
        Id = session => session,
        SendPart = async (session, part, _, token) => await TakeAsync(session, part, token),
        Complete = (session, _, parts, _) => Task.FromResult(Complete(session, parts)),
        Abort = (session, _) =>
        {
            Note("abort");
            return Task.CompletedTask;
        },
        ReadSession = JsonCodec.ReadString,
        WriteSession = JsonCodec.WriteString,
        ReadPart = JsonCodec.ReadString,
        WritePart = JsonCodec.WriteString,
        SessionJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
        ResultJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
    };

    public UploadRunner Runner => new(NullLogger.Instance, target: Target);

    /// <summary>Uploads a file, one part after the other.</summary>
    public Task<string> UploadAsync(UploadContent content, UploadStateFile? file = null, UploadState? state = null, Action<UploadState>? changed = null)
        => Runner.RunAsync(
            Flow, content, new PartsUploadOptions { Parallelism = 1, StateFile = file, State = state, StateChanged = changed }, null,
            TestContext.Current.CancellationToken);

    /// <summary>Uploads a file until a part, which fails.</summary>
    public async Task UploadUntilAsync(int part, UploadContent content, UploadStateFile? file = null, Action<UploadState>? changed = null)
    {
        BreakAt(part);
        await Assert.ThrowsAsync<UploadException>(() => UploadAsync(content, file, changed: changed));
        BreakAt(null);
        Forget();
    }

    public void BreakAt(int? part)
        => BeforePart = part is null ? _ => { }
    : index => _ = index == part ? throw new HttpRequestException(HttpRequestError.ConnectionError, "cut") : 0;

    /// <summary>Drops all uploads that aren't complete.</summary>
    public void Drop() => _open.Clear();

    /// <summary>Forgets what was asked.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _log.Clear();
        }
    }

    private void Note(string line)
    {
        lock (_lock)
        {
            _log.Add(line);
        }
    }

    private string Open()
    {
        lock (_lock)
        {
            _log.Add("open");
            var id = $"u{++_opened}";
            _open[id] = [];
            return id;
        }
    }

    private async Task<string> TakeAsync(string session, FilePart part, CancellationToken cancellationToken)
    {
        BeforePart(part.Index);
        using var bytes = new MemoryStream();
        // As it is sent: what has changed by the end of the part fails it.
        using (var reader = new ContentReader(part.Content))
        {
            var timeouts = new TransferTimeouts(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            using var transfer = new Transfer(timeouts, progress: null, cancellationToken);
            await reader.CopyToAsync(bytes, transfer, cancellationToken);
        }

        lock (_lock)
        {
            if (!_open.TryGetValue(session, out var parts))
            {
                throw new ApiException("gone") { StatusCode = 404 };
            }

            _log.Add($"part {part.Index}");
            parts[PartNames(part.Index)] = bytes.ToArray();
        }

        AfterPart(part.Index);
        return PartNames(part.Index);
    }

    private string Complete(string session, IReadOnlyList<string> parts)
    {
        lock (_lock)
        {
            if (RefuseCompletion is { } status)
            {
                throw new ApiException("no") { StatusCode = status };
            }

            _log.Add("complete");
            Completed.Add([.. parts.SelectMany(part => _open[session][part])]);
            return session;
        }
    }
}
