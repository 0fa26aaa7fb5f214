namespace UploadGen.Generator.Tests.Harness;

/// <summary>
/// Data that lies beside the repository and not in it: real vendors' documents. A newcomer's clone hasn't got it, so the tests
/// that read it are skipped there, with this reason; in CI they fail instead.
/// </summary>
internal static class SharedData
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpus"));

    /// <summary>The names of the real vendors' documents that are there.</summary>
    public static IEnumerable<string> Documents
        => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal) : [];

    /// <summary>A real vendor's document.</summary>
    /// <param name="name">Its file name.</param>
    public static string Corpus(string name)
    {
        var path = Path.Combine(Folder, name);
        if (!File.Exists(path))
        {
            var reason = $"{name} isn't there: the corpus of real documents lies in 'shared/corpus' beside the repository.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        return path;
    }
}
