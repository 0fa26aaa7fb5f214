namespace UploadGen.Core;

/// <summary>Reports to the caller, whose callback may block.</summary>
internal static class ProgressCallback
{
    /// <summary>Reports, and waits until the callback has returned, so that reports keep their order. A cancellation ends the wait.</summary>
    /// <param name="progress">The caller's. One that is known not to block is called on this thread.</param>
    /// <param name="value">The report.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static ValueTask ReportAsync(IProgress<UploadProgress> progress, UploadProgress value, CancellationToken cancellationToken)
    {
        if (progress is FileTally || progress.GetType() == typeof(Progress<UploadProgress>))
        {
            progress.Report(value);
            return default;
        }

        return new ValueTask(CallAsync(progress, value, cancellationToken));
    }

    private static Task<bool> CallAsync(IProgress<UploadProgress> progress, UploadProgress value, CancellationToken cancellationToken)
        => CallerCode.RunAsync(
            () =>
            {
                progress.Report(value);
                return Task.FromResult(true);
            },
            cancellationToken);
}
