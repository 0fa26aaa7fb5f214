namespace UploadGen.Core;

/// <content>What becomes of an upload when a step fails, and what its exception says.</content>
internal sealed partial class UploadRun<TSession, TResult>
{
    /// <summary>How long the caller is kept after a failure, while the upload is given up with the API.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How long it is kept after a cancellation, while that is done, or while a confirmation comes to its end.</summary>
    private static readonly TimeSpan PatienceOfCancellation = TimeSpan.FromSeconds(0.8);

    /// <summary>Gives the upload up with the API, unless it may have been confirmed, and adds to the exception how the upload stands.</summary>
    private async Task EndAsync(Exception failure, CancellationToken cancellationToken)
    {
        if (failure is OperationCanceledException)
        {
            logger.Canceled(flow.Name, content.FileName, _step);
        }
        else
        {
            logger.Failed(SafeCause.Of(failure, secrets), flow.Name, content.FileName, _step);
        }

        // A refusal of the second confirmation says nothing of the first.
        var mayBeConfirmed = _step == UploadStep.Confirm && (_isResumed || flow.MayBeConfirmed?.Invoke() == true || !IsRefusal(failure));
        if (_isStored == true && !mayBeConfirmed && Claim is not null)
        {
            await Claim.TryForgetAsync().ConfigureAwait(false);
        }

        var aftermath = Aftermath(failure, mayBeConfirmed);
        if (_session is not null && !mayBeConfirmed && flow.Abort is not null)
        {
            aftermath += await TryAbortAsync(_session, cancellationToken).ConfigureAwait(false)
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
        else if (flow.Url is null)
        {
            told.IsStored = IsRefusal(failure) ? false : null;
        }

        if (aftermath.Length > 0)
        {
            told.Add(aftermath.Trim());
        }
    }

    /// <summary>
    /// Whether the upload is certainly not confirmed: the API refused to, or wasn't asked. An answer that the upload is gone or in another state is no such
    /// refusal: an earlier attempt may have confirmed it, or one that a handler or proxy repeated.
    /// </summary>
    private static bool IsRefusal(Exception failure)
        => failure is RequestValidationException
            or ApiException { StatusCode: >= 400 and < 500 and not (404 or 409 or 410 or 412), IsTransient: false, Attempts: 1 };

    private string Aftermath(Exception failure, bool mayBeConfirmed)
    {
        if (_step != UploadStep.Confirm || failure is UploadException)
        {
            return "";
        }

        var id = ShownId is { } text ? $" (upload {text})" : "";
        return mayBeConfirmed
            ? $"The file is in storage{id}; whether the API has confirmed it isn't known: ask the API before you upload it again{Again}."
            : $"The file is in storage{id}, but the API didn't confirm it.";
    }

    private string Again => _isResumed ? " (UploadJournal.ForgetAsync lets the next run do so)" : "";

    private async Task<bool> TryAbortAsync(TSession session, CancellationToken cancellationToken)
    {
        if (flow.Abort is null)
        {
            return false;
        }

        using var timeout = new CancellationTokenSource(Patience);
        using var canceled = cancellationToken.Register(() => timeout.CancelAfter(PatienceOfCancellation));
        try
        {
            await flow.Abort(session, timeout.Token).ConfigureAwait(false);
            logger.Aborted(flow.Name, Redaction.Id(flow.Id?.Invoke(session), secrets));
            return true;
        }
        catch (Exception failure) when (failure is UploadGenException or HttpRequestException or TimeoutException or OperationCanceledException or IOException)
        {
            // The failure that led here is the one to be thrown.
            logger.NotAborted(SafeCause.Of(failure, secrets), flow.Name, Redaction.Id(flow.Id?.Invoke(session), secrets));
            return false;
        }
    }

    private UploadException NotReached(Exception cause) => new(
        $"{SafeCause.Message(cause, secrets)} {Outlook(cause)}", _step, flow.OperationId, SafeCause.Of(cause, secrets))
    {
        IsTransient = RequestSafety.IsTransient(cause),
        IsStored = _step == UploadStep.Put ? null : _isStored,
        Attempts = Retrying.AttemptsOf(cause),
        UploadId = UploadId,
    };

    /// <summary>How the upload stands after a request that got no answer.</summary>
    private string Outlook(Exception cause) => _step switch
    {
        UploadStep.Confirm => Aftermath(cause, mayBeConfirmed: true),
        UploadStep.Put when flow.IsConfirmed => "Whether the API got the whole file isn't known; it wasn't confirmed. Upload it again.",
        UploadStep.Put => "Whether the API got the whole file isn't known: ask the API before you upload it again.",
        _ => "No upload was opened, or nothing is known of it; the file wasn't sent. Upload it again.",
    };

    private async Task<UploadException> OtherSizeAsync(long recorded)
    {
        // The next run is to upload the file again.
        if (Claim is not null)
        {
            await Claim.TryForgetAsync().ConfigureAwait(false);
        }

        return new UploadException(
            FormattableString.Invariant($"{flow.OperationId}: {content.Length} bytes were sent, but the API recorded {recorded}. ")
            + "What it holds isn't the file: delete it there and upload again.",
            UploadStep.Confirm, flow.OperationId)
        {
            IsStored = true,
            UploadId = UploadId,
        };
    }
}
