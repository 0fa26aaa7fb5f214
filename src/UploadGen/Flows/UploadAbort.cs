using Microsoft.Extensions.Logging;

namespace UploadGen.Core;

/// <summary>Gives an upload up with the API: after a failure, or where another is opened in its place.</summary>
internal static class UploadAbort
{
    /// <summary>How long the caller is kept meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Whether the API has taken it.</returns>
    public static async Task<bool> TryAsync(
        Func<CancellationToken, Task> abort, string flow, string? shownId, ILogger logger, KnownSecrets secrets, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var canceled = cancellationToken.Register(() => timeout.CancelAfter(UploadCanceledException.Patience));
        try
        {
            await abort(timeout.Token).ConfigureAwait(false);
            logger.Aborted(flow, shownId);
            return true;
        }
        catch (Exception failure)
        {
            // What led here is what counts.
            logger.NotAborted(SafeCause.Of(failure, secrets), flow, shownId);
            return false;
        }
    }
}
