using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace UploadGen.Servers;

/// <summary>One blob, as Azure has it behind a shared access signature: whole, or in blocks and a list of them. Blocks come in any order.</summary>
public sealed partial class BlobServer : IAsyncDisposable
{
    private const string Signature = "?sv=2021-12-02&sr=b&sp=cw&sig=topsecret%2B1234567890%3D";

    private readonly object _gate = new();
    private readonly Dictionary<string, byte[]> _pending = [];
    private readonly List<string> _requests = [];
    private readonly List<string> _violations = [];
    private readonly Dictionary<int, SessionFault> _faults = [];
    private List<(string Id, byte[] Bytes)> _blocks = [];
    private WebServer? _server;

    public string Url => $"{_server!.Address}uploads/a%20b.bin{Signature}";

    /// <summary>Method, what of the blob, and the answer's status; in the order in which they came.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public IReadOnlyList<string> Violations => _violations;

    /// <summary>How many blocks are there that aren't part of the blob.</summary>
    public int Pending => _pending.Count;

    /// <summary>The blob; null before it is there.</summary>
    public byte[]? Blob { get; private set; }

    /// <summary>The headers that the blob was made with.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; private set; } = new Dictionary<string, string>();

    /// <summary>Whether the signature allows to ask which blocks are there.</summary>
    public bool MayBeRead { get; init; } = true;

    /// <summary>Called before each request, with its number from 1.</summary>
    public Action<int>? Arrives { get; set; }

    /// <summary>Called before a connection is closed in place of an answer.</summary>
    public Action? Breaks { get; set; }

    public async Task StartAsync() => _server = await WebServer.StartAsync(ServeAsync);

    public void Fail(int request, SessionFault fault) => _faults[request] = fault;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        int number;
        lock (_gate)
        {
            _requests.Add("");
            number = _requests.Count;
        }

        Arrives?.Invoke(number);
        SessionFault? fault = _faults.TryGetValue(number, out var planned) ? planned : null;
        var body = await context.Request.Body.ReadAllAsync();
        var isLost = fault is SessionFault.LostAnswer or SessionFault.Cut;
        int status;
        var text = "";
        if (fault == SessionFault.Busy)
        {
            (status, text) = (503, Error("ServerBusy"));
        }
        else if (fault == SessionFault.Cut)
        {
            status = 0;
        }
        else
        {
            lock (_gate)
            {
                (status, text) = Answer(context.Request, body);
            }
        }

        lock (_gate)
        {
            _requests[number - 1] = $"{context.Request.Method} {context.Request.Query["comp"]} {(isLost ? "lost" : status)}";
        }

        if (isLost)
        {
            Breaks?.Invoke();
            context.Abort();
            return;
        }

        context.Response.Headers.ETag = "\"0x1\"";
        await context.AnswerAsync(status, text, "application/xml");
    }

    private (int Status, string Body) Answer(HttpRequest request, byte[] body)
    {
        if (!request.QueryString.Value!.StartsWith(Signature, StringComparison.Ordinal) || request.Path != "/uploads/a b.bin")
        {
            return (403, Error("AuthenticationFailed"));
        }

        return (request.Method, request.Query["comp"].ToString()) switch
        {
            ("PUT", "") => PutWhole(request, body),
            ("PUT", "block") => PutBlock(request, body),
            ("PUT", "blocklist") => PutList(request, body),
            ("GET", "blocklist") when !MayBeRead => (403, Error("AuthorizationPermissionMismatch")),
            ("GET", "blocklist") => GetList(request),
            _ => Violated("not a request of the protocol"),
        };
    }

    private (int Status, string Body) PutWhole(HttpRequest request, byte[] body)
    {
        if (request.Headers["x-ms-blob-type"] != "BlockBlob")
        {
            return Violated("x-ms-blob-type");
        }

        if (IsForbidden(request))
        {
            return (409, Error("BlobAlreadyExists"));
        }

        Make(request, body, []);
        return (201, "");
    }

    private (int Status, string Body) PutBlock(HttpRequest request, byte[] body)
    {
        var id = request.Query["blockid"].ToString();
        if (!Base64().IsMatch(id) || _pending.Keys.Any(other => other.Length != id.Length)
            || request.Headers.Keys.Any(IsOfBlob))
        {
            return Violated($"a block {id}");
        }

        _pending[id] = body;
        return (201, "");
    }

    private (int Status, string Body) PutList(HttpRequest request, byte[] body)
    {
        if (request.Headers.ContainsKey("x-ms-blob-type"))
        {
            return Violated("a list with x-ms-blob-type");
        }

        if (IsForbidden(request))
        {
            return (409, Error("BlobAlreadyExists"));
        }

        var blocks = new List<(string, byte[])>();
        foreach (Match entry in Latest().Matches(System.Text.Encoding.UTF8.GetString(body)))
        {
            var id = entry.Groups["id"].Value;
            var bytes = _pending.GetValueOrDefault(id) ?? _blocks.Find(block => block.Id == id).Bytes;
            if (bytes is null)
            {
                return (400, Error("InvalidBlockList"));
            }

            blocks.Add((id, bytes));
        }

        Make(request, [.. blocks.SelectMany(block => block.Item2)], blocks);
        return (201, "");
    }

    private void Make(HttpRequest request, byte[] bytes, List<(string, byte[])> blocks)
    {
        (Blob, _blocks) = (bytes, blocks);
        _pending.Clear();
        Properties = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
    }

    private (int Status, string Body) GetList(HttpRequest request)
    {
        var isCommitted = request.Query["blocklisttype"] == "committed";
        if (Blob is null && (isCommitted || _pending.Count == 0))
        {
            return (404, Error("BlobNotFound"));
        }

        var blocks = isCommitted ? _blocks : [.. _pending.Select(block => (block.Key, block.Value))];
        var kind = isCommitted ? "CommittedBlocks" : "UncommittedBlocks";
        var list = string.Concat(blocks.Select(block
            => string.Create(CultureInfo.InvariantCulture, $"<Block><Name>{block.Item1}</Name><Size>{block.Item2.Length}</Size></Block>")));
        return (200, $"<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList><{kind}>{list}</{kind}></BlockList>");
    }

    private static bool IsOfBlob(string header)
        => header.StartsWith("x-ms-blob", StringComparison.OrdinalIgnoreCase) || header.StartsWith("If-", StringComparison.OrdinalIgnoreCase);

    private bool IsForbidden(HttpRequest request) => Blob is not null && request.Headers.IfNoneMatch == "*";

    private (int Status, string Body) Violated(string what)
    {
        _violations.Add(what);
        return (400, Error("InvalidHeaderValue"));
    }

    private static string Error(string code) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>x</Message></Error>";

    [GeneratedRegex("^[A-Za-z0-9+/]+={0,2}$")]
    private static partial Regex Base64();

    [GeneratedRegex("<Latest>(?<id>[^<]+)</Latest>", RegexOptions.ExplicitCapture)]
    private static partial Regex Latest();
}
