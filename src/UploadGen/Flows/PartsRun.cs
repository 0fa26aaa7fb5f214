using System.Diagnostics.CodeAnalysis;

namespace UploadGen.Core;

/// <summary>An upload in parts. It runs as an upload in steps, the second of which sends the parts that the API doesn't have yet.</summary>
/// <param name="flow">The steps.</param>
/// <param name="content">The file.</param>
/// <param name="options">How it is sent.</param>
/// <param name="keeper">Keeps how far it is.</param>
/// <param name="runner">Runs the steps.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle has nothing to dispose.")]
internal sealed partial class PartsRun<TSession, TPart, TResult>(
    PartsFlow<TSession, TPart, TResult> flow, UploadContent content, PartsUploadOptions options, StateKeeper keeper, UploadRunner runner)
    where TSession : class
{
    private readonly SemaphoreSlim _keeping = new(1);
    private TPart[] _parts = [];
    private UploadState? _saved = keeper.Saved;
    private bool _staysOpen;
    private bool _wasWhole;

    private bool IsKept => keeper.HowToGoOn is not null;

    public Task<TResult> RunAsync(IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
        => RunAsync(() => runner.RunAsync(Steps(), content, progress, cancellationToken), cancellationToken);

    /// <summary>Runs the upload as one of many.</summary>
    /// <param name="sent">Told of the bytes sent.</param>
    /// <param name="claim">The file's place in the journal.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public async Task<TResult> RunAsync(FileTally sent, JournalClaim? claim, CancellationToken cancellationToken)
    {
        if (claim?.Last?.Event is JournalEvent.Stored)
        {
            return await CompleteAsync(Run(), claim, cancellationToken).ConfigureAwait(false);
        }

        return await RunAsync(() => Run().RunAsync(cancellationToken), cancellationToken).ConfigureAwait(false);

        UploadRun<TSession, TResult> Run()
            => runner.Run(Steps(), content, sent, claim, session => SessionJson(session) is { } json ? Head(json, _partSize).ToJson() : null);
    }

    private async Task<TResult> RunAsync(Func<Task<TResult>> run, CancellationToken cancellationToken)
    {
        if (!content.CanReplay)
        {
            throw new ArgumentException(
                $"{content.FileName} is a stream that can't seek, and parts are read from several places of a file at a time. Nothing was sent. "
                + "Use a file, bytes or a stream that seeks.");
        }

        var isResumed = await IsResumedAsync(cancellationToken).ConfigureAwait(false);
        var kept = _saved;
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (UploadGenException failure) when (isResumed && IsDropped(failure))
        {
            // Nothing was completed, so nothing is lost but the parts.
            runner.Logger.DroppedEarlier(flow.Name, content.FileName);
            if (failure is UploadException)
            {
                await AbandonAsync(kept!, cancellationToken).ConfigureAwait(false);
            }

            _saved = null;
            return await run().ConfigureAwait(false);
        }
        catch (UploadGenException failure) when (_staysOpen)
        {
            var stands = failure.Step is UploadStep.Confirm ? "All its parts are with the API" : "The upload stays open with the API";
            failure.Add($"{stands}: {keeper.HowToGoOn}, or give it up with the API.");
            throw;
        }
    }

    private UploadFlow<TSession, TResult> Steps() => new(flow.Name, flow.OperationId)
    {
        Announced = flow.Announced,
        Create = OpenAsync,
        Url = static _ => null,
        Id = flow.Id,
        Put = SendAsync,
        Confirm = (session, file, cancellationToken) => flow.Complete(session, file, _parts, cancellationToken),
        RecordedSize = flow.RecordedSize,
        IsResumed = _saved is not null,
        MayBeConfirmed = () => _wasWhole,
        Abort = IsKept ? null : flow.Abort,
        Abandon = flow.Abort,
    };

    private async Task<TSession> OpenAsync(UploadContent file, CancellationToken cancellationToken)
    {
        if (_saved is not null)
        {
            return Read(_saved.Head.Session, flow.ReadSession);
        }

        var count = PartPlan.Divide(file, options.PartSize, flow.MaxPartSize).Count;
        return await flow.Create(file, flow.Urls?.More is null ? count : Math.Min(count, PartUrlSource.Batch), cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAsync(TSession session, UploadContent file, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        // Held open while the parts are read, so that no other upload reads the same stream.
        using var held = new ContentReader(file);
        var terms = flow.Terms is null ? new PartTerms(null, IsParallel: true) : await flow.Terms(session, cancellationToken).ConfigureAwait(false);
        var plan = Plan(terms);
        var hasUrls = _saved is null || keeper.KeepsSecrets;
        var state = _saved ?? await BeginAsync(session, plan, cancellationToken).ConfigureAwait(false);
        // Should the upload be opened a second time, all its parts are sent.
        _saved = null;

        var missing = Restore(state, plan);
        _wasWhole = missing.Count == 0;
        var left = missing.Sum(plan.LengthOf);
        var sent = progress is null ? null : new PartsProgress(progress, file.Length, file.Length - left);
        using var urls = flow.Urls is null ? null : new PartUrls<TSession>(session, flow.Urls, plan.Count, hasUrls, runner.Clock);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = terms.IsParallel ? options.Parallelism : 1, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(missing, parallel, async (index, token) =>
        {
            var (part, sum) = await SendPartAsync(session, plan, index, urls, sent?.BeginPart(), token).ConfigureAwait(false);
            _parts[index] = part;
            await KeepAsync(state, index, part, sum).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private PartPlan Plan(PartTerms terms)
    {
        if (terms.PartSize is <= 0 || content.Length / terms.PartSize > PartPlan.MostParts)
        {
            throw new UploadException(
                FormattableString.Invariant($"{flow.OperationId}: the API wants parts of {terms.PartSize} bytes, into which a file of {content.Length} bytes ")
                + "can't sensibly be divided "
                + FormattableString.Invariant($"(at most {PartPlan.MostParts} parts). Nothing of it was sent; this is for the API's operator to mend."),
                UploadStep.Put, flow.OperationId);
        }

        var size = _saved?.PartSize ?? terms.PartSize;
        return size is { } given ? new PartPlan(content, given) : PartPlan.Divide(content, options.PartSize, flow.MaxPartSize);
    }

    private async Task<(TPart Part, uint? Sum)> SendPartAsync(
        TSession session, PartPlan plan, int index, PartUrls<TSession>? urls, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync().ConfigureAwait(false);
        }
        catch (UploadException failure) when (failure.IsUrlExpired && urls is { CanRenew: true })
        {
            urls.Forget(index);
            return await SendOnceAsync().ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is HttpRequestException or TimeoutException)
        {
            var secrets = runner.Secrets;
            throw new UploadException(
                FormattableString.Invariant($"{SafeCause.Message(cause, secrets)} It was part {index + 1} of {plan.Count}."), UploadStep.Put, flow.OperationId,
                SafeCause.Of(cause, secrets))
            {
                IsTransient = RequestSafety.IsTransient(cause),
                IsStored = false,
            };
        }

        async Task<(TPart, uint?)> SendOnceAsync()
        {
            var part = plan.Part(index, IsKept);
            if (urls is not null)
            {
                part.Url = await urls.GetAsync(index, cancellationToken).ConfigureAwait(false);
            }

            return (await flow.SendPart(session, part, progress, cancellationToken).ConfigureAwait(false), part.Sum);
        }
    }
}
