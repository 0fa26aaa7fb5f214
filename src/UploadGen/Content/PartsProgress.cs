namespace UploadGen.Core;

/// <summary>Adds up the bytes sent of a file's parts. While a part is sent again, the sum that is reported stands still.</summary>
internal sealed class PartsProgress(IProgress<UploadProgress> progress, long totalBytes, long sentBefore)
{
    private readonly object _gate = new();
    private readonly ProgressReporter _whole = new(progress, totalBytes, attempt: 1);
    private long _sent = sentBefore;

    /// <summary>Takes the reports of one part.</summary>
    public IProgress<UploadProgress> BeginPart() => new Part(this);

    private void Add(long bytes)
    {
        lock (_gate)
        {
            _sent += bytes;
            _whole.Report(_sent);
        }
    }

    private sealed class Part(PartsProgress whole) : IProgress<UploadProgress>
    {
        private long _sent;

        public void Report(UploadProgress value)
        {
            if (value.Step != UploadStep.Put)
            {
                return;
            }

            whole.Add(value.BytesSent - _sent);
            _sent = value.BytesSent;
        }
    }
}
