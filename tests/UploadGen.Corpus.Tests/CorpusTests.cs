using System.Globalization;
using Microsoft.CodeAnalysis;

namespace UploadGen.Corpus.Tests;

/// <summary>Any vendor's document: each of the corpus generates and compiles without a warning, every operation of it.</summary>
public class CorpusTests
{
    public static TheoryData<string> Documents => [.. ExpectedOutcome.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_becomes_a_client_with_every_operation(string document)
    {
        var path = SharedData.Corpus(document);
        var json = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        var run = GeneratorRun.Of(InMemoryText.FromFile(path)).AssertCompiles();

        var diagnostics = await run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(OperationLosses.Of(json, run, diagnostics));
        ExpectedOutcome.Verify(new ExpectedOutcome(document, OperationLosses.Operations(json).Count, string.Join(" ", diagnostics.Select(Place))));
    }

    private static string Place(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Id}@{start.Line + 1}:{start.Character + 1}");
    }
}
