using System.Text.Json;

namespace UploadGen.Core;

/// <content>What is kept of the upload, and how another run goes on with it.</content>
internal sealed partial class PartsRun<TSession, TPart, TResult>
{
    private long _partSize = keeper.Saved?.PartSize ?? 0;

    /// <summary>Whether the upload goes on with what an earlier run has left. It doesn't where that is of other bytes, unless the caller has handed it.</summary>
    /// <exception cref="ArgumentException">The state is of another API, account or flow.</exception>
    /// <exception cref="IOException">It is of another file, or the file has changed.</exception>
    private async Task<bool> IsResumedAsync(CancellationToken cancellationToken)
    {
        if (_saved is null)
        {
            return false;
        }

        try
        {
            await EnsureIsSameAsync(_saved, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (IOException) when (!keeper.IsHanded)
        {
            await AbandonAsync(_saved, cancellationToken).ConfigureAwait(false);
            _saved = null;
            return false;
        }
    }

    /// <summary>
    /// Gives up with the API what an earlier run has left, before another takes its place. Only a journal knows that it wasn't completed: it is told so first.
    /// </summary>
    private async Task AbandonAsync(UploadState saved, CancellationToken cancellationToken)
    {
        if (!keeper.IsHanded && TryRead(saved.Head.Session) is { } session)
        {
            await TryAbortAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TryAbortAsync(TSession session, CancellationToken cancellationToken)
    {
        if (flow.Abort is { } abort)
        {
            var id = Redaction.Id(flow.Id?.Invoke(session), runner.Secrets);
            await UploadAbort.TryAsync(token => abort(session, token), flow.Name, id, runner.Logger, runner.Secrets, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Makes sure that the parts that were sent are of the file as it is now. Where the operating system says that nothing of it has changed, they needn't be
    /// read again.
    /// </summary>
    private async Task EnsureIsSameAsync(UploadState saved, CancellationToken cancellationToken)
    {
        saved.Head.EnsureIsOf(runner.Target, flow.Name, content);
        if (saved.Head.Changed is { } changed && changed == content.Source.Changed)
        {
            return;
        }

        var plan = new PartPlan(content, saved.PartSize);
        foreach ((var index, var part) in saved.Parts())
        {
            if (index < plan.Count && part.Sum is { } sum && sum != await plan.SumAsync(index, cancellationToken).ConfigureAwait(false))
            {
                throw saved.Head.OtherFile(FormattableString.Invariant($"other bytes were sent as part {index + 1} of {plan.Count}"));
            }
        }
    }

    /// <summary>Completes an upload all of whose parts are there: an earlier run ended when it was about to, or had done so.</summary>
    private async Task<TResult> CompleteAsync(UploadRun<TSession, TResult> run, JournalClaim claim, CancellationToken cancellationToken)
    {
        if (_saved is null || Restore(_saved, new PartPlan(content, _saved.PartSize)).Count > 0)
        {
            throw claim.Unreadable(null);
        }

        await EnsureIsSameAsync(_saved, cancellationToken).ConfigureAwait(false);
        return await run.ResumeAsync(Read(_saved.Head.Session, flow.ReadSession), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the API knows nothing of the upload any more, or storage of its parts.</summary>
    private static bool IsDropped(UploadGenException failure)
        => failure is { Step: UploadStep.Put } and (ApiException { StatusCode: 404 or 410 } or UploadException { StatusCode: 404 or 410 });

    private async Task<UploadState> BeginAsync(TSession session, PartPlan plan, CancellationToken cancellationToken)
    {
        _partSize = plan.PartSize;
        var state = new UploadState(Head(SessionJson(session) ?? "null"u8.ToArray(), plan.PartSize));
        try
        {
            await keeper.BeginAsync(state).ConfigureAwait(false);
            return state;
        }
        catch (Exception) when (IsKept)
        {
            // What isn't kept can't be gone on with.
            await TryAbortAsync(session, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private UploadStateHead Head(ReadOnlyMemory<byte> session, long partSize)
        => UploadStateHead.Of(runner.Target, flow.Name, content, partSize, session);

    private ReadOnlyMemory<byte>? SessionJson(TSession session)
        => keeper.KeepsSecrets ? JsonBody.Write(session, flow.WriteSession) : flow.SessionJson?.Write(session, runner.Secrets);

    private async Task KeepAsync(UploadState state, int index, TPart part, uint? sum)
    {
        var json = JsonBody.Write(part, flow.WritePart);
        if (!IsKept || !(keeper.KeepsSecrets || IsHarmless(part, json)))
        {
            return;
        }

        var sent = new SentPart(sum, state.Head.Sum, json);
        await _keeping.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            state.Add(index, sent);
            await keeper.AddAsync(state, index, sent).ConfigureAwait(false);
        }
        finally
        {
            _keeping.Release();
        }
    }

    /// <summary>Whether a part's answer holds no secret. One that does isn't kept: the part is sent again.</summary>
    private bool IsHarmless(TPart part, ReadOnlyMemory<byte> json)
        => new JournalJson<TPart>(flow.ReadPart, flow.WritePart).Write(part, runner.Secrets).Span.SequenceEqual(json.Span);

    /// <summary>Takes the parts that are there from the state.</summary>
    /// <returns>The parts to be sent.</returns>
    private List<int> Restore(UploadState state, PartPlan plan)
    {
        _staysOpen = IsKept;
        _parts = new TPart[plan.Count];
        var missing = new HashSet<int>(Enumerable.Range(0, plan.Count));
        foreach ((var index, var part) in state.Parts())
        {
            // A part of which it isn't known what was sent is sent again.
            if (part.Sum is not null && missing.Remove(index))
            {
                _parts[index] = Read(part.Value, flow.ReadPart);
            }
        }

        return [.. missing.Order()];
    }

    private TSession? TryRead(ReadOnlyMemory<byte> session)
    {
        try
        {
            return JsonBody.Read(session, flow.ReadSession);
        }
        catch (JsonBodyException)
        {
            return null;
        }
    }

    private static T Read<T>(ReadOnlyMemory<byte> json, JsonRead<T> read)
    {
        try
        {
            return JsonBody.Read(json, read);
        }
        catch (JsonBodyException cause)
        {
            throw new JsonException($"The state of the upload can't be read; begin a new upload, without it. {cause.Message}", cause);
        }
    }
}
