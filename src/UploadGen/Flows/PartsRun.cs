using System.Text.Json;

namespace UploadGen.Core;

/// <summary>An upload in parts. It runs as an upload in steps, the second of which sends the parts that the API doesn't have yet.</summary>
internal sealed class PartsRun<TSession, TPart, TResult>(
    PartsFlow<TSession, TPart, TResult> flow, UploadContent content, PartsUploadOptions options, KnownSecrets secrets)
    where TSession : class
{
    private readonly object _changing = new();
    private TPart[] _parts = [];
    private UploadState? _saved = options.State;
    private bool _staysOpen;

    private bool KeepsState => options.State is not null || options.StateChanged is not null;

    public async Task<TResult> RunAsync(UploadRunner runner, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        if (!content.CanReplay)
        {
            throw new ArgumentException(
                $"{content.FileName} is a stream that can't seek, and parts are read from several places of a file at a time. Nothing was sent. "
                + "Use a file, bytes or a stream that seeks.");
        }

        _saved?.EnsureIsOf(flow.Name, content);
        try
        {
            return await runner.RunAsync(Steps(), content, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (UploadGenException failure) when (_staysOpen)
        {
            failure.Add("The upload stays open with the API: hand its UploadState back (PartsUploadOptions.State) to go on, or give it up with the API.");
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
        Abort = KeepsState ? null : flow.Abort,
    };

    private async Task<TSession> OpenAsync(UploadContent file, CancellationToken cancellationToken)
    {
        if (_saved is not null)
        {
            return Read(_saved.Session, flow.ReadSession);
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
        var state = _saved ?? Begin(session, plan);
        // Should the upload be opened a second time, all its parts are sent.
        _saved = null;

        var missing = Restore(state, plan);
        var left = missing.Sum(plan.LengthOf);
        var sent = progress is null ? null : new PartsProgress(progress, file.Length, file.Length - left);
        using var urls = flow.Urls is null ? null : new PartUrls<TSession>(session, flow.Urls, plan.Count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = terms.IsParallel ? options.Parallelism : 1, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(missing, parallel, async (index, token) =>
        {
            var part = await SendPartAsync(session, plan, index, urls, sent?.BeginPart(), token).ConfigureAwait(false);
            _parts[index] = part;
            lock (_changing)
            {
                state.Add(index, JsonBody.Write(part, flow.WritePart));
                options.StateChanged?.Invoke(state);
            }
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

    private UploadState Begin(TSession session, PartPlan plan)
    {
        var json = JsonBody.Write(session, flow.WriteSession);
        var state = new UploadState(flow.Name, content.FileName, content.Length, content.Source.LastWrite, plan.PartSize, json);
        options.StateChanged?.Invoke(state);
        return state;
    }

    /// <summary>Takes the parts that are there from the state.</summary>
    /// <returns>The parts to be sent.</returns>
    private List<int> Restore(UploadState state, PartPlan plan)
    {
        _staysOpen = KeepsState;
        _parts = new TPart[plan.Count];
        var missing = new HashSet<int>(Enumerable.Range(0, plan.Count));
        foreach ((var index, var part) in state.Parts())
        {
            if (missing.Remove(index))
            {
                _parts[index] = Read(part, flow.ReadPart);
            }
        }

        return [.. missing.Order()];
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

    private async Task<TPart> SendPartAsync(
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
            throw new UploadException(
                FormattableString.Invariant($"{SafeCause.Message(cause, secrets)} It was part {index + 1} of {plan.Count}."), UploadStep.Put, flow.OperationId,
                SafeCause.Of(cause, secrets))
            {
                IsTransient = RequestSafety.IsTransient(cause),
                IsStored = false,
            };
        }

        async Task<TPart> SendOnceAsync()
        {
            var part = plan.Part(index);
            if (urls is not null)
            {
                part.Url = await urls.GetAsync(index, cancellationToken).ConfigureAwait(false);
            }

            return await flow.SendPart(session, part, progress, cancellationToken).ConfigureAwait(false);
        }
    }
}
