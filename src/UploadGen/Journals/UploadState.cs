using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using UploadGen.Core;

namespace UploadGen;

/// <summary>
/// How far an upload is: the API, the account, the file, what opening it gave, the parts that the API has, and whether all of the file is in storage. Saved as
/// JSON, it lets another run go on after a crash (<see cref="UploadOptions.State"/>). Thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// It is a secret: it holds the upload's id and, for many APIs, presigned URLs, so whoever has it may be able to add to the upload. Keep it as you keep a
/// token, and delete it when the upload is over. It is for one upload; what became of many files is in an <see cref="IUploadJournal"/>.
/// </para>
/// <para>
/// Each <see cref="ToJson"/> writes all parts; an <see cref="UploadStateFile"/> adds each part as it comes.
/// </para>
/// </remarks>
[JsonConverter(typeof(JsonModelConverter<UploadState>))]
public sealed class UploadState : IJsonModel<UploadState>
{
    private readonly object _gate = new();
    private readonly SortedDictionary<int, SentPart> _parts = [];
    private StoredFile? _stored;
    private bool _isEnding;
    private string? _created;

    internal UploadState(UploadStateHead head) => Head = head;

    /// <summary>Name of the file.</summary>
    public string FileName => Head.FileName;

    /// <summary>Length of the file in bytes.</summary>
    public long Length => Head.Length;

    /// <summary>Bytes of each part but the last, or of the largest where the API divides the file; <see langword="null"/> for a file that doesn't go in parts.</summary>
    public long? PartSize => Head.PartSize;

    /// <summary>Whether all of the file is in storage: from here on, the API may have been told.</summary>
    public bool IsStored => Stored is not null;

    /// <summary>The URL of the upload that was created at an endpoint; <see langword="null"/> for none.</summary>
    internal string? Created
    {
        get
        {
            lock (_gate)
            {
                return _created;
            }
        }
    }

    /// <summary>Whether the last bytes of a file that nothing confirms were about to be sent: from then on, the API may have it.</summary>
    internal bool IsEnding
    {
        get
        {
            lock (_gate)
            {
                return _isEnding;
            }
        }
    }

    /// <summary>How many parts the API has; 0 for a file that doesn't go in parts.</summary>
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

    internal UploadStateHead Head { get; }

    /// <summary>What is known of the file that is in storage; <see langword="null"/> while it isn't there, or not all of it.</summary>
    internal StoredFile? Stored
    {
        get
        {
            lock (_gate)
            {
                return _stored;
            }
        }
    }

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

    /// <summary>The file and how far it is, without secrets.</summary>
    public override string ToString()
    {
        var stands = IsStored ? "all of it is there"
            : PartSize is { } size ? FormattableString.Invariant($"{PartsSent:N0} parts of {size:N0} bytes are there")
            : "its upload is open";
        return FormattableString.Invariant($"{FileName} ({Length:N0} bytes): {stands}");
    }

    /// <summary>Adds a part, unless it is of another upload.</summary>
    internal void Add(int index, SentPart part)
    {
        lock (_gate)
        {
            if (part.Upload == Head.Sum)
            {
                _parts[index] = part;
            }
        }
    }

    /// <summary>Says where an upload was created, unless that is of another upload.</summary>
    internal void Create(string url, uint upload)
    {
        lock (_gate)
        {
            _created = upload == Head.Sum ? url : _created;
        }
    }

    /// <summary>Says that the last bytes are about to be sent, unless that is of another upload.</summary>
    internal void End(uint upload)
    {
        lock (_gate)
        {
            _isEnding |= upload == Head.Sum;
        }
    }

    /// <summary>Says that all of the file is in storage, unless that is of another upload.</summary>
    internal void Store(StoredFile stored)
    {
        lock (_gate)
        {
            if (stored.Upload == Head.Sum)
            {
                _stored = stored;
            }
        }
    }

    internal IReadOnlyList<KeyValuePair<int, SentPart>> Parts()
    {
        lock (_gate)
        {
            return [.. _parts];
        }
    }

    static UploadState IJsonModel<UploadState>.Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var state = new UploadState(UploadStateHead.Read(document.RootElement));
        if (!document.RootElement.TryGetProperty("parts", out var parts))
        {
            throw JsonCodec.Missing("parts");
        }

        foreach (var part in parts.EnumerateObject())
        {
            // The number isn't quoted where it is none: all of a state is secret.
            state.Add(
                int.TryParse(part.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    ? index
                    : throw new JsonException("The number of a part is none."),
                SentPart.Read(part.Value));
        }

        if (document.RootElement.TryGetProperty("created", out var created))
        {
            state.Create(created.GetString()!, state.Head.Sum);
        }

        if (document.RootElement.TryGetProperty("ending", out var ending))
        {
            state.End(ending.GetUInt32());
        }

        if (document.RootElement.TryGetProperty("stored", out var stored))
        {
            state.Store(StoredFile.Read(stored));
        }

        return state;
    }

    void IJsonModel<UploadState>.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Head.Write(writer);
        writer.WriteStartObject("parts"u8);
        foreach ((var index, var part) in Parts())
        {
            writer.WritePropertyName(index.ToString(CultureInfo.InvariantCulture));
            part.Write(writer);
        }

        writer.WriteEndObject();
        if (Created is { } created)
        {
            writer.WriteString("created"u8, created);
        }

        if (IsEnding)
        {
            writer.WriteNumber("ending"u8, Head.Sum);
        }

        if (Stored is { } stored)
        {
            writer.WritePropertyName("stored"u8);
            stored.Write(writer);
        }

        writer.WriteEndObject();
    }
}
