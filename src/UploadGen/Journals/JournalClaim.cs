using System.Text.Json;
using UploadGen.Core;

namespace UploadGen;

/// <summary>
/// A file that one upload has taken in an <see cref="IUploadJournal"/>. Until the claim is disposed or its lease ends, no other upload gets the file and nobody
/// else records anything of it. The engine calls one of its members at a time, but for <see cref="RenewAsync"/>.
/// </summary>
/// <param name="key">The file.</param>
/// <param name="last">What was recorded of the file when it was taken; <see langword="null"/> for nothing.</param>
/// <param name="parts">The parts that were recorded since <see cref="JournalEvent.Opened"/>, in any order; <see langword="null"/> for none.</param>
public abstract class JournalClaim(JournalKey key, JournalRecord? last, IReadOnlyList<JournalPart>? parts = null) : IAsyncDisposable
{
    /// <summary>The file.</summary>
    public JournalKey Key { get; } = key;

    /// <summary>What was recorded of the file when it was taken; <see langword="null"/> for nothing.</summary>
    public JournalRecord? Last { get; private set; } = last;

    /// <summary>The parts that were recorded when the file was taken.</summary>
    public IReadOnlyList<JournalPart> Parts { get; private set; } = parts ?? [];

    /// <summary>
    /// For how long the file is taken unless <see cref="RenewAsync"/> is called, which the engine does three times as often;
    /// <see cref="Timeout.InfiniteTimeSpan"/> where the claim ends with the process by itself.
    /// </summary>
    public virtual TimeSpan Lease => Timeout.InfiniteTimeSpan;

    /// <summary>Takes the file for another <see cref="Lease"/>.</summary>
    /// <param name="cancellationToken">Ends the wait for the journal.</param>
    /// <returns>Whether the file is still this upload's. If it isn't, the upload is ended at once: another may have begun.</returns>
    public virtual ValueTask<bool> RenewAsync(CancellationToken cancellationToken) => new(true);

    /// <summary>
    /// Records how far the upload is. When the task completes, the record outlives a crash of this process and of this machine.
    /// <see cref="JournalEvent.Opened"/> and <see cref="JournalEvent.Uploaded"/> take back the parts that were recorded.
    /// </summary>
    /// <remarks>It can't be canceled: what it records has happened, or happens as soon as it is recorded.</remarks>
    /// <param name="record">What is recorded in place of the last record.</param>
    /// <exception cref="IOException">The journal can't be written. The upload ends, unless the API has the file already.</exception>
    public abstract ValueTask RecordAsync(JournalRecord record);

    /// <summary>Records that the API has a part. It needn't outlive a crash of the machine: a part that isn't recorded is sent again.</summary>
    /// <param name="part">The part.</param>
    /// <exception cref="IOException">The journal can't be written. The upload ends.</exception>
    public abstract ValueTask AddPartAsync(JournalPart part);

    /// <summary>Takes back what was recorded of the file: the next upload begins as if there had been none.</summary>
    /// <exception cref="IOException">
    /// The journal can't be written. The record stays, and the next run finds out by itself what became of the upload.
    /// </exception>
    public abstract ValueTask ForgetAsync();

    /// <summary>Gives the file back, so that another upload may take it. It doesn't throw.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Which bytes of the file the last record is of.</summary>
    /// <exception cref="InvalidDataException">The record can't be read.</exception>
    internal BytesMark Mark => ReadLast(out _);

    /// <summary>What the last record is about; <see langword="null"/> for nothing.</summary>
    /// <exception cref="InvalidDataException">The record can't be read.</exception>
    internal ReadOnlyMemory<byte>? Value
    {
        get
        {
            ReadLast(out var value);
            return value;
        }
    }

    /// <summary>Records how far the upload is, and of which bytes.</summary>
    internal ValueTask RecordAsync(JournalEvent last, BytesMark mark, ReadOnlyMemory<byte>? value) => RecordAsync(new JournalRecord(last, mark.Write(value)));

    /// <summary>Forgets the file, and goes on as if nothing had been recorded of it.</summary>
    /// <exception cref="IOException">The journal can't be written.</exception>
    internal async ValueTask BeginAnewAsync()
    {
        await ForgetAsync().ConfigureAwait(false);
        (Last, Parts) = (null, []);
    }

    /// <summary>Reads the value of the last record.</summary>
    /// <param name="json">How the value is read; <see langword="null"/> where it can't have been written.</param>
    /// <exception cref="InvalidDataException">There is no value, or it is of another type.</exception>
    internal T ReadLast<T>(JournalJson<T>? json)
    {
        try
        {
            return json is not null && Value is { } value ? json.Read(value) : throw Unreadable(null);
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

    internal InvalidDataException Unreadable(Exception? cause)
    {
        var (where, what) = Last?.Event is JournalEvent.Uploaded ? ("uploaded", "the result") : ("in storage", "what is needed to confirm it");
        return new InvalidDataException(
            $"The journal says of {Key.File} that it is {where}, but {what} can't be read from it. "
                + "Ask the API whether it has the file; if it doesn't, UploadJournal.ForgetAsync lets the next run upload it again.",
            cause);
    }

    private BytesMark ReadLast(out ReadOnlyMemory<byte>? value)
    {
        try
        {
            return BytesMark.Read(Last?.Value ?? throw Unreadable(null), out value);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(cause);
        }
    }
}
