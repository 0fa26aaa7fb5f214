using System.Globalization;
using System.Runtime.ExceptionServices;

namespace UploadGen.Comparison.Faults;

/// <summary>A store with one key, at which goes wrong what shall.</summary>
internal sealed class FaultyStore : IAsyncDisposable
{
    /// <summary>Time for a client that still sends to see an answer, before the connection is reset under it.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(200);

    private const int Little = 64 * 1024;

    private readonly Dialect _dialect;
    private readonly Lock _gate = new();
    private readonly int _port;
    private Task<WireServer> _server;
    private byte[]? _held;
    private int _puts;

    public FaultyStore(Fault fault, Dialect dialect)
    {
        (Fault, _dialect) = (fault, dialect);
        _held = fault.IsOccupied ? [1, 2, 3] : null;
        var server = WireServer.Start(ServeAsync);
        (_server, _port, Address) = (Task.FromResult(server), server.Port, server.Address);
    }

    public Fault Fault { get; }

    public string Address { get; }

    /// <summary>What lies under the key.</summary>
    public byte[]? Held => _held;

    /// <summary>How many PUTs came.</summary>
    public int Puts => _puts;

    /// <summary>To be called when a client is about to connect.</summary>
    public async Task ExpectClientAsync()
    {
        if (Fault.IsClosedAtFirst)
        {
            await DisposeAsync();
            _server = OpenAsync();
        }
    }

    public async ValueTask DisposeAsync() => await (await _server).DisposeAsync();

    /// <summary>Listens as soon as a client was refused. Clients run in this process, so that their exceptions are seen here.</summary>
    private async Task<WireServer> OpenAsync()
    {
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AppDomain.CurrentDomain.FirstChanceException += Watch;
        await refused.Task;
        AppDomain.CurrentDomain.FirstChanceException -= Watch;
        return WireServer.Start(ServeAsync, port: _port);

        void Watch(object? sender, FirstChanceExceptionEventArgs thrown)
        {
            if (thrown.Exception is HttpRequestException && thrown.Exception.Message.Contains($":{_port}", StringComparison.Ordinal))
            {
                refused.TrySetResult();
            }
        }
    }

    private async Task ServeAsync(WireConnection connection)
    {
        while (await connection.ReadHeadAsync() is { } request)
        {
            if (request.Method == "HEAD")
            {
                await connection.WriteAsync(Inspect());
            }
            else if (!await PutAsync(connection, request, Fault.Of(Interlocked.Increment(ref _puts) - 1)))
            {
                return;
            }
        }
    }

    private string Inspect()
        => !Fault.AllowsHead ? Dialect.Answer(403)
            : _held is not { } held ? Dialect.Answer(404)
            : $"HTTP/1.1 200 OK\r\n{_dialect.Success(held).Headers}Content-Length: {held.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";

    /// <summary>A PUT and its answer; whether another may follow.</summary>
    private async Task<bool> PutAsync(WireConnection connection, WireRequest request, Deed deed)
    {
        if (request["Expect"] is not null)
        {
            await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
        }

        if (deed is Deed.CutAtHalf or Deed.StallBody or Deed.RefuseEarly)
        {
            await BreakOffAsync(connection, request, deed);
            return false;
        }

        var answer = Handle(request with { Body = await connection.ReadAsync(request.Length) }, deed);
        if (deed == Deed.StallAnswer)
        {
            await connection.HangAsync();
        }

        if (deed == Deed.LoseAnswer)
        {
            return false;
        }

        await connection.WriteAsync(answer);
        return true;
    }

    private async Task BreakOffAsync(WireConnection connection, WireRequest request, Deed deed)
    {
        await connection.ReadAsync(deed == Deed.CutAtHalf ? request.Length / 2 : Little);
        switch (deed)
        {
            case Deed.StallBody:
                await connection.HangAsync();
                break;
            case Deed.RefuseEarly:
                await connection.WriteAsync(_dialect.Refuse(_dialect.Forbidden).Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal));
                await connection.WaitAsync(Notice);
                break;
        }
    }

    private string Handle(WireRequest request, Deed deed) => deed switch
    {
        Deed.Unavailable => Dialect.Answer(503),
        Deed.Throttle => _dialect.Refuse(_dialect.Throttled),
        Deed.Fail => _dialect.Refuse((500, "InternalError")),
        Deed.Redirect => Dialect.Answer(307, headers: $"Location: {Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}{request.Target}\r\n"),
        Deed.AnswerError => _dialect.Refuse((200, "InternalError")),
        Deed.Accept => Dialect.Answer(202),
        Deed.StoreNothing => Store(request, _ => []),
        Deed.DropEnd => Store(request, file => file[..^1000]),
        Deed.FlipByte => Store(request with { Body = Flipped(request.Body) }, file => file),
        _ => Store(request, file => file),
    };

    /// <param name="request">The PUT.</param>
    /// <param name="keep">What is kept of the file.</param>
    private string Store(WireRequest request, Func<byte[], byte[]> keep)
    {
        if (_dialect.FileIn(request) is not { } file)
        {
            return _dialect.Refuse(_dialect.Damaged);
        }

        lock (_gate)
        {
            if (_held is not null && request["If-None-Match"] == "*")
            {
                return _dialect.Refuse(_dialect.Occupied);
            }

            _held = keep(file);
            var (status, headers) = _dialect.Success(_held);
            return Dialect.Answer(status, headers: headers);
        }
    }

    private static byte[] Flipped(byte[] body)
    {
        var flipped = (byte[])body.Clone();
        flipped[body.Length / 2] ^= 1;
        return flipped;
    }
}
