namespace UploadGen.Analyzers.Tests.Robustness;

/// <summary>Every analyzer over the clients of real vendors' documents, looked at like code that a person wrote: nothing to report, and no exception.</summary>
public sealed class CorpusClientTests
{
    // The largest documents would take minutes to compile, and their operations are of the same shapes.
    private const long MaximumLength = 1_000_000;

    public static TheoryData<string> Documents
        => new(SharedData.Documents.Where(document => new FileInfo(SharedData.Corpus(document)).Length <= MaximumLength));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Documents))]
    public async Task The_client_of(string document)
    {
        var compilation = AnalyzerTest.Compile("").RemoveAllSyntaxTrees();
        Assert.Empty(await AnalyzerTest.AnalyzeAsync(compilation.AddSyntaxTrees(GeneratedClients.Trees([SharedData.Corpus(document)], "Corpus", compilation))));
    }
}
