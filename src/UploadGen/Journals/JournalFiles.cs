namespace UploadGen.Core;

/// <summary>The files of a run, in a journal.</summary>
internal static class JournalFiles
{
    /// <summary>Takes a file to upload it.</summary>
    /// <exception cref="InvalidOperationException">The file has no identity, is being uploaded, or the journal is of another API.</exception>
    public static async ValueTask<JournalClaim> ClaimAsync(
        this IUploadJournal journal, string api, string flow, UploadContent content, CancellationToken cancellationToken)
    {
        var key = new JournalKey(api, flow, IdentityOf(journal, content));
        var claim = journal is UploadJournal ? journal.TryClaimAsync(key, cancellationToken) : PatientClaim.TryTakeAsync(journal, key, cancellationToken);
        return await claim.ConfigureAwait(false) ?? throw UploadJournal.IsBeingUploaded(key.File);
    }

    /// <exception cref="InvalidOperationException">The file has no identity.</exception>
    public static string IdentityOf(IUploadJournal journal, UploadContent content)
        => journal.Identify(content) is { Length: > 0 } identity ? identity : throw new InvalidOperationException(
            $"{content.FileName} isn't a file on disk, so the journal has nothing to know it by. Say what it is known by: UploadJournal.Open(path, identify).");
}
