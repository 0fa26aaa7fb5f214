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
}
