namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Where an upload was when it told of its bytes for the first time.</summary>
internal sealed class FirstReport : IProgress<UploadProgress>
{
    public long BytesSent { get; private set; } = -1;

    public void Report(UploadProgress value) => BytesSent = BytesSent < 0 ? value.BytesSent : BytesSent;
}
