namespace UploadGen.Core;

/// <content>What becomes of an upload when a step fails, and what its exception says.</content>
internal sealed partial class UploadRun<TSession, TResult>
{
    /// <summary>Gives the upload up with the API, unless it may have been or may yet be confirmed.</summary>
    /// <returns>The exception to throw: the failure itself, or one in its place that says how the upload stands.</returns>
    private async Task<Exception> EndAsync(Exception failure, CancellationToken cancellationToken)
    {
        if (failure is OperationCanceledException)
        {
            _logger.Canceled(flow.Name, content.FileName, _step);
        }
        else
        {
            _logger.Failed(SafeCause.Of(failure, _secrets), flow.Name, content.FileName, _step);
        }

        // A refusal of the second confirmation says nothing of the first.
        var isOver = _step != UploadStep.Confirm || (!kept.MayBeConfirmed && IsRefusal(failure));
        var staysOpen = kept.IsKept && (kept.IsHanded || _step != UploadStep.Confirm || !isOver);
        if (_isStored == true && isOver && !staysOpen && failure is not UploadException { IsStored: true })
        {
            await kept.DropAsync().ConfigureAwait(false);
        }

        var told = Told(failure, cancellationToken);
        var aftermath = Aftermath(failure, isOver);
        aftermath += staysOpen ? HowToGoOn(told) : isOver && !MayBeComplete(told) ? await GiveUpAsync(cancellationToken).ConfigureAwait(false) : "";
        Complete(told, aftermath.Trim());
        return told;
    }

    /// <summary>Where nothing is confirmed, an upload that storage may have whole may be complete.</summary>
    private bool MayBeComplete(Exception told)
        => !flow.IsToldAfterwards && _step == UploadStep.Put
            && told is UploadException { IsStored: not false } or UploadCanceledException { IsStored: not false };

    private string HowToGoOn(Exception told)
        => told is UploadException { IsGone: true } or UploadException { IsUrlExpired: true } && MayBeComplete(told)
            ? $" The last of the file may have got there before: ask the API whether it has it before you upload it again ({kept.HowToBeginAnew})."
            : $" {(_isStored == true ? "All of the file is there" : "The upload stays open with the API")}: {kept.HowToGoOn}, or give it up with the API.";

    /// <returns>What became of that.</returns>
    private async Task<string> GiveUpAsync(CancellationToken cancellationToken)
        => _session is null || flow.Abort is null ? ""
            : await TryAbortAsync(_session, cancellationToken).ConfigureAwait(false) ? " The upload was given up with the API."
            : " The upload couldn't be given up with the API; it stays open until the API drops it.";

    /// <summary>
    /// The exception that can tell how the upload stands. A failure of the caller's own, such as of its credential, is one only where there is more to tell
    /// than that nothing was done.
    /// </summary>
    private Exception Told(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        UploadGenException or UploadCanceledException => failure,
        HttpRequestException or TimeoutException => NotReached(failure),
        OperationCanceledException when cancellationToken.IsCancellationRequested => Canceled(failure, cancellationToken),
        _ when _isStored != false || (flow.Url is null && _step == UploadStep.Put) => NotReached(failure),
        _ => failure,
    };

    private void Complete(Exception told, string aftermath)
    {
        if (told is UploadCanceledException canceled)
        {
            canceled.UploadId ??= UploadId;
            canceled.IsStored = Known(canceled.IsStored);
            canceled.Add(aftermath);
        }

        if (told is not UploadGenException failed)
        {
            return;
        }

        failed.Step ??= _step;
        failed.UploadId ??= UploadId;
        if (_step != UploadStep.Put)
        {
            failed.IsStored = _isStored;
        }
        else if (flow.Url is null && failed is not UploadException)
        {
            failed.IsStored = IsRefusal(failed) ? false : null;
        }

        failed.IsStored = Known(failed.IsStored);
        failed.Add(aftermath);
    }

