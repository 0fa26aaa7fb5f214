using System.Security.Cryptography;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>A file of random bytes that is gone after the test.</summary>
internal sealed class SampleFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-e2e-");

    public SampleFile(int length, string name = "perfume bottle.webp")
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        Path = System.IO.Path.Combine(_folder.FullName, name);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    /// <summary>Hash of the bytes it was made with.</summary>
    public string Sha256 { get; }

    public UploadContent Content() => UploadContent.FromFile(Path);

    public void Dispose() => _folder.Delete(recursive: true);
}
