using UploadGen;

namespace Quickstart;

/// <summary>A temporary file that is one byte too large. Nothing is written to it: on most disks it takes no room.</summary>
internal sealed class OversizedFile : IDisposable
{
    private readonly FileStream _file;

    public OversizedFile(long limit)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.DeleteOnClose);
        _file.SetLength(limit + 1);
        Content = UploadContent.FromFile(path, fileName: "too-large.png");
    }

    public UploadContent Content { get; }

    public void Dispose() => _file.Dispose();
}
