namespace UploadGen.Conformance.Tests.Suite;

/// <summary>The reviewed list of the scenarios that aren't passed, each with its reason.</summary>
internal sealed record NotPassed(string Scenario, bool IsApplicable, string Reason)
{
    /// <summary>The list. A scenario's name that ends in a star stands for all that begin so: a spec that doesn't become OpenAPI has many.</summary>
    public static IReadOnlyList<NotPassed> Read()
        => File.ReadLines(Path.Combine(RepositoryFile.Folder, "tests", "UploadGen.Conformance.Tests", "NotPassed.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(fields => new NotPassed(fields[0], fields[1] == "yes", fields[2]))
            .ToList();

    public bool Covers(string scenario)
        => Scenario.EndsWith('*') ? scenario.StartsWith(Scenario[..^1], StringComparison.Ordinal) : scenario == Scenario;
}
