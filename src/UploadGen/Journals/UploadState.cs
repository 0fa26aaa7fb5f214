using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using UploadGen.Core;

namespace UploadGen;

/// <summary>
/// How far an upload in parts is: what opening it gave, and the parts that the API has. Saved as JSON, it lets another run go on after a crash
/// (<see cref="PartsUploadOptions.State"/>). Thread-safe.
/// </summary>
/// <remarks>
/// It is a secret: it holds the upload's id and, for some APIs, presigned URLs, so whoever has it may be able to add to the upload. Keep it as you keep a
/// token, and delete it when the upload is over. It is for one upload in parts; what became of many files is in an <see cref="UploadJournal"/>.
/// </remarks>
[JsonConverter(typeof(JsonModelConverter<UploadState>))]
public sealed class UploadState : IJsonModel<UploadState>
{
    private readonly object _gate = new();
    private readonly SortedDictionary<int, ReadOnlyMemory<byte>> _parts = [];

    internal UploadState(string flow, string fileName, long length, DateTimeOffset? lastWrite, long partSize, ReadOnlyMemory<byte> session)
    {
        Flow = flow;
        FileName = fileName;
        Length = length;
        LastWrite = lastWrite;
        PartSize = partSize;
        Session = session;
    }

    /// <summary>Name of the file.</summary>
    public string FileName { get; }

    /// <summary>Length of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>Bytes of each part but the last.</summary>
    public long PartSize { get; }

    /// <summary>How many parts the API has.</summary>
    public int PartsSent
    {
        get
        {
            lock (_gate)
            {
                return _parts.Count;
            }
        }
    }

    internal string Flow { get; }

    internal DateTimeOffset? LastWrite { get; }

    internal ReadOnlyMemory<byte> Session { get; }

    /// <summary>Reads what <see cref="ToJson"/> has written.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static UploadState FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonBody.Read(Encoding.UTF8.GetBytes(json), JsonCodec.ReadModel<UploadState>);
        }
        catch (JsonBodyException cause)
        {
            throw new JsonException($"This is no state of an upload: {cause.Message}", cause);
        }
    }

    /// <summary>The state as JSON, to be kept secret.</summary>
    public string ToJson() => Encoding.UTF8.GetString(JsonBody.Write(this, JsonCodec.WriteModel).Span);

    /// <summary>File and parts, without secrets.</summary>
    public override string ToString() => FormattableString.Invariant($"{FileName} ({Length} bytes): {PartsSent} parts of {PartSize} bytes are there");

    internal void Add(int index, ReadOnlyMemory<byte> part)
    {
        lock (_gate)
        {
            _parts[index] = part;
        }
    }

    internal IReadOnlyList<KeyValuePair<int, ReadOnlyMemory<byte>>> Parts()
    {
        lock (_gate)
        {
            return [.. _parts];
        }
    }

    /// <exception cref="ArgumentException">The state is of another upload.</exception>
    /// <exception cref="IOException">The file has changed.</exception>
    internal void EnsureIsOf(string flow, UploadContent content)
    {
        if (flow != Flow)
        {
            throw new ArgumentException(
                $"The state is of an upload of kind {Redaction.Name(Flow) ?? "…"}, not {flow}. Hand it to the method that it came from.");
        }

        if (FileName == content.FileName && Length == content.Length && LastWrite == content.Source.LastWrite)
        {
            return;
        }

        var begun = FormattableString.Invariant($"{FileName} with {Length} bytes{Written(LastWrite)}");
        throw new IOException(
            $"{content} isn't the file that the upload was begun with: that was {begun}, and this was{Written(content.Source.LastWrite, " not")}. "
            + "Its parts would be mixed with the other's; begin a new upload, without a state.");
    }

    static UploadState IJsonModel<UploadState>.Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var state = new UploadState(
            Text(root, "flow"),
            Text(root, "file_name"),
            Member(root, "length").GetInt64(),
            root.TryGetProperty("last_write", out var written) ? written.GetDateTimeOffset() : null,
            Member(root, "part_size").GetInt64(),
            Raw(Member(root, "session")));
        if (state.PartSize < 1 || state.Length < 0)
        {
            throw new JsonException("A size is out of its range.");
        }

        foreach (var part in Member(root, "parts").EnumerateObject())
        {
            // The number isn't quoted where it is none: all of a state is secret.
            state._parts[int.TryParse(part.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index
                : throw new JsonException("The number of a part is none.")] = Raw(part.Value);
        }

        return state;
    }

    void IJsonModel<UploadState>.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("flow"u8, Flow);
        writer.WriteString("file_name"u8, FileName);
        writer.WriteNumber("length"u8, Length);
        if (LastWrite is { } written)
        {
            writer.WriteString("last_write"u8, written);
        }

        writer.WriteNumber("part_size"u8, PartSize);
        writer.WritePropertyName("session"u8);
        writer.WriteRawValue(Session.Span);
        writer.WriteStartObject("parts"u8);
        foreach ((var index, var part) in Parts())
        {
            writer.WritePropertyName(index.ToString(CultureInfo.InvariantCulture));
            writer.WriteRawValue(part.Span);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static JsonElement Member(JsonElement root, string name)
        => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) ? member : throw JsonCodec.Missing(name);

    private static string Text(JsonElement root, string name) => Member(root, name).GetString() ?? throw JsonCodec.Missing(name);

    private static byte[] Raw(JsonElement element) => Encoding.UTF8.GetBytes(element.GetRawText());

    private static string Written(DateTimeOffset? time, string without = "") => time is null ? without : FormattableString.Invariant($" last written {time:O}");
}
