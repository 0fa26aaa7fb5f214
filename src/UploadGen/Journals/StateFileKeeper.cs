using System.Buffers;
using System.Text.Json;

namespace UploadGen.Core;

/// <summary>A state in an <see cref="UploadStateFile"/>: a record that says what the upload is of, and one for each part.</summary>
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
        _records = new RecordFile(path, "state of an upload");
        try
        {
            var damaged = _records.Load(Take);
            if (_saved is null && damaged.Count > 0)
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
        var record = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(record))
        {
            writer.WriteStartObject();
            writer.WriteNumber("part"u8, index);
            part.WriteMembers(writer);
            writer.WriteEndObject();
        }

        _records.Append(record.WrittenSpan);
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

    private bool Take(ReadOnlySpan<byte> record, long place)
    {
        try
        {
            using var json = JsonDocument.Parse(record.ToArray());
            if (!json.RootElement.TryGetProperty("part"u8, out var index))
            {
                _saved = new UploadState(UploadStateHead.Read(json.RootElement));
                return true;
            }

            _saved?.Add(index.GetInt32(), SentPart.Read(json.RootElement));
            return _saved is not null;
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
