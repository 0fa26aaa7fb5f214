using System.Diagnostics;

namespace UploadGen.Core;

/// <summary>Counts files and bytes of a run, and reports them: one report at a time, in order.</summary>
internal sealed class ManyTally(IProgress<UploadManyProgress>? progress, IReadOnlyCollection<UploadContent>? all)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(50);

    private readonly object _lock = new();
    private UploadManyProgress _now = new() { TotalFiles = all?.Count, TotalBytes = all?.Sum(content => content?.Length) };
    private long _reported;

    /// <summary>Counts bytes of some file that were sent.</summary>
    public void Add(long bytes)
    {
        lock (_lock)
        {
            _now = _now with { BytesSent = _now.BytesSent + bytes };
            if (Stopwatch.GetElapsedTime(_reported) >= BetweenReports)
            {
                Report();
            }
        }
    }

    /// <summary>Counts a file whose upload has ended.</summary>
    public void End(UploadStatus status)
    {
        lock (_lock)
        {
            _now = status switch
            {
                UploadStatus.Uploaded or UploadStatus.AlreadyUploaded => _now with { FilesUploaded = _now.FilesUploaded + 1 },
                UploadStatus.Failed => _now with { FilesFailed = _now.FilesFailed + 1 },
                _ => _now with { FilesCanceled = _now.FilesCanceled + 1 },
            };
            Report();
        }
    }

    private void Report()
    {
        _reported = Stopwatch.GetTimestamp();
        progress?.Report(_now);
    }
}
