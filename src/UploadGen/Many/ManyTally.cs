using System.Diagnostics;

namespace UploadGen.Core;

/// <summary>
/// Counts files and bytes of a run, and reports them: one report at a time, in order. A callback that doesn't return holds no file when all is canceled.
/// </summary>
internal sealed class ManyTally(IProgress<UploadManyProgress>? progress, IReadOnlyCollection<UploadContent>? all)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(50);

    private readonly object _lock = new();
    private UploadManyProgress _now = new() { TotalFiles = all?.Count, TotalBytes = all?.Sum(content => content?.Length) };
    private long _reported;
    private Task<bool> _last = Task.FromResult(true);
    private bool _isLeft;

    /// <summary>Counts bytes of some file that were sent.</summary>
    public void Add(long bytes)
    {
        lock (_lock)
        {
            _now = _now with { BytesSent = _now.BytesSent + bytes };
            if (progress is not null && _last.IsCompletedSuccessfully && Stopwatch.GetElapsedTime(_reported) >= BetweenReports)
            {
                ReportNext(progress);
            }
        }
    }

    /// <summary>Counts a file whose upload has ended.</summary>
    /// <param name="status">How it has ended.</param>
    /// <param name="cancellationToken">Ends the wait for the callback.</param>
    public async ValueTask EndAsync(UploadStatus status, CancellationToken cancellationToken)
    {
        Task<bool> told;
        lock (_lock)
        {
            _now = status switch
            {
                UploadStatus.Uploaded or UploadStatus.AlreadyUploaded => _now with { FilesUploaded = _now.FilesUploaded + 1 },
                UploadStatus.Failed => _now with { FilesFailed = _now.FilesFailed + 1 },
                _ => _now with { FilesCanceled = _now.FilesCanceled + 1 },
            };
            if (progress is null || _isLeft)
            {
                return;
            }

            told = ReportNext(progress);
        }

        try
        {
            await CallerCode.EndAsync(told, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!told.IsCompleted)
        {
            // It isn't waited for a second time.
            _isLeft = true;
        }
    }

    private Task<bool> ReportNext(IProgress<UploadManyProgress> callback)
    {
        _reported = Stopwatch.GetTimestamp();
        return _last = ReportAfterAsync(_last, callback, _now);
    }

    /// <summary>After a callback that failed, none is made: the run ends by that.</summary>
    private static async Task<bool> ReportAfterAsync(Task last, IProgress<UploadManyProgress> callback, UploadManyProgress now)
    {
        await last.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        callback.Report(now);
        return true;
    }
}
