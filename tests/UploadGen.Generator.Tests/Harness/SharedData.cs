namespace UploadGen.Generator.Tests.Harness;

/// <summary>
/// Data that lies beside the repository and not in it: real vendors' documents. A newcomer's clone hasn't got it, so the tests
/// that read it are skipped there, with this reason; in CI they fail instead.
/// </summary>
internal static class SharedData
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>A real vendor's document.</summary>
    public static string Corpus(string name)
    {
        var path = Path.Combine(Root, "corpus", name);
        if (!File.Exists(path))
        {
            var reason = $"{name} isn't there: the corpus of real documents lies in 'shared/corpus' beside the repository.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        return path;
    }
}
