using Microsoft.CodeAnalysis.CSharp;

namespace UploadGen.Generator.Tests.Diagnostics;

public class CompilerRequirementTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp11)]
    public async Task An_old_language_version_is_one_error_and_no_code(LanguageVersion language)
    {
        var run = GeneratorRun.Of(InMemoryText.FromFile(Repository.Spec("images.json")), language);

        Assert.Empty(run.Files);
        Assert.StartsWith("images.json(1,1): error UPG011", Assert.Single(await run.PrintedDocumentDiagnosticsAsync()), StringComparison.Ordinal);
    }
}
