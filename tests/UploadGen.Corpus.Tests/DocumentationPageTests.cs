using Microsoft.CodeAnalysis;

namespace UploadGen.Corpus.Tests;

/// <summary>Documents in YAML as vendors' pages show them, copied from there as they are.</summary>
public class DocumentationPageTests
{
    private const string Fence = "````";

    [Theory]
    [InlineData("runflow-create-upload.txt", "CreateAssetUpload")]
    [InlineData("runflow-confirm-upload.txt", "CreateAssetUploadConfirmation")]
    public async Task The_document_of_a_page_becomes_a_client(string page, string operation)
    {
        var text = await File.ReadAllTextAsync(SharedData.Seed(page), TestContext.Current.CancellationToken);
        var start = text.IndexOf('\n', text.IndexOf(Fence + "yaml", StringComparison.Ordinal)) + 1;
        var yaml = text[start..text.IndexOf(Fence, start, StringComparison.Ordinal)];

        var run = GeneratorRun.Of(new InMemoryText("page.yaml", yaml)).AssertCompiles();

        Assert.Contains(run.Files.Values, file => file.Contains($" {operation}", StringComparison.Ordinal));
        var diagnostics = await run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