    /// <summary>What is known of a file of which this run has stored nothing: an earlier one may have, whose answer was lost.</summary>
    private bool? Known(bool? isStored) => isStored == false && _step == UploadStep.Put && kept.IsResumed && !flow.IsInParts ? null : isStored;

    /// <summary>
    /// Whether the upload is certainly not confirmed: the API refused to, or wasn't asked. An answer that the upload is gone or in another state is no such
    /// refusal: an earlier attempt may have confirmed it, or one that a handler or proxy repeated.
    /// </summary>
    private static bool IsRefusal(Exception failure)
        => failure is RequestValidationException
            or ApiException { StatusCode: >= 400 and < 500 and not (404 or 409 or 410 or 412), IsTransient: false, Attempts: 1 };

    /// <param name="failure">What went wrong.</param>
    /// <param name="isOver">Whether the upload can't have been confirmed and isn't to be.</param>
    private string Aftermath(Exception failure, bool isOver)
    {
        if (_step != UploadStep.Confirm || failure is UploadException)
        {
            return "";
        }

        var id = ShownId is { } text ? $" (upload {text})" : "";
        return isOver ? $"The file is in storage{id}, but the API didn't confirm it."
            : RequestSafety.IsUnsent(failure) && !kept.MayBeConfirmed
                ? $"The file is in storage{id}, and the API wasn't told: the upload may still be confirmed."
            : $"The file is in storage{id}; whether the API has confirmed it isn't known: ask the API before you upload it again{Again}.";
    }

    private string Again => kept.MayBeConfirmed ? $" ({kept.HowToBeginAnew})" : "";

    private Task<bool> TryAbortAsync(TSession session, CancellationToken cancellationToken)
        => flow.Abort is not { } abort ? Task.FromResult(false)
            : UploadAbort.TryAsync(
                token => abort(session, token), flow.Name, Redaction.Id(flow.Id?.Invoke(session), _secrets), _logger, _secrets, cancellationToken);

    private UploadCanceledException Canceled(Exception cause, CancellationToken cancellationToken)
        => new($"{flow.OperationId}: the upload was canceled by its caller.", _step, flow.OperationId, SafeCause.Of(cause, _secrets), cancellationToken)
        {
            IsStored = IsStoredNow,
        };

    private UploadException NotReached(Exception cause) => new(
        $"{SafeCause.Message(cause, _secrets)}{Outlook}", _step, flow.OperationId, SafeCause.Of(cause, _secrets))
    {
        IsTransient = RequestSafety.IsTransient(cause),
        IsStored = IsStoredNow,
        Attempts = Retrying.AttemptsOf(cause),
    };

    /// <summary>While it is sent, nobody knows.</summary>
    private bool? IsStoredNow => _step == UploadStep.Put && _isStored != true ? null : _isStored;

    /// <summary>How an upload stands that ended before the file was in storage.</summary>
    private string Outlook => _step switch
    {
        UploadStep.Confirm => "",
        UploadStep.Put when _isStored == true => " The file is in storage, but the API wasn't told.",
        UploadStep.Put when flow.IsToldAfterwards => " Whether the API got the whole file isn't known; it wasn't confirmed. Upload it again.",
        UploadStep.Put => " Whether the API got the whole file isn't known: ask the API before you upload it again.",
        _ when _isReopened => " It was to be opened again, with a new URL.",
        _ => " No upload was opened, or nothing is known of it; the file wasn't sent. Upload it again.",
    };

    private async Task<UploadException> OtherSizeAsync(long recorded)
    {
        // Storage may have lost bytes, or the API may count otherwise.
        _isStored = null;
        // The next run is to upload the file again.
        await kept.DropAsync().ConfigureAwait(false);
        return new UploadException(
            FormattableString.Invariant($"{flow.OperationId}: {content.Length} bytes were sent, but the API recorded {recorded}. ")
            + "So it isn't known whether storage holds the file. Look at what the API has; if it isn't the file, delete it there and upload again.",
            UploadStep.Confirm, flow.OperationId);
    }
}
