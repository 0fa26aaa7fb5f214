using System.Security.Cryptography;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>Files of random bytes that are gone after the test.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-many-");
    private readonly Dictionary<string, string> _sha256 = [];

    public SampleFolder(int count, int length)
    {
        for (var i = 0; i < count; i++)
        {
            var bytes = RandomNumberGenerator.GetBytes(length);
            var name = $"picture {i:000}.png";
            File.WriteAllBytes(Path.Combine(FullName, name), bytes);
            _sha256[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }
    }

    public string FullName => _folder.FullName;

    public IEnumerable<string> Names => _sha256.Keys;

    public List<UploadContent> Contents => ContentsOf(FullName);

    public static List<UploadContent> ContentsOf(string folder)
        => [.. Directory.GetFiles(folder, "*.png").Order(StringComparer.Ordinal).Select(path => UploadContent.FromFile(path))];

    public async IAsyncEnumerable<UploadContent> ContentsOneByOneAsync()
    {
        foreach (var content in Contents)
        {
            await Task.Yield();
            yield return content;
        }
    }

    public string Sha256(string name) => _sha256[name];

    public void Dispose() => _folder.Delete(recursive: true);
}
