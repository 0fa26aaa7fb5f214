using UploadGen.Core;

namespace UploadGen;

/// <summary>
/// A file that one upload has taken in an <see cref="UploadJournal"/>. Until the claim is disposed, no other upload gets the file and nobody else records
/// anything of it.
/// </summary>
/// <param name="key">The file.</param>
/// <param name="last">What was recorded of the file when it was taken; <see langword="null"/> for nothing.</param>
public abstract class JournalClaim(JournalKey key, JournalRecord? last) : IAsyncDisposable
{
    /// <summary>The file.</summary>
    public JournalKey Key { get; } = key;

    /// <summary>What was recorded of the file when it was taken; <see langword="null"/> for nothing.</summary>
    public JournalRecord? Last { get; } = last;

    /// <summary>Records how far the upload is. When the task completes, the record outlives a crash of this process and of this machine.</summary>
    /// <remarks>It can't be canceled: what it records has happened, or happens as soon as it is recorded.</remarks>
    /// <param name="record">What is recorded in place of the last record.</param>
    /// <exception cref="IOException">The journal can't be written. The upload ends, unless the API has the file already.</exception>
    public abstract ValueTask RecordAsync(JournalRecord record);

    /// <summary>Takes back what was recorded of the file: the next upload begins as if there had been none.</summary>
    /// <exception cref="IOException">
    /// The journal can't be written. The record stays, and the next run finds out by itself what became of the upload.
    /// </exception>
    public abstract ValueTask ForgetAsync();

    /// <summary>Gives the file back, so that another upload may take it. It doesn't throw.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Reads the value of the last record.</summary>
    /// <param name="json">How the value is read; <see langword="null"/> where it can't have been written.</param>
    /// <exception cref="InvalidDataException">There is no value, or it is of another type.</exception>
    internal T ReadLast<T>(JournalJson<T>? json)
    {
        try
        {
            return json is not null && Last?.Value is { } value ? json.Read(value) : throw Unreadable(null);
        }
        catch (JsonBodyException cause)
        {
            throw Unreadable(cause);
        }
    }

    /// <summary>Forgets the file after a failure, which is the one to be thrown: that the journal can't be written is not.</summary>
    internal async ValueTask TryForgetAsync()
    {
        try
        {
            await ForgetAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The next run finds out by itself what became of the upload.
        }
    }

    private InvalidDataException Unreadable(Exception? cause)
    {
        var (where, what) = Last?.Event is JournalEvent.Uploaded ? ("uploaded", "the result") : ("in storage", "what is needed to confirm it");
        return new InvalidDataException(
            $"The journal says of {Key.File} that it is {where}, but {what} can't be read from it. "
                + "Ask the API whether it has the file; if it doesn't, UploadJournal.ForgetAsync lets the next run upload it again.",
            cause);
    }
}
