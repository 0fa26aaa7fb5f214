namespace UploadGen;

/// <summary>
/// Remembers which uploads are done, so that a run after a crash uploads nothing twice: files that were confirmed are left out; a file that was in storage
/// is confirmed again with the same session; a file in parts goes on with those that are missing; one whose session holds no secret is sent again to that; all
/// others are uploaded anew.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="UploadJournal"/> is one that is a file. To keep it elsewhere, such as in a database that several machines share, implement this interface and
/// derive from <see cref="JournalClaim"/>. All members are called concurrently. The caller of an upload disposes the journal, if there is anything to dispose.
/// </para>
/// <para>
/// No secret is recorded: queries of URLs become <c>?…</c>, of signed headers and form fields only the names are there, and a value in which the API repeats
/// a credential is <c>…</c>.
/// </para>
/// </remarks>
public interface IUploadJournal
{
    /// <summary>Says what a file is known by from run to run: two files with one identity are one upload.</summary>
    /// <param name="content">The file.</param>
    /// <returns>Unless it is overridden, <see cref="UploadContent.Identity"/>. <see langword="null"/> refuses the file.</returns>
    string? Identify(UploadContent content) => content?.Identity;

    /// <summary>Takes a file to upload it, unless another upload has taken it: of several that try, one gets it.</summary>
    /// <param name="key">The file.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    /// <returns>The claim, which knows what was recorded last; <see langword="null"/> where another upload has the file.</returns>
    /// <exception cref="IOException">The journal can't be read or written.</exception>
    ValueTask<JournalClaim?> TryClaimAsync(JournalKey key, CancellationToken cancellationToken);

    /// <summary>Looks up what was recorded last of a file, whether it is taken or not.</summary>
    /// <param name="key">The file.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    /// <returns>The record; <see langword="null"/> for none.</returns>
    /// <exception cref="IOException">The journal can't be read.</exception>
    ValueTask<JournalRecord?> FindAsync(JournalKey key, CancellationToken cancellationToken);

    /// <summary>Takes back what was recorded of a file: the next upload begins as if there had been none.</summary>
    /// <param name="key">The file.</param>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    /// <returns>Whether anything was recorded.</returns>
    /// <exception cref="InvalidOperationException">The file is being uploaded; nothing was taken back.</exception>
    /// <exception cref="IOException">The journal can't be written.</exception>
    ValueTask<bool> ForgetAsync(JournalKey key, CancellationToken cancellationToken);
}
