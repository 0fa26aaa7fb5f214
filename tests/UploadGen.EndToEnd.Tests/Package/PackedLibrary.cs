using System.Runtime.CompilerServices;

namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>The package, made once for all tests of it: by <c>dotnet pack</c>, into a feed of its own, with a version that no cache has seen.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-package-");

    public string Version { get; } = $"0.0.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>Folder with the package in it, and nothing else.</summary>
    public string Feed => Path.Combine(_folder.FullName, "feed");

    public string PackagePath => Path.Combine(Feed, $"UploadGen.{Version}.nupkg");

    internal static string RepositoryRoot { get; } = Path.GetFullPath("../../..", SourceFolder());

    public async ValueTask InitializeAsync()
        => await Dotnet.RunAsync(
            RepositoryRoot, "pack", "src/UploadGen", "-c", "Release", "-o", Feed, $"-p:Version={Version}",
            "--artifacts-path", Path.Combine(_folder.FullName, "artifacts"));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
