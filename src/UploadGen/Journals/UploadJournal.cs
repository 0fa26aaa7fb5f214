using System.Globalization;
using UploadGen.Core;

namespace UploadGen;

/// <summary>
/// Remembers which uploads are done, so that a run after a crash uploads nothing twice: files that were confirmed are left out; a file that was in storage
/// is confirmed again with the same session; all others are uploaded anew. Thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// A journal is for one API, account and set of parameters: what it says of a file holds whatever else an upload is given. No secret is recorded: queries
/// of URLs become <c>?…</c>, of signed headers and form fields only the names are there, and a value in which the API repeats a credential is <c>…</c>.
/// </para>
/// <para>
/// <see cref="Open"/> gives a journal that is a file. To keep it elsewhere, derive from this class and from <see cref="JournalClaim"/>: a journal hands
/// out claims, and each claim keeps the last record of its file.
/// </para>
/// </remarks>
public abstract class UploadJournal : IDisposable
{
    private readonly Func<UploadContent, string>? _identify;

    /// <summary>Makes a journal.</summary>
    /// <param name="identify">
    /// Says what a file is known by from run to run: two files with one identity are one upload. <see langword="null"/> for full path, name, length and
    /// time of the last write, which only contents made by <see cref="UploadContent.FromFile"/> have.
    /// </param>
    protected UploadJournal(Func<UploadContent, string>? identify = null) => _identify = identify;

    /// <summary>Opens a journal that is a file, or begins one. One process uses the file at a time.</summary>
    /// <remarks>
    /// The file has a line of JSON for each record and is only added to. A line is on the disk before the step that it announces is done. What is in it, such
    /// as names, ids and sizes, is readable by the file's owner only. Delete the file to begin anew.
    /// </remarks>
    /// <param name="path">Path of its file; the folder must exist.</param>
    /// <param name="identify">
    /// Says what a file is known by from run to run: two files with one identity are one upload. <see langword="null"/> for full path, name, length and
    /// time of the last write, which only contents made by <see cref="UploadContent.FromFile"/> have.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file can't be opened; another process may have it.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read and write the file.</exception>
    /// <exception cref="InvalidDataException">The file is no journal, or was changed by something else.</exception>
    public static UploadJournal Open(string path, Func<UploadContent, string>? identify = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return FileJournal.Open(path, identify);
    }

    /// <summary>Lets the next run upload a file as if the journal knew nothing of it, for example when the API turned out not to have it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    /// <returns>Whether the journal knew of the file.</returns>
    /// <exception cref="InvalidOperationException">The file has no identity, or is being uploaded.</exception>
    /// <exception cref="IOException">The journal can't be written.</exception>
    public ValueTask<bool> ForgetAsync(UploadContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return ForgetFileAsync(Identify(content), cancellationToken);
    }

    /// <summary>Releases what the journal holds, such as its file: another process may open that then.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes a file to upload it, unless another upload has taken it: of several that try, one gets it.</summary>
    /// <param name="key">The file.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    /// <returns>The claim, which knows what was recorded last; <see langword="null"/> where another upload has the file.</returns>
    /// <exception cref="IOException">The journal can't be read.</exception>
    protected abstract ValueTask<JournalClaim?> TryClaimAsync(JournalKey key, CancellationToken cancellationToken);

    /// <summary>Takes back what was recorded of a file, whichever flows uploaded it.</summary>
    /// <param name="file">The file's identity, as <see cref="JournalKey.File"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    /// <returns>Whether anything was recorded.</returns>
    /// <exception cref="InvalidOperationException">The file is being uploaded; nothing was taken back.</exception>
    /// <exception cref="IOException">The journal can't be written.</exception>
    protected abstract ValueTask<bool> ForgetFileAsync(string file, CancellationToken cancellationToken);

    /// <summary>Releases what the journal holds.</summary>
    /// <param name="disposing">Whether it is disposed, and not finalized.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Takes a file to upload it.</summary>
    /// <exception cref="InvalidOperationException">The file has no identity, or is being uploaded.</exception>
    internal async ValueTask<JournalClaim> ClaimAsync(string flow, UploadContent content, CancellationToken cancellationToken)
    {
        var key = new JournalKey(flow, Identify(content));
        return await TryClaimAsync(key, cancellationToken).ConfigureAwait(false) ?? throw IsBeingUploaded(key.File);
    }

    private protected static InvalidOperationException IsBeingUploaded(string file)
        => new($"{file} is being uploaded already. It was given twice, or the journal's 'identify' gives one identity to several files.");

    private string Identify(UploadContent content)
    {
        var identity = _identify is null ? content.Source.Identity : _identify(content);
        if (string.IsNullOrEmpty(identity))
        {
            throw new InvalidOperationException(
                $"{content.FileName} isn't a file on disk, so the journal has nothing to know it by. "
                + "Say what it is known by: UploadJournal.Open(path, identify).");
        }

        return _identify is null ? string.Create(CultureInfo.InvariantCulture, $"{identity} as {content.FileName}") : identity;
    }
}
