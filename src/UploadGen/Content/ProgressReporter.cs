namespace UploadGen.Core;

/// <summary>Reports how many bytes an attempt has sent: at most 20 times a second, never fewer than before, and always when all are sent.</summary>
internal sealed class ProgressReporter(IProgress<UploadProgress> progress, long totalBytes, int attempt)
{
    private const int MillisecondsBetweenReports = 50;

    private long _reported = -1;
    private long _lastReport = Environment.TickCount64 - MillisecondsBetweenReports;

    /// <summary>Bytes that storage has had before those that are reported.</summary>
    public long Before { get; set; }

    public void Report(long bytesSent)
    {
        bytesSent += Before;
        var now = Environment.TickCount64;
        var complete = bytesSent == totalBytes;
        if (bytesSent <= _reported || (!complete && now - _lastReport < MillisecondsBetweenReports))
        {
            return;
        }

        _reported = bytesSent;
        _lastReport = now;
        progress.Report(new UploadProgress { Step = UploadStep.Put, BytesSent = bytesSent, TotalBytes = totalBytes, Attempt = attempt });
    }
}
