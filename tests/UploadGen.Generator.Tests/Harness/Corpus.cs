namespace UploadGen.Generator.Tests.Harness;

/// <summary>Real vendors' documents, which lie beside the repository and not in it.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpus"));

    /// <summary>The text of a document. The test is skipped where there are none; in CI they must be there.</summary>
    public static InMemoryText Read(string name)
    {
        var path = Path.Combine(Folder, name + ".json");
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{path} isn't there: the corpus of real documents lies beside the repository, not in it.");
        }

        return InMemoryText.FromFile(path);
    }
}
