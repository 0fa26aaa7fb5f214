namespace UploadGen.Core;

/// <summary>What a journal knows of one file; nobody else uploads the file until this is disposed.</summary>
internal sealed class JournalEntry(UploadJournal journal, JournalKey key, JournalEvent? last) : IDisposable
{
    /// <summary>What the journal told of the file when its upload began; <see langword="null"/> for nothing.</summary>
    public JournalEvent? Event { get; } = last;

    /// <summary>Reads the value that was recorded with the event.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is another's.</exception>
    public T Read<T>(JournalJson<T>? json)
    {
        try
        {
            if (json is not null && journal.ValueOf(key) is { } value)
            {
                return json.Read(value);
            }
        }
        catch (JsonBodyException cause)
        {
            throw Unreadable(cause);
        }

        throw Unreadable(null);
    }

    public void Sending() => journal.Add(key, JournalEvent.Sending, null);

    /// <param name="session">What confirming needs.</param>
    /// <param name="json">How it is written; <see langword="null"/> where it can't be without its secrets.</param>
    public void Stored<T>(T session, JournalJson<T>? json) => journal.Add(key, JournalEvent.Stored, json?.Write(session));

    public void Uploaded<T>(T result, JournalJson<T> json) => journal.Add(key, JournalEvent.Uploaded, json.Write(result));

    /// <summary>Nothing is left of the upload. Where that can't be written, the next run finds out by itself.</summary>
    public void Forget()
    {
        try
        {
            journal.Add(key, JournalEvent.Forgotten, null);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to be told.
        }
    }

    public void Dispose() => journal.Release(key);

    private InvalidDataException Unreadable(Exception? cause) => new(
        $"The journal says of {key.File} that it is {(Event is JournalEvent.Uploaded ? "uploaded" : "in storage")}, but {(Event is JournalEvent.Uploaded ? "the result" : "what is needed to confirm it")} "
        + "can't be read from it. Ask the API whether it has the file; if it doesn't, UploadJournal.Forget lets the next run upload it again.", cause);
}
