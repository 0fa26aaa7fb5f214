using System.Buffers;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A state in an <see cref="UploadStateFile"/>: a record that says what the upload is of, one for each part, and one when all is in storage.</summary>
internal sealed class StateFileKeeper : StateKeeper
{
    private readonly RecordFile _records;
    private UploadState? _saved;
    private bool _isEmpty;

    /// <exception cref="IOException">The file can't be opened; another upload may use it.</exception>
    /// <exception cref="InvalidDataException">The file is another, or it can't be known any more what it is of.</exception>
    public StateFileKeeper(string path)
    {
        HowToGoOn = $"upload the file again with the same UploadStateFile ('{path}') to go on";
        HowToBeginAnew = $"delete '{path}' to do so";
        _records = new RecordFile(path, "state of an upload");
        try
        {
            var damaged = _records.Load(Take);
            // The rest of a line that a crash has cut off is no damage: the upload wasn't recorded yet.
            if (_saved is null && damaged.Any(line => line <= _records.Count))
            {
                throw new InvalidDataException(
                    $"'{path}' is damaged in its beginning, so it isn't known what upload it is of. Delete it to begin a new upload.");
            }

            _isEmpty = _saved is null;
        }
        catch
        {
            _records.Dispose();
            throw;
        }
    }

    public override UploadState? Saved => _saved;

    public override string HowToGoOn { get; }

    public override string HowToBeginAnew { get; }

    /// <summary>The record is on the disk when this returns: without it, the upload could not go on.</summary>
    public override ValueTask BeginAsync(UploadState state)
    {
        _records.Replace([state.Head.ToJson()]);
        _isEmpty = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>The operating system has the record when this returns. Should the machine crash before it is on the disk, the part is sent again.</summary>
    public override ValueTask AddAsync(UploadState state, int index, SentPart part)
    {
        Append(writer =>
        {
            writer.WriteNumber("part"u8, index);
            part.WriteMembers(writer);
        });
        return ValueTask.CompletedTask;
    }

    /// <summary>The operating system has the record when this returns, as that of a part.</summary>
    public override ValueTask CreateAsync(UploadState state)
    {
        Append(writer =>
        {
            writer.WriteString("created"u8, state.Created);
            writer.WriteNumber("upload"u8, state.Head.Sum);
        });
        return ValueTask.CompletedTask;
    }

    /// <summary>The operating system has the record when this returns, as that of a part.</summary>
    public override ValueTask EndAsync(UploadState state)
    {
        Append(writer => writer.WriteNumber("ending"u8, state.Head.Sum));
        return ValueTask.CompletedTask;
    }

    /// <summary>All parts are on the disk, too, when this returns.</summary>
    public override ValueTask StoreAsync(UploadState state, CancellationToken cancellationToken)
    {
        Append(writer =>
        {
            writer.WritePropertyName("stored"u8);
            state.Stored!.Value.Write(writer);
        });
        _records.Flush();
        return ValueTask.CompletedTask;
    }

    public override void Complete()
    {
        try
        {
            _records.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The upload has ended all the same. What stays of the file is empty, or goes on with an upload that has all its parts.
        }
    }

    public override void Dispose()
    {
        // An upload that was refused before it was opened leaves nothing behind.
        if (_isEmpty)
        {
            Complete();
        }

        _records.Dispose();
        base.Dispose();
    }

    private void Append(Action<Utf8JsonWriter> members)
    {
        var record = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(record))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        _records.Append(record.WrittenSpan);
    }

    private bool Take(ReadOnlySpan<byte> record, long place)
    {
        try
        {
            using var json = JsonDocument.Parse(record.ToArray());
            if (json.RootElement.TryGetProperty("part"u8, out var index))
            {
                _saved?.Add(index.GetInt32(), SentPart.Read(json.RootElement));
            }
            else if (json.RootElement.TryGetProperty("created"u8, out var created))
            {
                _saved?.Create(created.GetString()!, json.RootElement.GetProperty("upload"u8).GetUInt32());
            }
            else if (json.RootElement.TryGetProperty("ending"u8, out var ending))
            {
                _saved?.End(ending.GetUInt32());
            }
            else if (json.RootElement.TryGetProperty("stored"u8, out var stored))
            {
                _saved?.Store(StoredFile.Read(stored));
            }
            else
            {
                _saved = new UploadState(UploadStateHead.Read(json.RootElement));
            }

            return _saved is not null;
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }
}
