using Microsoft.Extensions.Logging;

namespace UploadGen.Core;

/// <summary>One upload in steps, from where an earlier run has left it. It knows how far it is, and says so when it fails.</summary>
/// <param name="flow">The steps.</param>
/// <param name="content">The file.</param>
/// <param name="kept">What an earlier run has left, and what is kept for the next.</param>
/// <param name="progress">Told of the steps and the bytes sent.</param>
/// <param name="runner">Logs, and knows secrets and the time.</param>
internal sealed partial class UploadRun<TSession, TResult>(
    UploadSteps<TSession, TResult> flow, UploadContent content, KeptUpload<TSession> kept, IProgress<UploadProgress>? progress, UploadRunner runner)
    where TSession : class
{
    private readonly ILogger _logger = runner.Logger;
    private readonly KnownSecrets _secrets = runner.Secrets;
    private TSession? _session;
    private UploadStep _step = UploadStep.Create;
    private bool? _isStored = false;
    private bool _isReopened;
    private SummedSource? _summed;

    /// <summary>What the last answer says of the file, as JSON, where that is what the upload gives.</summary>
    private ReadOnlyMemory<byte> _answer;

    /// <summary>
    /// Whether a confirmation that has begun is given some time to end after a cancellation: if it were broken off, nobody could tell whether the API has
    /// the file.
    /// </summary>
    public bool EndsConfirmation { get; init; }

    /// <summary>Whether the file was sent; <see langword="false"/> where the API said that it has it already.</summary>
    public bool IsSent { get; private set; } = true;

    /// <summary>The step that runs or ran last.</summary>
    public UploadStep Step => _step;

    /// <summary>The API's id of the upload; <see langword="null"/> before it is opened, and where the API gives none.</summary>
    public string? UploadId => _session is null ? null : flow.Id?.Invoke(_session);

    public async Task<TResult> RunAsync(CancellationToken cancellationToken)
    {
        RetryScope.Begin();
        _session = await kept.ResumeAsync(cancellationToken).ConfigureAwait(false);
        if (kept.Abandoned is { } abandoned)
        {
            await TryAbortAsync(abandoned, cancellationToken).ConfigureAwait(false);
        }

        _isStored = kept.IsWhole;
        _secrets.AddUrl(_session is null ? null : flow.Url?.Invoke(_session));
        // A file that can't be read must not leave an upload open with the API.
        if (content.CanReplay && !kept.IsWhole)
        {
            new ContentReader(content).Dispose();
        }

        return await GuardAsync(RunStepsAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<TResult> GuardAsync(Task<TResult> steps, CancellationToken cancellationToken)
    {
        try
        {
            return await steps.ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            var told = await EndAsync(failure, cancellationToken).ConfigureAwait(false);
            if (told != failure)
            {
                throw told;
            }

            throw;
        }
    }

    private async Task<TResult> RunStepsAsync(CancellationToken cancellationToken)
    {
        var session = _session ?? await OpenAsync(cancellationToken).ConfigureAwait(false);
        if (_isStored != true)
        {
            if (!IsThere(session))
            {
                session = await PutAsync(session, cancellationToken).ConfigureAwait(false);
            }

            if (IsThere(session))
            {
                IsSent = false;
                _logger.AlreadyThere(flow.Name, content.FileName, IdFor(LogLevel.Information));
                return flow.Existing!.Result(session);
            }

            await StoreAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await ConfirmAsync(session, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException failure) when (IsGone(failure))
        {
            _isStored = false;
            await ReopenAsync(session, isGone: true, isOpen: false, cancellationToken).ConfigureAwait(false);
            return await RunStepsAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        _isStored = true;
        _logger.Stored(flow.Name, IdFor(LogLevel.Debug));
        // Where nothing is confirmed, the upload is complete.
        if (EndsConfirmation && flow.IsToldAfterwards)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        await kept.StoreAsync(_summed?.Sum, _answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TResult> ConfirmAsync(TSession session, CancellationToken cancellationToken)
    {
        if (flow.IsToldAfterwards)
        {
            await EnterAsync(UploadStep.Confirm, content.Length, cancellationToken).ConfigureAwait(false);
        }

        using var end = new CancellationTokenSource();
        using var canceled = EndsConfirmation ? cancellationToken.Register(() => end.CancelAfter(UploadCanceledException.Patience)) : default;
        var result = await EndAsync(session, EndsConfirmation ? end.Token : cancellationToken).ConfigureAwait(false);
        if (flow.SizeIn(result) is { } recorded && recorded != content.Length)
        {
            throw await OtherSizeAsync(recorded).ConfigureAwait(false);
        }

        _logger.Uploaded(flow.Name, content.FileName, IdFor(LogLevel.Information));
        return result;
    }

    /// <summary>What the protocol has no way to send must not leave an upload open with the API.</summary>
    private void EnsureSendable()
    {
        if (flow.Protocol is { } protocol && new ResumableUpload(protocol, Url: null).Problem(content) is { } problem)
        {
            throw new UploadException($"{flow.OperationId}: {problem} Nothing was sent, and no upload was opened.", UploadStep.Create, flow.OperationId)
            {
                IsStored = false,
            };
        }
    }

    private async Task<TResult> EndAsync(TSession session, CancellationToken cancellationToken)
    {
        try
        {
            return await flow.EndAsync(session, content, _answer.IsEmpty ? kept.Answer : _answer, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonBodyException cause)
        {
            throw kept.Unreadable(cause);
        }
    }

    private async Task<TSession> OpenAsync(CancellationToken cancellationToken)
    {
        EnsureSendable();
        await EnterAsync(UploadStep.Create, 0, cancellationToken).ConfigureAwait(false);
        _logger.Opening(flow.Name, content.FileName, content.Length, content.MediaType);
        NeededAnswer.Set(true);
        try
        {
            _session = await flow.Create(content, cancellationToken).ConfigureAwait(false);
            _secrets.AddUrl(flow.Url?.Invoke(_session));
            return _session;
        }
        catch (RequestValidationException refusal) when (flow.Announced is not null)
        {
            throw flow.Announced.Explain(refusal, content);
        }
    }

    /// <summary>
    /// Sends the file. Where the URL has expired, or the server has dropped the upload, it is opened again, once, and the file is sent anew.
    /// </summary>
    private async Task<TSession> PutAsync(TSession session, CancellationToken cancellationToken)
    {
        if (!_isReopened && !kept.MayBeComplete && IsExpired(session))
        {
            session = await ReopenAsync(session, isGone: false, isOpen: true, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            try
            {
                await SendAsync(session, cancellationToken).ConfigureAwait(false);
                return session;
            }
            catch (UploadException failure) when (failure.IsUrlExpired && content.CanReplay && !_isReopened && !MayHaveCompleted(failure))
            {
                // An earlier attempt may have stored the file.
                _isStored = failure.IsStored;
                session = await ReopenAsync(session, isGone: false, isOpen: true, cancellationToken).ConfigureAwait(false);
            }
            catch (UploadGenException failure) when (IsGone(failure))
            {
                session = await ReopenAsync(session, isGone: true, isOpen: failure is UploadException, cancellationToken).ConfigureAwait(false);
            }
        }

        if (!IsThere(session))
        {
            await SendAsync(session, cancellationToken).ConfigureAwait(false);
        }

        return session;
    }

    /// <summary>Whether the API says that it has the file, which it may say of an upload that is opened again, too.</summary>
    private bool IsThere(TSession session) => flow.Existing?.IsThere(session) == true;

    private async Task SendAsync(TSession session, CancellationToken cancellationToken)
    {
        _step = UploadStep.Put;
        NeededAnswer.Set(true);
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            _logger.Sending(flow.Name, ShownId, flow.Url is null ? "the API" : flow.Url(session) is { } url ? Redaction.Url(url, _secrets) : null);
        }

        if (!kept.IsResumed && !flow.IsInParts)
        {
            await kept.BeginAsync(session, plan: null, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            _answer = await AnswerAsync(session, cancellationToken).ConfigureAwait(false);
        }
        catch (UploadException failure) when (failure.IsStored == true)
        {
            // Only what the answer says of the file isn't understood. Who holds a state may ask again; a journal mustn't let the file be sent again.
            _isStored = true;
            if (!kept.IsHanded)
            {
                await kept.StoreAsync(_summed?.Sum, default, cancellationToken).ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>Sends the file, or what storage doesn't have of it.</summary>
    private Task<ReadOnlyMemory<byte>> AnswerAsync(TSession session, CancellationToken cancellationToken)
    {
        var file = flow.Continues ? content.KeptBy(kept) : content;
        if (kept.IsResumed && flow.Continues)
        {
            return flow.ContinueAsync(session, file, progress, cancellationToken);
        }

        file = kept.IsResumed && !flow.IsInParts ? file.SentBefore() : file;
        _summed = kept.WantsSum && !flow.IsInParts ? new SummedSource(content.Source) : null;
        return flow.SendAsync(session, _summed is null ? file : file.With(_summed), progress, cancellationToken);
    }

    /// <summary>The id as a text may show it; <see langword="null"/> for none, and for one that may be a secret.</summary>
    private string? ShownId => Redaction.Id(UploadId, _secrets);

    private string? IdFor(LogLevel level) => _logger.IsEnabled(level) ? ShownId : null;

    private ValueTask EnterAsync(UploadStep step, long sent, CancellationToken cancellationToken)
    {
        _step = step;
        return progress is null ? default : ProgressCallback.ReportAsync(
            progress, new UploadProgress { Step = step, BytesSent = sent, TotalBytes = content.Length, Attempt = 1 }, cancellationToken);
    }
}
