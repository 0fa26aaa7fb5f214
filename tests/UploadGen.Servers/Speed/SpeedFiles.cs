namespace UploadGen.Servers.Speed;

/// <summary>Files to be sent, in a folder that is deleted in the end.</summary>
public sealed class SpeedFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-speed-");

    public string Add(string name, long length)
    {
        var path = Path.Combine(_folder.FullName, name);
        var block = new byte[Math.Min(length, 1 << 20)];
        Random.Shared.NextBytes(block);
        using var file = File.Create(path);
        for (var written = 0L; written < length; written += block.Length)
        {
            file.Write(block);
        }

        return path;
    }

    /// <summary>A thousand files of 100 KiB.</summary>
    public string[] AddThousand() => [.. Enumerable.Range(0, 1000).Select(i => Add($"small{i}", 100 << 10))];

    public void Dispose() => _folder.Delete(recursive: true);
}
