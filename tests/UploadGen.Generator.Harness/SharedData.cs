namespace UploadGen.Generator.Harness;

/// <summary>
/// Data that lies beside the repository and not in it: real vendors' documents, JSON Schema's test suite. A newcomer's clone hasn't got it, so the tests
/// that read it are skipped there, with this reason; in CI they fail instead.
/// </summary>
public static class SharedData
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    private static readonly string Folder = Path.Combine(Root, "corpus");

    /// <summary>The names of the real vendors' documents that are there.</summary>
    public static IEnumerable<string> Documents
        => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal) : [];

    /// <summary>A real vendor's document.</summary>
    /// <param name="name">Its file name.</param>
    public static string Corpus(string name) => Existing(Path.Combine("corpus", name), "the corpus of real documents");

    /// <summary>Flow shapes that were cut from real vendors' documents.</summary>
    public static IReadOnlyList<string> Flows()
        => Directory.GetFiles(Existing("flows", "the flow shapes of real documents"), "*.json").Order(StringComparer.Ordinal).ToList();

    /// <summary>A page of a vendor's documentation, as it is.</summary>
    /// <param name="name">Its file name.</param>
    public static string Seed(string name) => Existing(Path.Combine("seeds", name), "the pages of vendors' documentation");

    /// <summary>The files of JSON Schema's own test cases, a keyword each.</summary>
    public static IReadOnlyList<string> JsonSchemaSuite()
        => Directory.GetFiles(Existing("json-schema-suite", "JSON Schema's own test suite"), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToList();

    private static string Existing(string name, string what)
    {
        var path = Path.Combine(Root, name);
        if (!Path.Exists(path))
        {
            var reason = $"'shared/{name}' isn't there: {what} lies beside the repository.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        return path;
    }
}
