using Microsoft.Extensions.Logging;

namespace UploadGen.Core;

/// <content>When an upload is opened anew: its URL has expired, or the server has dropped it.</content>
internal sealed partial class UploadRun<TSession, TResult>
{
    /// <summary>A URL that expires sooner than this counts as expired: it would expire before the request gets there.</summary>
    private static readonly TimeSpan ExpiryMargin = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether what was sent, be it by an earlier run, may have completed the upload, as nothing confirms it: another one would have the file a second time.
    /// </summary>
    private bool MayHaveCompleted(UploadException failure)
        => flow.Continues && !flow.IsToldAfterwards && (kept.IsResumed ? kept.MayBeComplete : failure.IsStored != false);

    /// <summary>
    /// Whether the server has dropped the upload, so that a new one loses nothing: no answer was lost, after which the upload might be gone because it is
    /// complete. What an earlier run has opened and never told the API of, or never sent the last bytes of, can be gone for no other reason.
    /// </summary>
    private bool IsGone(UploadGenException failure) => !_isReopened && content.CanReplay && !kept.MayBeConfirmed && failure switch
    {
        UploadException { IsGone: true, IsStored: false } => true,
        ApiException { StatusCode: 404 or 410, Attempts: 1 } => _step == UploadStep.Confirm || flow.Url?.Invoke(_session!) is null,
        ApiException { StatusCode: 404 or 410 } or UploadException { StatusCode: 404 or 410 }
            => kept.IsResumed && !kept.MayBeComplete && _step == UploadStep.Put,
        _ => false,
    };

    /// <summary>Opens the upload anew. The old one is given up with the API, where that may still have it open and can't have it complete.</summary>
    private async Task<TSession> ReopenAsync(TSession old, bool isGone, bool isOpen, CancellationToken cancellationToken)
    {
        _isReopened = true;
        if (kept.IsResumed && isGone)
        {
            _logger.DroppedEarlier(flow.Name, content.FileName);
        }
        else if (isGone)
        {
            _logger.Dropped(flow.Name, IdFor(LogLevel.Warning));
        }
        else
        {
            _logger.Expired(flow.Name, IdFor(LogLevel.Warning));
        }

        // Of one that another run has opened, only a journal knows that it wasn't completed.
        if (isOpen && !(kept.IsResumed && kept.IsHanded))
        {
            await TryAbortAsync(old, cancellationToken).ConfigureAwait(false);
        }

        _session = null;
        kept.Leave();
        return await OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether the URL says that it has expired, by the API's clock or else this machine's. It is asked once only, before the first byte: either may be wrong.
    /// </summary>
    private bool IsExpired(TSession session)
        => flow.Url?.Invoke(session) is { } url
            && SignedUrlExpiry.Read(url) <= (runner.Clock.Now ?? DateTimeOffset.UtcNow) + ExpiryMargin;
}
