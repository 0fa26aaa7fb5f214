namespace UploadGen.Tests;

/// <summary>An API in memory that makes a record for each upload it confirms, and tells of each point before and after something has happened to it.</summary>
internal sealed class RecordingApi
{
    private readonly object _lock = new();
    private readonly Dictionary<string, (string Name, byte[]? Bytes)> _sessions = [];
    private readonly Dictionary<string, (string Name, byte[] Bytes)> _records = [];
    private readonly List<string> _aborted = [];
    private int _points;
    private int _at = -1;
    private Action _act = () => { };

    public bool IsReachable { get; set; } = true;

    /// <summary>The status that confirmations are refused with.</summary>
    public int? RefuseConfirmation { get; set; }

    public IEnumerable<(string Id, string Name, byte[] Bytes)> Records => _records.Select(record => (record.Key, record.Value.Name, record.Value.Bytes));

    public IEnumerable<string> Aborted => _aborted;

    public UploadFlow<string, string> Flow => new("Thing", "openThing")
    {
        Create = (file, _) => DoAsync(() =>
        {
            var id = $"s{_sessions.Count + 1}";
            _sessions[id] = (file.FileName, null);
            return id;
        }),
        Url = _ => "https://storage.example/k?X-Amz-Signature=topsecret",
        Id = session => session,
        Put = async (session, file, _, cancellationToken) =>
        {
            var bytes = new byte[file.Length];
            var stream = file.Source.Open();
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            file.Source.Close(stream);
            await DoAsync(() =>
            {
                _sessions[session] = (_sessions[session].Name, bytes);
                return session;
            });
        },
        Confirm = (session, _, _) => DoAsync(() =>
        {
            if (RefuseConfirmation is { } status)
            {
                throw new ApiException("no") { StatusCode = status };
            }

            var (name, bytes) = _sessions[session];
            _records[session] = (name, bytes ?? throw new ApiException("nothing stored") { StatusCode = 409 });
            return session;
        }),
        Abort = (session, _) =>
        {
            if (!IsReachable)
            {
                throw new HttpRequestException("gone");
            }

            _aborted.Add(session);
            return Task.CompletedTask;
        },
        SessionJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
        ResultJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
    };

    /// <summary>Does something at a point, counted from 0: there are two for each step, before and after.</summary>
    public void At(int point, Action act) => (_points, _at, _act) = (0, point, act);

    private async Task<string> DoAsync(Func<string> step)
    {
        await Task.Yield();
        lock (_lock)
        {
            Pass();
            var result = step();
            Pass();
            return result;
        }
    }

    private void Pass()
    {
        if (_points++ == _at)
        {
            _act();
        }

        if (!IsReachable)
        {
            throw new HttpRequestException("gone");
        }
    }
}
