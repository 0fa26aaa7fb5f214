namespace UploadGen.Tests;

/// <summary>Keeps reports in the order they were made.</summary>
internal sealed class ProgressLog : IProgress<UploadProgress>
{
    private readonly List<UploadProgress> _reports = [];

    public IReadOnlyList<UploadProgress> Reports => _reports;

    public void Report(UploadProgress value) => _reports.Add(value);
}
