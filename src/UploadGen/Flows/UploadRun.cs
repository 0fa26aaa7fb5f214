using Microsoft.Extensions.Logging;

namespace UploadGen.Core;

/// <summary>One upload in steps: knows how far it is, and says so when it fails.</summary>
internal sealed class UploadRun<TSession, TResult>(UploadFlow<TSession, TResult> flow, UploadContent content, IProgress<UploadProgress>? progress, ILogger logger)
    where TSession : class
{
    /// <summary>Giving up is a courtesy: it must not keep the caller.</summary>
    private static readonly TimeSpan AbortTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A URL that ends sooner than this is as good as ended: the request has to get there.</summary>
    private static readonly TimeSpan ExpiryMargin = TimeSpan.FromSeconds(5);

    private TSession? _session;
    private UploadStep _step = UploadStep.Create;
    private bool? _isStored = false;
    private bool _isResumed;

    /// <summary>Told how far the upload is, so that another run can go on; <see langword="null"/> without a journal.</summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>Whether a cancellation lets a confirmation come to its end, for a while: otherwise nobody could tell whether the API has the file.</summary>
    public bool EndsConfirmation { get; init; }

    /// <summary>The step it is in.</summary>
    public UploadStep Step => _step;

    /// <summary>What the API calls the upload, once it has opened one.</summary>
    public string? UploadId => _session is null ? null : flow.Id?.Invoke(_session);

    public async Task<TResult> RunAsync(CancellationToken cancellationToken)
    {
        // A file that can't be read must not leave an upload open with the API.
        if (content.CanReplay)
        {
            new ContentReader(content).Dispose();
        }

        return await GuardAsync(RunStepsAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Goes on where an earlier run ended: the file is in storage, and may be confirmed already.</summary>
    public Task<TResult> ResumeAsync(TSession session, CancellationToken cancellationToken)
    {
        _session = session;
        _isStored = _isResumed = true;
        return GuardAsync(ConfirmAsync(session, cancellationToken));
    }

    private async Task<TResult> GuardAsync(Task<TResult> steps)
    {
        try
        {
            return await steps.ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await EndAsync(failure).ConfigureAwait(false);
            var isLost = failure is HttpRequestException or TimeoutException;
            if (isLost || (EndsConfirmation && _step == UploadStep.Confirm && failure is OperationCanceledException))
            {
                throw NotReached(failure);
            }

            throw;
        }
    }

    private async Task<TResult> RunStepsAsync(CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
        session = await PutAsync(session, cancellationToken).ConfigureAwait(false);
        _isStored = true;
        logger.Stored(flow.Name, UploadId);
        // Where nothing is confirmed, the upload is complete.
        if (EndsConfirmation && flow.IsConfirmed)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        Entry?.Stored(session, flow.SessionJson);
        return await ConfirmAsync(session, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TResult> ConfirmAsync(TSession session, CancellationToken cancellationToken)
    {
        if (flow.IsConfirmed)
        {
            Enter(UploadStep.Confirm, content.Length);
        }

        using var patience = new CancellationTokenSource();
        using var canceled = EndsConfirmation ? cancellationToken.Register(() => patience.CancelAfter(AbortTimeout)) : default;
        var result = await flow.Confirm(session, content, EndsConfirmation ? patience.Token : cancellationToken).ConfigureAwait(false);
        if (flow.RecordedSize?.Invoke(result) is { } recorded && recorded != content.Length)
        {
            throw OtherSize(recorded);
        }

        logger.Uploaded(flow.Name, content.FileName, UploadId);
        return result;
    }

    private async Task<TSession> OpenAsync(CancellationToken cancellationToken)
    {
        Enter(UploadStep.Create, 0);
        logger.Opening(flow.Name, content.FileName, content.Length, content.MediaType);
        try
        {
            return _session = await flow.Create(content, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestValidationException refusal) when (flow.Announced is not null)
        {
            throw flow.Announced.Explain(refusal, content);
        }
    }

    /// <summary>Sends the file; once to a new URL where the first has ended.</summary>
    private async Task<TSession> PutAsync(TSession session, CancellationToken cancellationToken)
    {
        if (IsEnded(session))
        {
            session = await ReopenAsync(session, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            try
            {
                await SendAsync(session, cancellationToken).ConfigureAwait(false);
                return session;
            }
            catch (UploadException failure) when (failure.IsUrlExpired && content.CanReplay)
            {
                // An attempt before may have left the file there.
                _isStored = failure.IsStored;
                session = await ReopenAsync(session, cancellationToken).ConfigureAwait(false);
            }
        }

        await SendAsync(session, cancellationToken).ConfigureAwait(false);
        return session;
    }

    private Task SendAsync(TSession session, CancellationToken cancellationToken)
    {
        _step = UploadStep.Put;
        logger.Sending(flow.Name, UploadId, Redaction.Url(flow.Url(session)));
        return flow.Put(session, content, progress, cancellationToken);
    }

    private async Task<TSession> ReopenAsync(TSession ended, CancellationToken cancellationToken)
    {
        logger.Expired(flow.Name, UploadId);
        await TryAbortAsync(ended).ConfigureAwait(false);
        _session = null;
        return await OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asked before the first byte only, and once: this machine's clock may be wrong, and storage has the last word.</summary>
    private bool IsEnded(TSession session)
        => Uri.TryCreate(flow.Url(session), UriKind.Absolute, out var url) && SignedUrlExpiry.Read(url) <= DateTimeOffset.UtcNow + ExpiryMargin;

    /// <summary>Gives the upload up, unless it may have been confirmed, and tells how it stands.</summary>
    private async Task EndAsync(Exception failure)
    {
        if (failure is OperationCanceledException)
        {
            logger.Canceled(flow.Name, content.FileName, _step);
        }
        else
        {
            logger.Failed(failure, flow.Name, content.FileName, _step);
        }
        // A refusal of the second confirmation tells nothing of the first.
        var mayBeConfirmed = _step == UploadStep.Confirm && (_isResumed || !IsRefusal(failure));
        if (_isStored == true && !mayBeConfirmed)
        {
            Entry?.Forget();
        }

        var aftermath = Aftermath(failure, mayBeConfirmed);
        if (_session is not null && !mayBeConfirmed && flow.Abort is not null)
        {
            aftermath += await TryAbortAsync(_session).ConfigureAwait(false)
                ? " The upload was given up with the API."
                : " The upload couldn't be given up with the API; it stays open until the API drops it.";
        }

        if (failure is not UploadGenException told)
        {
            return;
        }

        told.Step ??= _step;
        told.UploadId ??= UploadId;
        if (_step != UploadStep.Put)
        {
            told.IsStored = _isStored;
        }

        if (aftermath.Length > 0)
        {
            told.Add(aftermath.Trim());
        }
    }

    /// <summary>
    /// Whether the API told that it does nothing, or wasn't asked. That an upload is gone or in another state may be for the very reason that it is confirmed:
    /// by an earlier attempt, or one that a handler or proxy repeated.
    /// </summary>
    private static bool IsRefusal(Exception failure)
        => failure is RequestValidationException or ApiException { StatusCode: >= 400 and < 500 and not (404 or 409 or 410 or 412), IsTransient: false, Attempts: 1 };

    private string Aftermath(Exception failure, bool mayBeConfirmed)
    {
        if (_step != UploadStep.Confirm || failure is UploadException)
        {
            return "";
        }

        var id = UploadId is { } text ? $" (upload {text})" : "";
        return mayBeConfirmed
            ? $"The file is in storage{id}; whether the API has confirmed it isn't known: ask the API before you upload it again{Again}."
            : $"The file is in storage{id}, but the API didn't confirm it.";
    }

    private string Again => _isResumed ? " (UploadJournal.Forget lets the next run do so)" : "";

    private async Task<bool> TryAbortAsync(TSession session)
    {
        if (flow.Abort is null)
        {
            return false;
        }

        using var timeout = new CancellationTokenSource(AbortTimeout);
        try
        {
            await flow.Abort(session, timeout.Token).ConfigureAwait(false);
            logger.Aborted(flow.Name, flow.Id?.Invoke(session));
            return true;
        }
        catch (Exception failure) when (failure is UploadGenException or HttpRequestException or TimeoutException or OperationCanceledException or IOException)
        {
            // The failure that led here is the one to be thrown.
            logger.NotAborted(failure, flow.Name, flow.Id?.Invoke(session));
            return false;
        }
    }

    private UploadException NotReached(Exception cause)
    {
        var isConfirm = _step == UploadStep.Confirm;
        return new UploadException(
            isConfirm
                ? $"{cause.Message} {Aftermath(cause, mayBeConfirmed: true)}"
                : $"{cause.Message} No upload was opened, or nothing is known of it; the file wasn't sent. Upload it again.",
            _step, flow.OperationId, cause)
        {
            IsTransient = RequestSafety.IsTransient(cause),
            IsStored = _isStored,
            Attempts = Retrying.AttemptsOf(cause),
            UploadId = UploadId,
        };
    }

    private UploadException OtherSize(long recorded)
    {
        // The next run is to upload it again.
        Entry?.Forget();
        return new UploadException(
            FormattableString.Invariant($"{flow.OperationId}: {content.Length} bytes were sent, but the API recorded {recorded}. ")
            + "What it holds isn't the file: delete it there and upload again.",
            UploadStep.Confirm, flow.OperationId)
        {
            IsStored = true,
            UploadId = UploadId,
        };
    }

    private void Enter(UploadStep step, long sent)
    {
        _step = step;
        progress?.Report(new UploadProgress { Step = step, BytesSent = sent, TotalBytes = content.Length, Attempt = 1 });
    }
}
