namespace UploadGen.Generator.Tests.Diagnostics;

public class OperationIdProblemTests
{
    [Fact]
    public async Task A_second_use_of_an_id_is_reported_and_names_the_first()
    {
        var run = GeneratorRun.Of(Spec.Document("""
            {
              "/a": { "get": { "operationId": "read", "responses": { "204": { "description": "" } } } },
              "/b": { "get": { "operationId": "read", "responses": { "204": { "description": "" } } } }
            }
            """)).AssertCompiles();

        var diagnostic = Assert.Single(await run.PrintedDocumentDiagnosticsAsync());
        Assert.StartsWith(
            "api.json(3,35): warning UPG004: 'api.json': The operationId 'read' is that of GET /a too. The method is called 'Read2Async'",
            diagnostic,
            StringComparison.Ordinal);
        Assert.Contains("Read2Async(", run.Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_id_is_said_and_costs_nothing()
    {
        var run = GeneratorRun.Of(Spec.Document("""{ "/a/{id}": { "get": { "responses": { "204": { "description": "" } } } } }""")).AssertCompiles();

        var diagnostic = Assert.Single(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("info UPG004", diagnostic, StringComparison.Ordinal);
        Assert.Contains("'GetAByIdAsync'", diagnostic, StringComparison.Ordinal);
    }
}
