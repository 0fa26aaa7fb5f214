using System.Runtime.CompilerServices;

namespace UploadGen.Core;

/// <summary>Uploads many files, some at a time. Nothing is held but what is under way.</summary>
/// <param name="flow">The flow's name, which parts what several flows write into one journal.</param>
/// <param name="upload">Uploads one file.</param>
/// <param name="resultJson">How a result stands in the journal.</param>
/// <param name="options">How many at a time, and the journal.</param>
/// <param name="progress">Told of all files together.</param>
internal sealed class ManyUploads<TResult>(
    string flow, Func<UploadContent, FileTally, JournalEntry?, CancellationToken, Task<TResult>> upload, JournalJson<TResult> resultJson,
    UploadManyOptions options, IProgress<UploadManyProgress>? progress)
{
    public IAsyncEnumerable<UploadOutcome<TResult>> RunAsync(IEnumerable<UploadContent> contents, CancellationToken cancellationToken)
        => RunAsync(EachAsync(contents), contents as IReadOnlyCollection<UploadContent>, cancellationToken);

    public async IAsyncEnumerable<UploadOutcome<TResult>> RunAsync(
        IAsyncEnumerable<UploadContent> contents, IReadOnlyCollection<UploadContent>? all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tally = new ManyTally(progress, all);
        var running = new List<Task<UploadOutcome<TResult>>>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var pull = new ContentPull(contents.GetAsyncEnumerator(ending.Token));
        try
        {
            while (true)
            {
                // Of a collection, the files that aren't started are told, too; another source isn't asked for more.
                var mayAsk = all is not null || !cancellationToken.IsCancellationRequested;
                if (!pull.IsOver && running.Count < options.MaxConcurrency && mayAsk)
                {
                    pull.Ask();
                }

                if (pull.Pending is null && running.Count == 0)
                {
                    break;
                }

                // What is next in the source comes before a result that is there: places are filled before the loop's body runs.
                var done = await Task.WhenAny(pull.Pending is { } pending ? running.Prepend(pending) : running).ConfigureAwait(false);
                if (done != pull.Pending)
                {
                    running.Remove((Task<UploadOutcome<TResult>>)done);
                    yield return await ((Task<UploadOutcome<TResult>>)done).ConfigureAwait(false);
                }
                else if (pull.Take() is { } content)
                {
                    running.Add(UploadAsync(content, tally, ending.Token));
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
            pull.ThrowIfFailed();
        }
        finally
        {
            // Whoever leaves the loop early leaves nothing running behind.
            await ending.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }

    /// <summary>Uploads one file; whatever goes wrong is its outcome.</summary>
    private async Task<UploadOutcome<TResult>> UploadAsync(UploadContent content, ManyTally tally, CancellationToken cancellationToken)
    {
        var outcome = cancellationToken.IsCancellationRequested
            ? new(content, UploadStatus.NotStarted)
            : await OutcomeAsync(content, new FileTally(tally, content), cancellationToken).ConfigureAwait(false);
        tally.End(outcome.Status);
        return outcome;
    }

    private async Task<UploadOutcome<TResult>> OutcomeAsync(UploadContent content, FileTally sent, CancellationToken cancellationToken)
    {
        try
        {
            using var entry = options.Journal?.Claim(flow, content);
            if (entry?.Event is JournalEvent.Uploaded)
            {
                var recorded = entry.Read(resultJson);
                sent.Complete();
                return new(content, UploadStatus.AlreadyUploaded, recorded);
            }

            var result = await upload(content, sent, entry, cancellationToken).ConfigureAwait(false);
            return new(content, UploadStatus.Uploaded, result, Record(entry, result));
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            return new(content, UploadStatus.Canceled, exception: canceled);
        }
        catch (Exception failure)
        {
            return new(content, UploadStatus.Failed, exception: failure);
        }
    }

    /// <summary>The file is uploaded, whether or not the journal can be written.</summary>
    private Exception? Record(JournalEntry? entry, TResult result)
    {
        try
        {
            entry?.Uploaded(result, resultJson);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    /// <summary>Goes on after a cancellation: the rest of a collection is told as not started.</summary>
    private static async IAsyncEnumerable<UploadContent> EachAsync(IEnumerable<UploadContent> contents)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var content in contents)
        {
            yield return content;
        }
    }
}
