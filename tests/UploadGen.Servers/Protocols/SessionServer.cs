using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace UploadGen.Servers;

/// <summary>
/// A server with one session for one file, written from a protocol's public specification: it refuses what that doesn't allow, and keeps a list of it. Faults
/// come when the test says.
/// </summary>
public abstract class SessionServer : IAsyncDisposable
{
    private const int LosesAtMost = 512 * 1024;

    private readonly List<string> _requests = [];
    private readonly List<string> _violations = [];
    private readonly Dictionary<int, SessionFault> _faults = [];
    private readonly MemoryStream _bytes = new();
    private WebServer? _server;
    private string? _url;

    /// <summary>The session's URL: with a secret in its query, unless another server has it.</summary>
    public string Url => _url ?? $"{Address}sessions/1?upload_id=topsecret1234567890";

    /// <summary>The requests so far: method, what says where the bytes go, and the answer's status.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>What the protocol doesn't allow, and was done.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>The bytes that the session has.</summary>
    public byte[] Bytes => _bytes.ToArray();

    /// <summary>How many bytes the session has.</summary>
    public long Count { get; private set; }

    /// <summary>How many bytes have come, also those that weren't kept.</summary>
    public long Taken { get; private set; }

    /// <summary>Whether the file is made.</summary>
    public bool IsComplete { get; protected set; }

    /// <summary>Whether the session is there.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Whether bytes are only counted.</summary>
    public bool OnlyCounts { get; init; }

    /// <summary>Called before each request, with its number from 1.</summary>
    public Action<int>? Arrives { get; set; }

    /// <summary>Called before a connection is closed in the midst of a body, or in place of an answer.</summary>
    public Action? Breaks { get; set; }

    protected string Address => _server!.Address.ToString();

    /// <summary>The names of headers that may come.</summary>
    protected abstract IReadOnlySet<string> KnownHeaders { get; }

    public async Task StartAsync() => _server = await WebServer.StartAsync(ServeAsync);

    /// <summary>Lets another server, which hands the requests on, have the session's URL.</summary>
    public void ServeAt(string url) => _url = url;

    /// <summary>Lets a request, counted from 1, go wrong.</summary>
    public void Fail(int request, SessionFault fault) => _faults[request] = fault;

    /// <summary>Tells the length of the file, which some sessions are opened with.</summary>
    public virtual void Expect(long length)
    {
    }

    /// <summary>Gives the session bytes that nobody has sent.</summary>
    public void Add(int count) => Keep(new byte[count]);

    /// <summary>Lets the session have so many bytes, which nobody looks at.</summary>
    public void Jump(long count) => Count = count;

    /// <summary>Answers a request.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        int number;
        lock (_requests)
        {
            _requests.Add("");
            number = _requests.Count;
        }

        Arrives?.Invoke(number);
        SessionFault? fault = _faults.TryGetValue(number, out var planned) ? planned : null;
        context.Items[nameof(SessionFault)] = fault;
        IsOpen &= fault != SessionFault.Gone;
        if (fault == SessionFault.Loses)
        {
            Truncate(Math.Max(0, Count - LosesAtMost));
        }

        await RespondAsync(context);
        lock (_requests)
        {
            _requests[number - 1] = $"{context.Request.Method} {Place(context.Request)}".TrimEnd()
                + (fault is SessionFault.LostAnswer or SessionFault.Cut ? " lost" : $" {context.Response.StatusCode}");
        }

        if (fault == SessionFault.LostAnswer)
        {
            Breaks?.Invoke();
            context.Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract Task AnswerAsync(HttpContext context);

    /// <summary>Refuses what the protocol doesn't allow.</summary>
    protected Task ViolatedAsync(HttpContext context, string what, int status = 400)
    {
        lock (_violations)
        {
            _violations.Add($"{context.Request.Method}: {what}");
        }

        return context.AnswerAsync(status, what, "text/plain");
    }

    /// <summary>Reads a body and keeps what comes of it, in multiples of a unit; what is left of the last is kept where it came whole.</summary>
    /// <returns>Whether it came whole.</returns>
    protected async Task<bool> TakeAsync(HttpContext context, int unit = 1, bool isAtomic = false)
    {
        var length = context.Request.ContentLength ?? 0;
        var fault = FaultOf(context);
        var end = fault == SessionFault.Cut ? length / 2 : length;
        using var pending = new MemoryStream();
        var buffer = new byte[81_920];
        long count = 0;
        int read;
        while (count < end && (read = await context.Request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, end - count)))) > 0)
        {
            buffer[0] ^= (byte)(fault == SessionFault.Changed && count == 0 ? 1 : 0);
            count += read;
            Taken += read;
            if (OnlyCounts)
            {
                Count += read;
                continue;
            }

            pending.Write(buffer, 0, read);
            if (!isAtomic && pending.Length >= unit)
            {
                KeepUnits(pending, unit);
            }
        }

        if (fault == SessionFault.Cut || count < length)
        {
            Breaks?.Invoke();
            context.Abort();
            return false;
        }

        Keep(pending.ToArray());
        return true;
    }

    /// <summary>Forgets bytes behind a place.</summary>
    protected void Truncate(long count)
    {
        Count = count;
        if (!OnlyCounts)
        {
            _bytes.SetLength(count);
        }
    }

    protected static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What of a request says where its bytes go.</summary>
    protected virtual string Place(HttpRequest request) => request.Headers.ContentRange.ToString();

    private static SessionFault? FaultOf(HttpContext context) => context.Items[nameof(SessionFault)] as SessionFault?;

    private void KeepUnits(MemoryStream pending, int unit)
    {
        var whole = (int)(pending.Length - pending.Length % unit);
        var rest = pending.ToArray().AsSpan(whole).ToArray();
        Keep(pending.GetBuffer().AsSpan(0, whole));
        pending.SetLength(0);
        pending.Write(rest);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        Count += bytes.Length;
        if (!OnlyCounts)
        {
            _bytes.Position = _bytes.Length;
            _bytes.Write(bytes);
        }
    }

    private async Task RespondAsync(HttpContext context)
    {
        var unknown = context.Request.Headers.Keys.FirstOrDefault(name => !KnownHeaders.Contains(name));
        if (unknown is not null)
        {
            await ViolatedAsync(context, $"{unknown} isn't known here");
        }
        else if (context.Features.Get<IHttpRequestFeature>()!.RawTarget.StartsWith("/sessions/1", StringComparison.Ordinal)
            && context.Request.QueryString.Value != "?upload_id=topsecret1234567890")
        {
            await ViolatedAsync(context, "the URL isn't the session's");
        }
        else if (FaultOf(context) == SessionFault.Busy)
        {
            await context.AnswerAsync(503);
        }
        else if (FaultOf(context) == SessionFault.LostAnswer)
        {
            // What is written isn't sent before the connection is closed.
            context.Response.Body = new MemoryStream();
            await AnswerAsync(context);
        }
        else
        {
            await AnswerAsync(context);
        }
    }
}
