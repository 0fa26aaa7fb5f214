using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>
/// The API of the three contracts and its storage, down to what uploads need. It trusts its clients: what they confirm becomes a record, stored or not.
/// </summary>
internal sealed class Backend
{
    private const string SessionPath = "/sessions/";

    private readonly ConcurrentDictionary<string, string> _objects = new();
    private readonly ConcurrentDictionary<string, byte[]> _bytes = new();
    private readonly ConcurrentDictionary<string, string?> _records = new();
    private readonly ConcurrentQueue<string> _sessions = new();
    private readonly ConcurrentQueue<string> _offenses = new();
    private readonly string _signature = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public string Token { get; } = "sk-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>What nobody but the server and its client may ever read.</summary>
    public IReadOnlyList<string> Secrets => [Token, _signature];

    /// <summary>Where files are sent to.</summary>
    public string Storage { get; set; } = "http://storage";

    /// <summary>When the URL of an upload ends: of the first, the second …</summary>
    public Func<int, DateTimeOffset> Expiry { get; init; } = _ => DateTimeOffset.UtcNow.AddHours(1);

    /// <summary>What the API says that it recorded, if not the truth.</summary>
    public int? RecordedSize { get; init; }

    /// <summary>What lies in storage under the key of each upload before anything is sent, if something does.</summary>
    public byte[]? Occupant { get; init; }

    /// <summary>Whether the URL of an upload may be asked what is stored, too; most signatures are for a PUT alone.</summary>
    public bool AllowsHead { get; init; } = true;

    /// <summary>Whether a second confirmation is refused; else it gives the record of the first.</summary>
    public bool RefusesDuplicates { get; init; }

    /// <summary>Hashes of what is in storage, by key.</summary>
    public IReadOnlyDictionary<string, string> Objects => _objects;

    /// <summary>The API's records: hashes of what was in storage under the key when the record was made; <see langword="null"/> for nothing.</summary>
    public IReadOnlyDictionary<string, string?> Records => _records;

    /// <summary>Keys of the uploads that were opened, in their order.</summary>
    public IReadOnlyCollection<string> Sessions => _sessions;

    /// <summary>What the client did that no client may do.</summary>
    public IReadOnlyCollection<string> Offenses => _offenses;

    private SessionBackend Transfers => field ??= new SessionBackend(Hold);

    public Answer Handle(WireRequest request)
    {
        var authorization = request["Authorization"];
        if (request.Step is FaultStep.Put or FaultStep.Inspect or FaultStep.Discover or FaultStep.Abort)
        {
            return authorization is not null ? Offend(request, "a token went to storage")
                : !request.Head.Contains(_signature, StringComparison.Ordinal) ? Offend(request, "the signature is missing")
                : request.Path.StartsWith(SessionPath, StringComparison.Ordinal) ? Transfers.Handle(request)
                : request.Step == FaultStep.Put ? Store(request)
                : Inspect(request);
        }

        if (authorization != $"Bearer {Token}")
        {
            return Offend(request, "the API was called without its token");
        }

        return request.Step switch
        {
            FaultStep.Create when SessionBackend.Kinds.Contains(request.Path[1..]) => OpenSession(request.Path[1..]),
            FaultStep.Create => Open(isCyberun: request.Path.EndsWith("/presign", StringComparison.Ordinal)),
            FaultStep.Confirm => Confirm(request.Path.Split('/')[^2]),
            _ => StoreForm(request),
        };
    }

    private Answer Open(bool isCyberun)
    {
        var key = Guid.NewGuid().ToString();
        _sessions.Enqueue(key);
        if (Occupant is not null)
        {
            Hold(key, Occupant);
        }

        var url = Sign(key, Expiry(_sessions.Count));
        return isCyberun
            ? Answer.Json(200, $$"""{"file_key":"{{key}}","upload_url":"{{url}}","upload_headers":{"If-None-Match":"*"} }""")
            : Answer.Json(201, $$"""{"asset_id":"{{key}}","upload_url":"{{url}}"}""");
    }

    /// <summary>Opens an upload by a protocol.</summary>
    private Answer OpenSession(string kind)
    {
        var key = Guid.NewGuid().ToString();
        _sessions.Enqueue(key);
        Transfers.Open(kind, key);
        var url = $"{Storage}{SessionPath}{key}?session={_signature}";
        return kind == "streams" ? new Answer(201, "", $"Location: {url}") : Answer.Json(201, $$"""{"id":"{{key}}","place":"{{url}}"}""");
    }

    private string Sign(string key, DateTimeOffset end)
    {
        var date = (end - TimeSpan.FromHours(1)).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return $"{Storage}/{key}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date={date}&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature={_signature}";
    }

    private Answer Store(WireRequest request)
    {
        var key = request.Path[1..];
        if (request["If-None-Match"] != "*")
        {
            Hold(key, request.Body);
        }
        else if (_bytes.TryAdd(key, request.Body))
        {
            _objects[key] = Hash(request.Body);
        }
        else
        {
            return Answer.Xml(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        }

        return new Answer(200, "", ETag(request.Body));
    }

    private Answer Inspect(WireRequest request)
        => !AllowsHead ? new Answer(403)
            : _bytes.TryGetValue(request.Path[1..], out var held) ? new Answer(200, "", ETag(held)) { AnnouncedLength = held.Length }
            : new Answer(404);

    private void Hold(string key, byte[] bytes)
    {
        _bytes[key] = bytes;
        _objects[key] = Hash(bytes);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [SuppressMessage("Security", "CA5351", Justification = "Stores give the MD5 as the ETag.")]
    private static string ETag(byte[] bytes) => $"ETag: \"{Convert.ToHexStringLower(MD5.HashData(bytes))}\"";

    private Answer Confirm(string key)
    {
        var isNew = _records.TryAdd(key, _objects.GetValueOrDefault(key));
        if (!isNew && RefusesDuplicates)
        {
            return Answer.Json(409, """{"code":"CONFLICT","message":"The upload was confirmed before."}""");
        }

        var size = RecordedSize is { } recorded ? FormattableString.Invariant($",\"size_bytes\":{recorded}") : "";
        return Answer.Json(201, $$"""{"id":"{{key}}","r2_key":"{{key}}"{{size}}}""");
    }

    private Answer StoreForm(WireRequest request)
    {
        var key = Guid.NewGuid().ToString();
        _objects[key] = Convert.ToHexStringLower(SHA256.HashData(request.FileOfForm()));
        _records[key] = _objects[key];
        return Answer.Json(200, $$"""{"upload_key":"{{key}}","image_url":"https://images.example/{{key}}"}""");
    }

    private Answer Offend(WireRequest request, string offense)
    {
        _offenses.Enqueue($"{request.Method} {request.Path}: {offense}.");
        return new Answer(400);
    }
}
