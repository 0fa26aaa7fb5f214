namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Takes each report at once, on the thread that makes it.</summary>
internal sealed class Observer(Action<UploadProgress> report) : IProgress<UploadProgress>
{
    public void Report(UploadProgress value) => report(value);
}
