namespace UploadGen.Tests;

/// <summary>A file that is gone after the test.</summary>
internal sealed class TestFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("uploadgen-").FullName;

    public TestFile(byte[] bytes, string name = "bottle.webp")
    {
        FilePath = Path.Combine(_folder, name);
        File.WriteAllBytes(FilePath, bytes);
    }

    public string FilePath { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
