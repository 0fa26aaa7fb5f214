using System.Diagnostics.CodeAnalysis;

namespace UploadGen.Core;

/// <summary>How an upload in parts is an upload in steps, the second of which sends the parts that the API doesn't have yet.</summary>
/// <param name="flow">The steps.</param>
/// <param name="content">The file.</param>
/// <param name="options">How it is sent.</param>
/// <param name="kept">What an earlier run has left, and what is kept for the next.</param>
/// <param name="runner">Knows what is secret, and the time.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle has nothing to dispose.")]
internal sealed class PartsRun<TSession, TPart, TResult>(
    PartsFlow<TSession, TPart, TResult> flow, UploadContent content, PartsUploadOptions options, KeptUpload<TSession> kept, UploadRunner runner)
    where TSession : class
{
    private readonly SemaphoreSlim _keeping = new(1);
    private TPart[]? _parts;

    /// <exception cref="ArgumentException">The content is a stream that can't seek.</exception>
    public UploadFlow<TSession, TResult> Steps() => !content.CanReplay
        ? throw new ArgumentException(
            $"{content.FileName} is a stream that can't seek, and parts are read from several places of a file at a time. Nothing was sent. "
            + "Use a file, bytes or a stream that seeks.")
        : new(flow.Name, flow.OperationId)
        {
            Announced = flow.Announced,
            Create = OpenAsync,
            Url = static _ => null,
            Id = flow.Id,
            IsInParts = true,
            Put = SendAsync,
            Confirm = CompleteAsync,
            IsConfirmed = flow.IsConfirmed,
            RecordedSize = flow.RecordedSize,
            Abort = flow.Abort,
        };

    private Task<TSession> OpenAsync(UploadContent file, CancellationToken cancellationToken)
    {
        var count = PartPlan.Divide(file, options.PartSize, flow.MaxPartSize).Count;
        return flow.Create(file, flow.Urls is { OpensWithSome: true, Batch: var batch } ? Math.Min(count, batch) : count, cancellationToken);
    }

    private async Task SendAsync(TSession session, UploadContent file, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        // Held open while the parts are read, so that no other upload reads the same stream.
        using var held = new ContentReader(file);
        var given = flow.Given(session);
        var terms = flow.Terms is null ? new PartTerms(null, IsParallel: true) : await flow.Terms(session, cancellationToken).ConfigureAwait(false);
        var plan = kept.IsResumed ? kept.Plan : PartsAnswer.Divide(given, content, flow.OperationId) ?? Plan(terms);
        using var urls = flow.Urls is { } source
            ? new PartUrls<TSession>(session, file, source, kept.HasSecrets ? given : [], plan.Count, flow.OperationId, runner.Clock)
            : null;
        urls?.EnsureComplete();
        if (!kept.IsResumed)
        {
            await kept.BeginAsync(session, plan, cancellationToken).ConfigureAwait(false);
        }

        var missing = Restore(plan);
        var left = missing.Sum(plan.LengthOf);
        var sent = progress is null ? null : new PartsProgress(progress, file.Length, file.Length - left);
        var isParallel = terms.IsParallel && !flow.IsSequential;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = isParallel ? options.Parallelism : 1, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(missing, parallel, async (index, token) =>
        {
            var (part, sum) = await SendPartAsync(session, plan, index, urls, sent?.BeginPart(), token).ConfigureAwait(false);
            _parts![index] = part;
            await KeepAsync(index, part, sum).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private Task<TResult> CompleteAsync(TSession session, UploadContent file, CancellationToken cancellationToken)
    {
        if (_parts is null)
        {
            // An earlier run has sent them all.
            Restore(kept.Plan);
        }

        return flow.Complete(session, file, _parts!, cancellationToken);
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

        return terms.PartSize is { } given ? new PartPlan(content, given) : PartPlan.Divide(content, options.PartSize, flow.MaxPartSize);
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
            var part = plan.Part(index, kept.IsKept, flow.PartDigests);
            if (urls is not null)
            {
                part.Target = await urls.GetAsync(part, cancellationToken).ConfigureAwait(false);
            }

            // A text is all that is known of a part of which the completion tells nothing.
            NeededAnswer.Set(typeof(TPart) != typeof(string));
            try
            {
                return (await flow.SendPart(session, part, progress, cancellationToken).ConfigureAwait(false), part.Sum);
            }
            catch (ApiException refusal) when (flow.Received?.Invoke(refusal) is { } received)
            {
                return (Taken(part, received.Bytes, received.Part, refusal), part.Sum);
            }
        }
    }

    /// <summary>A part is there whose first answer was lost: the API refuses it, and says that it has its bytes.</summary>
    private TPart Taken(FilePart part, long received, TPart given, ApiException refusal)
    {
        var end = part.Offset + part.Content.Length;
        return received >= end && received <= part.FileLength ? given : throw new UploadException(
            FormattableString.Invariant($"{flow.OperationId}: the API has {received:N0} bytes of {part.Content.FileName}, and part {part.Index + 1} ")
            + FormattableString.Invariant($"of {part.Count} has bytes {part.Offset:N0} to {end:N0}, so that they don't join on. ")
            + "The upload can't go on; begin a new one.",
            UploadStep.Put, flow.OperationId, refusal)
        {
            IsStored = false,
        };
    }

    private async Task KeepAsync(int index, TPart part, uint? sum)
    {
        var json = JsonBody.Write(part, flow.WritePart);
        if (!kept.IsKept || !(kept.KeepsSecrets || IsHarmless(part, json)))
        {
            return;
        }

        await _keeping.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await kept.AddAsync(index, json, sum).ConfigureAwait(false);
        }
        finally
        {
            _keeping.Release();
        }
    }

    /// <summary>Whether a part's answer holds no secret. One that does isn't kept: the part is sent again.</summary>
    private bool IsHarmless(TPart part, ReadOnlyMemory<byte> json)
        => new JournalJson<TPart>(flow.ReadPart, flow.WritePart).Write(part, runner.Secrets).Span.SequenceEqual(json.Span);

    /// <summary>Takes the parts that are there from what is kept.</summary>
    /// <returns>The parts to be sent.</returns>
    private List<int> Restore(PartPlan plan)
    {
        var there = kept.Parts;
        _parts = new TPart[plan.Count];
        foreach ((var index, var part) in there)
        {
            _parts[index] = Read(part);
        }

        return [.. Enumerable.Range(0, plan.Count).Where(index => !there.ContainsKey(index))];
    }

    private TPart Read(SentPart part)
    {
        try
        {
            return JsonBody.Read(part.Value, flow.ReadPart);
        }
        catch (JsonBodyException cause)
        {
            throw kept.Unreadable(cause);
        }
    }
}
