using System.Globalization;
using System.Text.Json;
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
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var operations = JsonOperations.Of(json.RootElement);

        var run = GeneratorRun.Of(InMemoryText.FromFile(path)).AssertCompiles();

        var diagnostics = await run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken);
        AssertNoneIsLost(operations, run, diagnostics);
        ExpectedOutcome.Verify(new ExpectedOutcome(document, operations.Count, string.Join(" ", diagnostics.Select(Place))));
    }

    /// <summary>An operation has its method, or a diagnostic that says by name that it has none.</summary>
    private static void AssertNoneIsLost(IReadOnlyList<(string Method, string Path)> operations, GeneratorRun run, IReadOnlyList<Diagnostic> diagnostics)
    {
        var generated = GeneratedOperations.Of(run.Result.GeneratedSources.Select(source => source.SyntaxTree), TestContext.Current.CancellationToken);
        var excused = diagnostics.Where(diagnostic => diagnostic.Id == "UPG005")
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))
            .ToList();
        var lost = operations
            .Where(operation => !generated.Contains(operation))
            .Where(operation => !excused.Any(message => message.Contains($"{operation.Method} {operation.Path}'", StringComparison.Ordinal)));
        Assert.Empty(lost);
    }

    private static string Place(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Id}@{start.Line + 1}:{start.Character + 1}");
    }
}
