using System.Text;

namespace UploadGen.Core;

/// <summary>Where the last record of each file stands, and of files in parts those of their parts. It holds no texts: journals remember many files.</summary>
internal sealed class JournalIndex
{
    private readonly Dictionary<Guid, long> _last = [];
    private readonly Dictionary<Guid, List<long>> _parts = [];
    private readonly HashSet<string> _flows = new(StringComparer.Ordinal);
    private byte[] _flow = [];

    /// <summary>The API that the journal is bound to; <see langword="null"/> before its first file.</summary>
    public string? Api { get; private set; }

    /// <summary>The flows of which there are records.</summary>
    public IReadOnlyCollection<string> Flows => _flows;

    /// <summary>The place of some record of a file, whether it counts or not; <see langword="null"/> where there is none.</summary>
    public long? Any { get; private set; }

    /// <summary>How many records count.</summary>
    public int Count => _last.Count + _parts.Values.Sum(places => places.Count);

    /// <summary>The places of all records that count, in the order in which they were written.</summary>
    public IReadOnlyList<long> Places => [.. _last.Values.Concat(_parts.Values.SelectMany(places => places)).Order()];

    /// <summary>Takes note of a record.</summary>
    /// <returns>Whether it is one of a journal.</returns>
    public bool Note(ReadOnlySpan<byte> record, long place)
    {
        if (JournalLine.ReadApi(record) is { } api)
        {
            Api = api;
            return true;
        }

        if (!JournalLine.TryRead(record, out var id, out var word, out var json))
        {
            return false;
        }

        Any ??= place;
        NoteFlow(JournalLine.Flow(json));
        if (word == JournalLine.Part)
        {
            (_parts.TryGetValue(id, out var parts) ? parts : _parts[id] = []).Add(place);
            return true;
        }

        if (word != nameof(JournalEvent.Stored))
        {
            _parts.Remove(id);
        }

        if (word == JournalLine.Forgotten)
        {
            _last.Remove(id);
        }
        else
        {
            _last[id] = place;
        }

        return true;
    }

    public long? Last(Guid id) => _last.TryGetValue(id, out var place) ? place : null;

    public IReadOnlyList<long> Parts(Guid id) => _parts.TryGetValue(id, out var places) ? places : [];

    /// <summary>Gives back memory that growing has left.</summary>
    public void Trim()
    {
        _last.TrimExcess();
        _parts.TrimExcess();
    }

    public void Clear()
    {
        _last.Clear();
        _parts.Clear();
        Any = null;
    }

    /// <summary>Most files go by one flow, so its name is compared with the last before it becomes a string.</summary>
    private void NoteFlow(ReadOnlySpan<byte> name)
    {
        if (!name.SequenceEqual(_flow))
        {
            _flow = name.ToArray();
            _flows.Add(Encoding.UTF8.GetString(name));
        }
    }
}
