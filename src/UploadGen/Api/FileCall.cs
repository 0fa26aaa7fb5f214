namespace UploadGen.Core;

/// <summary>A call that takes a file to the API. When it fails, it says whether the API may have the file.</summary>
internal sealed class FileCall(ApiRequest request, Retrying retrying, TransferLimits? limits, KnownSecrets secrets)
{
    private bool _mayBeThere;

    /// <summary>Runs the attempts.</summary>
    /// <exception cref="UploadGenException">The call failed; the file's state is told.</exception>
    /// <exception cref="UploadCanceledException">The caller canceled.</exception>
    public async Task<T> RunAsync<T>(Func<int, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await retrying.RunAsync(
                request.OperationId, request.MayRepeat, (number, token) => TryAsync(attempt, number, token), cancellationToken).ConfigureAwait(false);
        }
        catch (UploadGenException failure)
        {
            failure.Step = UploadStep.Put;
            failure.IsStored = IsStored;
            throw;
        }
        catch (OperationCanceledException cause) when (cancellationToken.IsCancellationRequested)
        {
            throw new UploadCanceledException(
                $"{request.OperationId}: the upload was canceled by its caller. {Outlook}", UploadStep.Put, request.OperationId,
                SafeCause.Of(cause, secrets), cancellationToken)
            {
                IsStored = IsStored,
            };
        }
        // The credential or the content may fail when an earlier attempt has brought the file there.
        catch (Exception cause) when (cause is HttpRequestException or TimeoutException || _mayBeThere)
        {
            throw Lost(cause);
        }
    }

    private bool? IsStored => _mayBeThere ? null : false;

    private string Outlook => _mayBeThere
        ? "Whether the API got the whole file isn't known: ask the API before you upload it again."
        : "The API didn't get the whole file.";

    private async Task<T> TryAsync<T>(Func<int, CancellationToken, Task<T>> attempt, int number, CancellationToken cancellationToken)
    {
        using var turn = limits is null ? default : await limits.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await attempt(number, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // Even where this attempt brought nothing, an earlier one may have.
            _mayBeThere = failure is not UploadException { StoredDigest: not null } && (_mayBeThere || (request.IsHandedOver && !IsRefusal(failure)));
            throw;
        }
    }

    /// <summary>Whether the API said that it doesn't take the file. A conflict may be with an earlier attempt, or with one that a proxy repeated.</summary>
    private static bool IsRefusal(Exception failure)
        => failure is RequestValidationException or ApiException { StatusCode: >= 300 and < 500 and not (408 or 409) };

    private UploadException Lost(Exception cause) => new(
        $"{SafeCause.Message(cause, secrets)} {Outlook}", UploadStep.Put, request.OperationId, SafeCause.Of(cause, secrets))
    {
        IsTransient = RequestSafety.IsTransient(cause),
        IsStored = IsStored,
        Attempts = Retrying.AttemptsOf(cause),
    };
}
