namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>A file on disk with a state file and a journal beside it, all of which are gone after the test.</summary>
internal sealed class KeptFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-kept-");

    public KeptFile(byte[] bytes)
    {
        Bytes = bytes;
        File.WriteAllBytes(FilePath, bytes);
    }

    public byte[] Bytes { get; }

    public string FilePath => Path.Combine(_folder.FullName, "a.png");

    public string StatePath => Path.Combine(_folder.FullName, "a.state");

    public string JournalPath => Path.Combine(_folder.FullName, "a.journal");

    public UploadContent Content => UploadContent.FromFile(FilePath);

    public UploadOptions Options => new() { StateFile = new UploadStateFile(StatePath) };

    /// <summary>What the journal holds.</summary>
    public string Journal => File.ReadAllText(JournalPath);

    public void Dispose() => _folder.Delete(recursive: true);
}
