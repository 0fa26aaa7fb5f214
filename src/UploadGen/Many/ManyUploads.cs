using System.Runtime.CompilerServices;

namespace UploadGen.Core;

/// <summary>Uploads many files, some at a time. Only those under way are held in memory.</summary>
/// <param name="uploadOf">Gives the upload of each file.</param>
/// <param name="options">How many at a time, and the journal.</param>
/// <param name="progress">Told of all files together.</param>
/// <param name="runner">Runs each upload, and knows what a journal must not be told.</param>
internal sealed class ManyUploads<TResult>(
    Func<UploadContent, FileUpload<TResult>> uploadOf, UploadManyOptions options, IProgress<UploadManyProgress>? progress, UploadRunner runner)
{
    public IAsyncEnumerable<UploadOutcome<TResult>> RunAsync(IEnumerable<UploadContent> contents, CancellationToken cancellationToken)
        => RunAsync(EachAsync(contents), contents as IReadOnlyCollection<UploadContent>, cancellationToken);

    public async IAsyncEnumerable<UploadOutcome<TResult>> RunAsync(
        IAsyncEnumerable<UploadContent> contents, IReadOnlyCollection<UploadContent>? all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Journal is UploadJournal { DamagedLines.Count: > 0 } journal)
        {
            runner.Logger.DamagedJournal(journal.Path, journal.DamagedLines.Count, journal.DamagedLines[0]);
        }

        var tally = new ManyTally(progress, all);
        var running = new List<Task<UploadOutcome<TResult>>>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var pull = new ContentPull(contents.GetAsyncEnumerator(ending.Token));
        try
        {
            while (true)
            {
                // After a cancellation, each file of a collection still gets its outcome; any other source isn't asked for more.
                var mayAsk = all is not null || !cancellationToken.IsCancellationRequested;
                if (!pull.IsOver && running.Count < options.MaxConcurrency && mayAsk)
                {
                    pull.Ask();
                }

                if (pull.Pending is null && running.Count == 0)
                {
                    break;
                }

                // The next content comes before a result that is there, so that free places are filled before the caller's loop runs on.
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
            // A caller may leave the loop early: nothing is left running.
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
        await tally.EndAsync(outcome.Status, cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    private async Task<UploadOutcome<TResult>> OutcomeAsync(UploadContent content, FileTally sent, CancellationToken cancellationToken)
    {
        try
        {
            content.Source.EnsureReadable();
            var upload = uploadOf(content);
            var resultJson = upload.ResultJson ?? throw new ArgumentException("Many files are uploaded by a flow that has ResultJson.");
            await using var claim = await ClaimAsync(upload.Name, content, cancellationToken).ConfigureAwait(false);
            return await ClaimLease.KeepAsync(
                claim, token => OutcomeAsync(upload, resultJson, content, sent, claim, token), () => runner.Logger.LeaseLost(upload.Name, content.FileName),
                cancellationToken).ConfigureAwait(false);
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

    /// <summary>Uploads a file that is claimed, unless the journal says that it is.</summary>
    private async Task<UploadOutcome<TResult>> OutcomeAsync(
        FileUpload<TResult> upload, JournalJson<TResult> json, UploadContent content, FileTally sent, JournalClaim? claim, CancellationToken cancellationToken)
    {
        var file = claim is null ? content : await claim.CheckAsync(content, runner.Logger, cancellationToken).ConfigureAwait(false);
        if (claim?.Last?.Event is JournalEvent.Uploaded)
        {
            var recorded = claim.ReadLast(json);
            sent.Complete();
            await RefreshAsync(claim, file).ConfigureAwait(false);
            return new(content, UploadStatus.AlreadyUploaded, recorded);
        }

        var (result, isSent) = await upload.UploadAsync(file, sent, claim, runner, cancellationToken).ConfigureAwait(false);
        sent.Complete();
        var status = isSent ? UploadStatus.Uploaded : UploadStatus.AlreadyUploaded;
        return new(content, status, result, await RecordAsync(claim, file, json, result, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<JournalClaim?> ClaimAsync(string flow, UploadContent content, CancellationToken cancellationToken)
        => options.Journal is { } journal ? await journal.ClaimAsync(runner.Target.ToString(), flow, content, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Records when the file was last changed, where that was all that had changed, so that the next run needn't read it.</summary>
    private static async ValueTask RefreshAsync(JournalClaim claim, UploadContent file)
    {
        var mark = BytesMark.Of(file);
        if (mark.Changed is null || mark == claim.Mark)
        {
            return;
        }

        try
        {
            await claim.RecordAsync(JournalEvent.Uploaded, mark, claim.Value).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // What was recorded before counts.
        }
    }

    /// <summary>Records that the file is uploaded. It is uploaded even where that can't be recorded.</summary>
    /// <returns>Why it couldn't be recorded; <see langword="null"/> where it was.</returns>
    private async ValueTask<Exception?> RecordAsync(
        JournalClaim? claim, UploadContent file, JournalJson<TResult> json, TResult result, CancellationToken cancellationToken)
    {
        try
        {
            if (claim is not null)
            {
                var mark = await file.LastMarkAsync(cancellationToken).ConfigureAwait(false);
                await claim.RecordAsync(JournalEvent.Uploaded, mark, json.Write(result, runner.Secrets)).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    /// <summary>Gives every content even after a cancellation, so that each has an outcome.</summary>
    private static async IAsyncEnumerable<UploadContent> EachAsync(IEnumerable<UploadContent> contents)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var content in contents)
        {
            yield return content;
        }
    }
}
