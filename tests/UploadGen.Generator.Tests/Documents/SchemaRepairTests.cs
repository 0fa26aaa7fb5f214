namespace UploadGen.Generator.Tests.Documents;

/// <summary>What is mended before the document is read, and what isn't touched.</summary>
public class SchemaRepairTests
{
    [Fact]
    public async Task Members_called_like_keywords_and_examples_that_look_like_schemas_stay_what_they_are()
    {
        const string Document = """
            "Thing": { "type": "object",
              "example": { "properties": { "name": "x" }, "maxLength": "five" },
              "properties": { "properties": { "type": "string", "maxLength": 3 }, "definitions": { "type": "integer" }, "maxLength": { "type": "string" } } }
            """;
        var run = GeneratorRun.Of(Spec.Schemas(Document)).AssertCompiles();

        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
        var text = run.Files["Shop.Api.Thing.g.cs"];
        Assert.Contains("public string? Properties { get; init; }", text, StringComparison.Ordinal);
        Assert.Contains("public long? Definitions { get; init; }", text, StringComparison.Ordinal);
        Assert.Contains("public string? MaxLength { get; init; }", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"five\"", true)]
    [InlineData("true", true)]
    [InlineData("99999999999", false)]
    public async Task A_count_that_is_none_is_left_out(string count, bool isReported)
    {
        var run = GeneratorRun.Of(Spec.Schemas($$""" "Thing": { "type": "object", "properties": { "a": { "type": "string", "maxLength": {{count}} } } } """))
            .AssertCompiles();

        var diagnostics = await run.PrintedDocumentDiagnosticsAsync();
        Assert.Equal(isReported, diagnostics.Any(
            diagnostic => diagnostic.Contains("UPG005", StringComparison.Ordinal) && diagnostic.Contains("'maxLength' is no count", StringComparison.Ordinal)));
    }
}
