using Microsoft.Extensions.Logging;

namespace UploadGen.Core;

/// <summary>Holds what a journal knows of a file against the bytes that the file has now.</summary>
internal static class ClaimedBytes
{
    /// <summary>Forgets what was recorded of other bytes, so that the file is uploaded anew.</summary>
    /// <param name="claim">The file's place in the journal.</param>
    /// <param name="content">The file.</param>
    /// <param name="logger">Told where it has other bytes.</param>
    /// <param name="cancellationToken">Ends the reading of the file.</param>
    /// <returns>The file, of which it is known later which bytes were sent.</returns>
    /// <exception cref="IOException">The file can't be read, or the journal can't be written.</exception>
    public static async ValueTask<UploadContent> CheckAsync(this JournalClaim claim, UploadContent content, ILogger logger, CancellationToken cancellationToken)
    {
        // Where the caller says what a file is known by, that is what it is known by.
        if (claim.Key.File != content.Identity)
        {
            return content;
        }

        if (claim.Last?.Event is not (JournalEvent.Uploaded or JournalEvent.Stored))
        {
            return content.With(new SummedSource(content.Source));
        }

        if (await claim.Mark.IsOfAsync(content, cancellationToken).ConfigureAwait(false))
        {
            return content.With(new SummedSource(content.Source, claim.Mark.Sum));
        }

        logger.OtherBytes(claim.Key.Flow, content.FileName);
        await claim.BeginAnewAsync().ConfigureAwait(false);
        return content.With(new SummedSource(content.Source));
    }

    /// <summary>What the journal knows a file by that the API has. It is read only where it wouldn't be known again at all.</summary>
    public static async ValueTask<BytesMark> LastMarkAsync(this UploadContent content, CancellationToken cancellationToken)
    {
        var mark = BytesMark.Of(content);
        try
        {
            return mark == default && content.Source.TellsChanges ? await content.MarkAsync(cancellationToken).ConfigureAwait(false) : mark;
        }
        catch (OperationCanceledException)
        {
            // It is uploaded all the same.
            return mark;
        }
    }

    /// <summary>What the journal knows the file by from now on. Where not all of it was sent in this run, it is read, unless it can't be.</summary>
    public static async ValueTask<BytesMark> MarkAsync(this UploadContent content, CancellationToken cancellationToken)
    {
        try
        {
            if (content.Source is SummedSource { Sum: null } source)
            {
                await source.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A file that has changed or gone since it was sent is to count as another.
        }

        return BytesMark.Of(content);
    }
}
