using UploadGen.Core;

namespace UploadGen;

/// <summary>A journal that is a file, for one API and account. Thread-safe.</summary>
/// <remarks>
/// <para>
/// The file has a line for each record, with a checksum and the record as JSON. It is only added to, and replaced as a whole when most of it is past. What is
/// in it, such as names, ids and sizes, is readable by the file's owner only. Delete the file to begin anew.
/// </para>
/// <para>
/// A line that announces a step is on the disk before the step is done; those of many uploads go there together. In memory, a journal takes some 40 bytes for
/// each file.
/// </para>
/// </remarks>
public sealed class UploadJournal : IUploadJournal, IDisposable
{
    private const string Kind = "journal";

    /// <summary>From so many lines that are past on, and when they are most of the file, it is replaced.</summary>
    private const int CompactFrom = 1000;

    private readonly object _lock = new();
    private readonly Func<UploadContent, string>? _identify;
    private readonly RecordFile _records;
    private readonly GroupFlush _flush;
    private readonly JournalIndex _index = new();
    private readonly HashSet<Guid> _claimed = [];

    private UploadJournal(string path, Func<UploadContent, string>? identify)
    {
        Path = System.IO.Path.GetFullPath(path);
        _identify = identify;
        _records = new RecordFile(path, Kind);
        _flush = new GroupFlush(_records.Flush);
        try
        {
            DamagedLines = Load();
        }
        catch
        {
            _records.Dispose();
            throw;
        }
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>
    /// Numbers of the lines, from 1, that were damaged when the journal was opened, among them what a crash has left of the last. They are left out: of their
    /// files, what was recorded before counts, and where there is nothing, the file is uploaded anew. Empty for a sound journal.
    /// </summary>
    public IReadOnlyList<int> DamagedLines { get; }

    /// <summary>Opens a journal, or begins one. One process uses the file at a time. It is bound to the API and account of the first upload.</summary>
    /// <param name="path">Path of its file; the folder must exist.</param>
    /// <param name="identify">
    /// Says what a file is known by from run to run: two files with one identity are one upload. <see langword="null"/> for
    /// <see cref="UploadContent.Identity"/>, which only files on disk have.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file can't be opened; another process may have it, or it is a folder, a pipe or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read and write the file.</exception>
    /// <exception cref="InvalidDataException">The file is no journal. It is left as it is.</exception>
    public static UploadJournal Open(string path, Func<UploadContent, string>? identify = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new UploadJournal(path, identify);
    }

    /// <inheritdoc/>
    public string? Identify(UploadContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return _identify is null ? content.Identity : _identify(content);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The journal is bound to another API or account.</exception>
    public ValueTask<JournalClaim?> TryClaimAsync(JournalKey key, CancellationToken cancellationToken)
    {
        var id = JournalLine.Id(key);
        lock (_lock)
        {
            Bind(key.Api);
            if (_claimed.Contains(id))
            {
                return new((JournalClaim?)null);
            }

            var claim = new Claim(this, key, id, Last(id), [.. _index.Parts(id).Select(place => JournalLine.Read(_records.Read(place)).Part)]);
            _claimed.Add(id);
            return new(claim);
        }
    }

    /// <inheritdoc/>
    public ValueTask<JournalRecord?> FindAsync(JournalKey key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return new(Last(JournalLine.Id(key)));
        }
    }

    /// <summary>
    /// Lets the next run upload a file as if the journal knew nothing of it, whichever flow uploaded it; for example when the API turned out not to have it.
    /// </summary>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Ends the wait for the disk.</param>
    /// <returns>Whether the journal knew of the file.</returns>
    /// <exception cref="InvalidOperationException">
    /// The file has no identity, or is being uploaded; or the journal is damaged where it says which API it is of.
    /// </exception>
    /// <exception cref="IOException">The journal can't be written.</exception>
    public async ValueTask<bool> ForgetAsync(UploadContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var file = JournalFiles.IdentityOf(this, content);
        var isKnown = false;
        var (api, flows) = Known();
        foreach (var flow in flows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            isKnown |= await ForgetAsync(new JournalKey(api, flow, file)).ConfigureAwait(false);
        }

        return isKnown;
    }

    /// <summary>Releases the file: another process may open it then.</summary>
    public void Dispose() => _records.Dispose();

    internal static InvalidOperationException IsBeingUploaded(string file)
        => new($"{file} is being uploaded already. It was given twice, or the journal gives one identity to several files.");

    ValueTask<bool> IUploadJournal.ForgetAsync(JournalKey key, CancellationToken cancellationToken) => ForgetAsync(key);

    private async ValueTask<bool> ForgetAsync(JournalKey key)
    {
        lock (_lock)
        {
            var id = JournalLine.Id(key);
            if (_claimed.Contains(id))
            {
                throw IsBeingUploaded(key.File);
            }

            if (_index.Last(id) is null)
            {
                return false;
            }

            Append(JournalLine.Write(key, JournalLine.Forgotten));
        }

        await _flush.FlushAsync().ConfigureAwait(false);
        return true;
    }

    private IReadOnlyList<int> Load()
    {
        var damaged = _records.Load(_index.Note);
        var past = _records.Count - _index.Count;
        if (_index.Api is { } api && past > CompactFrom && past > 2 * _index.Count)
        {
            TryCompact(api);
            _index.Clear();
            _records.Load(_index.Note);
        }

        _index.Trim();
        return damaged;
    }

    private void TryCompact(string api)
    {
        try
        {
            _records.Replace(_index.Places.Select(_records.Read).Prepend(JournalLine.WriteApi(api)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // On a full disk, or in a folder that may not be written to, the file does as it is.
        }
    }

    private void Bind(string api)
    {
        if (_index.Api == api)
        {
            return;
        }

        // Where the line that binds it is damaged, its other records tell whether they are of this API.
        if (_index.Api is not null || (_index.Any is { } record && !JournalLine.IsOf(_records.Read(record), api)))
        {
            var other = _index.Api is null ? "another API or account" : Shown(_index.Api);
            throw new InvalidOperationException(
                $"The journal '{Path}' is of uploads to {other}, and this is one to {Shown(api)}. Give each API and account a journal of its own.");
        }

        Append(JournalLine.WriteApi(api));
    }

    private static string Shown(string api) => api.Length == 0 ? "an API without a known address" : api;

    private (string Api, string[] Flows) Known()
    {
        lock (_lock)
        {
            return _index.Api is null && _index.Any is not null
                ? throw new InvalidOperationException(
                    $"In the journal '{Path}' the line is damaged that says which API it is of. Upload a file with it, which binds it again, and then forget.")
                : (_index.Api ?? "", [.. _index.Flows]);
        }
    }

    private JournalRecord? Last(Guid id) => _index.Last(id) is { } place ? JournalLine.Read(_records.Read(place)).Record : null;

    private void Append(ReadOnlyMemory<byte> record)
    {
        lock (_lock)
        {
            _index.Note(record.Span, _records.Append(record.Span));
        }
    }

    private void Release(Guid id)
    {
        lock (_lock)
        {
            _claimed.Remove(id);
        }
    }

    private sealed class Claim(UploadJournal journal, JournalKey key, Guid id, JournalRecord? last, IReadOnlyList<JournalPart> parts)
        : JournalClaim(key, last, parts)
    {
        public override ValueTask RecordAsync(JournalRecord record) => AppendAsync(record.Event.ToString(), record.Value);

        public override ValueTask AddPartAsync(JournalPart part)
        {
            journal.Append(JournalLine.Write(Key, JournalLine.Part, part.Value, part.Index));
            return ValueTask.CompletedTask;
        }

        public override ValueTask ForgetAsync() => AppendAsync(JournalLine.Forgotten, null);

        public override ValueTask DisposeAsync()
        {
            journal.Release(id);
            return ValueTask.CompletedTask;
        }

        private ValueTask AppendAsync(string word, ReadOnlyMemory<byte>? value)
        {
            journal.Append(JournalLine.Write(Key, word, value));
            return new(journal._flush.FlushAsync());
        }
    }
}
