namespace UploadGen.Core;

/// <summary>A journal that is a file of lines. It keeps in memory where each file's last record stands, and reads that when the file is taken.</summary>
internal sealed class FileJournal : UploadJournal
{
    private readonly object _lock = new();
    private readonly AppendOnlyFile _lines;
    private readonly Dictionary<JournalKey, (long Start, int Length)> _last = [];
    private readonly HashSet<JournalKey> _claimed = [];

    private FileJournal(AppendOnlyFile lines, Func<UploadContent, string>? identify)
        : base(identify) => _lines = lines;

    public static new FileJournal Open(string path, Func<UploadContent, string>? identify)
    {
        var journal = new FileJournal(new AppendOnlyFile(path), identify);
        try
        {
            journal._lines.Load(
                (line, start, number) => journal.Note(JournalLine.Read(line, number, path), start, line.Length),
                (rest, number) => JournalLine.EnsureBegins(rest, number, path));
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    protected override ValueTask<JournalClaim?> TryClaimAsync(JournalKey key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_claimed.Contains(key))
            {
                return ValueTask.FromResult<JournalClaim?>(null);
            }

            var claim = new Claim(this, key, Last(key));
            _claimed.Add(key);
            return ValueTask.FromResult<JournalClaim?>(claim);
        }
    }

    protected override ValueTask<bool> ForgetFileAsync(string file, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_claimed.Any(key => key.File == file))
            {
                throw IsBeingUploaded(file);
            }

            var known = _last.Keys.Where(key => key.File == file).ToList();
            foreach (var key in known)
            {
                Append(new JournalLine(key, null));
            }

            return ValueTask.FromResult(known.Count > 0);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lines.Dispose();
        }

        base.Dispose(disposing);
    }

    private JournalRecord? Last(JournalKey key)
        => _last.TryGetValue(key, out var place) ? JournalLine.Read(_lines.Read(place.Start, place.Length)).Record : null;

    /// <summary>Writes a line; on return it is on the disk.</summary>
    private void Append(JournalLine line)
    {
        var bytes = line.Write().Span;
        lock (_lock)
        {
            Note(line, _lines.Append(bytes), bytes.Length);
        }
    }

    private void Note(JournalLine line, long start, int length)
    {
        if (line.Record is null)
        {
            _last.Remove(line.Key);
        }
        else
        {
            _last[line.Key] = (start, length);
        }
    }

    private void Release(JournalKey key)
    {
        lock (_lock)
        {
            _claimed.Remove(key);
        }
    }

    private sealed class Claim(FileJournal journal, JournalKey key, JournalRecord? last) : JournalClaim(key, last)
    {
        public override ValueTask RecordAsync(JournalRecord record)
        {
            journal.Append(new JournalLine(Key, record));
            return ValueTask.CompletedTask;
        }

        public override ValueTask ForgetAsync()
        {
            journal.Append(new JournalLine(Key, null));
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            journal.Release(Key);
            return ValueTask.CompletedTask;
        }
    }
}
