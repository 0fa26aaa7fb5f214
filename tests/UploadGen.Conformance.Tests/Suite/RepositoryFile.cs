using System.Runtime.CompilerServices;

namespace UploadGen.Conformance.Tests.Suite;

/// <summary>Files of the repository that tests hold to what is so.</summary>
internal static class RepositoryFile
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Source())!, "..", "..", ".."));

    /// <summary>Compares a file with what it should say; with UPLOADGEN_ACCEPT=1 in the environment, writes it.</summary>
    public static void Hold(string name, string expected)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPLOADGEN_ACCEPT") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }

    private static string Source([CallerFilePath] string path = "") => path;
}
