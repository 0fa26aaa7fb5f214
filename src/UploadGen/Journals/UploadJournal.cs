using System.Buffers;
using System.Globalization;
using System.Text.Json;
using UploadGen.Core;

namespace UploadGen;

/// <summary>
/// Remembers in a file which uploads are done, so that a run after a crash uploads nothing twice: files that were confirmed are left out; a file that
/// was in storage is confirmed again with the same session; all others are uploaded anew. Thread-safe; one process uses the file at a time.
/// </summary>
/// <remarks>
/// <para>
/// The file has a line of JSON for each event and is only added to. A line is on the disk before the step that it announces is done. Secrets aren't
/// written: queries of URLs become <c>?…</c>, and of signed headers and form fields only the names are there. What is left, such as names, ids and sizes,
/// is readable by the file's owner only.
/// </para>
/// <para>
/// A journal is for one API, account and set of parameters: what it says of a file holds whatever else an upload is given. Delete the file to begin anew.
/// </para>
/// </remarks>
public sealed class UploadJournal : IDisposable
{
    private readonly object _lock = new();
    private readonly JournalFile _file;
    private readonly Func<UploadContent, string>? _identify;
    private readonly Dictionary<JournalKey, (JournalEvent Event, long Start, int Length)> _last = [];
    private readonly HashSet<JournalKey> _claimed = [];

    private UploadJournal(JournalFile file, Func<UploadContent, string>? identify)
    {
        _file = file;
        _identify = identify;
    }

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">Path of its file; the folder must exist.</param>
    /// <param name="identify">
    /// Says what a file is known by from run to run: two files with one identity are one upload. <see langword="null"/> for full path, name, length and
    /// time of the last write, which only contents made by <see cref="UploadContent.FromFile"/> have.
    /// </param>
    /// <exception cref="IOException">The file can't be opened; another process may have it.</exception>
    /// <exception cref="InvalidDataException">The file is no journal, or was changed by something else.</exception>
    public static UploadJournal Open(string path, Func<UploadContent, string>? identify = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var journal = new UploadJournal(new JournalFile(path), identify);
        try
        {
            journal._file.Load((line, start, number) => journal.Load(line, start, number, path));
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Lets the next run upload a file as if the journal knew nothing of it, for example when the API turned out not to have it.</summary>
    /// <param name="content">The file.</param>
    /// <returns>Whether the journal knew of it.</returns>
    /// <exception cref="InvalidOperationException">The file has no identity, or is being uploaded.</exception>
    /// <exception cref="IOException">The journal can't be written.</exception>
    public bool Forget(UploadContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var file = Identity(content);
        lock (_lock)
        {
            if (_claimed.FirstOrDefault(key => key.File == file) is { File: not null } claimed)
            {
                throw Claimed(claimed);
            }

            var known = _last.Keys.Where(key => key.File == file).ToList();
            foreach (var key in known)
            {
                Add(key, JournalEvent.Forgotten, null);
            }

            return known.Count > 0;
        }
    }

    /// <summary>Closes the file; another process may open it then.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Takes a file to upload it.</summary>
    /// <exception cref="InvalidOperationException">The file has no identity, or is being uploaded.</exception>
    internal JournalEntry Claim(string flow, UploadContent content)
    {
        var key = new JournalKey(flow, Identity(content));
        lock (_lock)
        {
            if (!_claimed.Add(key))
            {
                throw Claimed(key);
            }

            return new JournalEntry(this, key, _last.TryGetValue(key, out var last) ? last.Event : null);
        }
    }

    internal void Release(JournalKey key)
    {
        lock (_lock)
        {
            _claimed.Remove(key);
        }
    }

    /// <summary>Writes an event down; on return it is on the disk.</summary>
    internal void Add(JournalKey key, JournalEvent what, ReadOnlyMemory<byte>? value)
    {
        var line = Line(key, what, value).Span;
        lock (_lock)
        {
            Note(key, what, _file.Append(line), line.Length);
        }
    }

    /// <summary>The value that was written with the last event of a file.</summary>
    internal ReadOnlyMemory<byte>? ValueOf(JournalKey key)
    {
        ReadOnlyMemory<byte> line;
        lock (_lock)
        {
            (_, var start, var length) = _last[key];
            line = _file.Read(start, length);
        }

        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty("value", out var value) ? JsonBody.Write(value, JsonCodec.WriteElement) : null;
    }

    private static ReadOnlyMemory<byte> Line(JournalKey key, JournalEvent what, ReadOnlyMemory<byte>? value)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteString("at", DateTimeOffset.UtcNow);
            writer.WriteString("flow", key.Flow);
            writer.WriteString("file", key.File);
            writer.WriteString("event", what.ToString());
            if (value is { } json)
            {
                writer.WritePropertyName("value");
                writer.WriteRawValue(json.Span);
            }

            writer.WriteEndObject();
        }

        return line.WrittenMemory;
    }

    private void Load(ReadOnlyMemory<byte> line, long start, int number, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var key = new JournalKey(root.GetProperty("flow").GetString()!, root.GetProperty("file").GetString()!);
            Note(key, Enum.Parse<JournalEvent>(root.GetProperty("event").GetString()!), start, line.Length);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new InvalidDataException(
                FormattableString.Invariant($"Line {number} of '{path}' is no event of a journal: the file is another, or something else has changed it. Give the path of a new file."), cause);
        }
    }

    private void Note(JournalKey key, JournalEvent what, long start, int length)
    {
        if (what == JournalEvent.Forgotten)
        {
            _last.Remove(key);
        }
        else
        {
            _last[key] = (what, start, length);
        }
    }

    private string Identity(UploadContent content)
    {
        var identity = _identify is null ? content.Source.Identity : _identify(content);
        if (string.IsNullOrEmpty(identity))
        {
            throw new InvalidOperationException(
                $"{content.FileName} isn't a file on disk, so the journal has nothing to know it by. Say what it is known by: UploadJournal.Open(path, identify).");
        }

        return _identify is null ? string.Create(CultureInfo.InvariantCulture, $"{identity} as {content.FileName}") : identity;
    }

    private static InvalidOperationException Claimed(JournalKey key)
        => new($"{key.File} is being uploaded already. It was given twice, or the journal's 'identify' gives one identity to several files.");
}
