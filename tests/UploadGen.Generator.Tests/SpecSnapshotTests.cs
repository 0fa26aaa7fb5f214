using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests;

public class SpecSnapshotTests
{
    [Theory]
    [InlineData("runflow.json")]
    [InlineData("cyberun.json")]
    [InlineData("images.json")]
    public void What_is_generated_for_the_projects_own_documents_is_what_a_person_has_read(string name)
    {
        var run = GeneratorRun.Of(InMemoryText.FromFile(Repository.Spec(name)));

        Snapshot.Verify(Path.GetFileNameWithoutExtension(name), run.Files);
    }

    [Theory]
    [InlineData("runflow.json", NullableContextOptions.Enable)]
    [InlineData("runflow.json", NullableContextOptions.Disable)]
    [InlineData("cyberun.json", NullableContextOptions.Enable)]
    [InlineData("cyberun.json", NullableContextOptions.Disable)]
    [InlineData("images.json", NullableContextOptions.Enable)]
    [InlineData("images.json", NullableContextOptions.Disable)]
    public void What_is_generated_compiles_as_CSharp_12_without_a_warning(string name, NullableContextOptions nullable)
    {
        var run = GeneratorRun.Of(InMemoryText.FromFile(Repository.Spec(name)), LanguageVersion.CSharp12, nullable);

        Assert.Null(run.Result.Exception);
        Assert.NotEmpty(run.Files);
        Assert.True(run.Complaints().Count == 0, string.Join("\n", run.Complaints()));
    }
}
