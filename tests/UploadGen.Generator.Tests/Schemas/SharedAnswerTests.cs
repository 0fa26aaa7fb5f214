namespace UploadGen.Generator.Tests.Schemas;

/// <summary>What an answer describes that operations share is called after the answer, and is one type.</summary>
public class SharedAnswerTests
{
    [Fact]
    public void It_is_called_after_the_component()
    {
        var run = GeneratorRun.Of(Document("NotFound", "Done")).AssertCompiles();

        Assert.Contains("Task<Done> AAsync(", run.Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
        Assert.Equal(3, run.Files["Shop.Api.ApiClient.g.cs"].Split("ReadModel<NotFound>").Length - 1);
        Assert.Contains("Shop.Api.DoneOwner.g.cs", run.Files.Keys);
    }

    [Fact]
    public void A_schema_of_that_name_keeps_it()
    {
        var run = GeneratorRun.Of(Document("Problem", "Owner")).AssertCompiles();

        Assert.Contains("Task<OwnerResponse> AAsync(", run.Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
        Assert.Contains("ReadModel<ProblemError>", run.Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
    }

    private static string Document(string error, string success) => Spec.Document($$"""
        {
          "/a": { "get": { "operationId": "a", "responses": { "200": { "$ref": "#/components/responses/{{success}}" },
            "404": { "$ref": "#/components/responses/{{error}}" }, "400": { "$ref": "#/components/responses/{{error}}" } } } },
          "/b": { "get": { "operationId": "b", "responses": { "200": { "$ref": "#/components/responses/{{success}}" },
            "404": { "$ref": "#/components/responses/{{error}}" } } } }
        },
        "components": {
          "responses": {
            "{{success}}": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": {
              "owner": { "type": "object", "properties": { "name": { "type": "string" } } } } } } } },
            "{{error}}": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": {
              "why": { "type": "string" } } } } } } },
          "schemas": { "Owner": { "type": "object", "properties": { "x": { "type": "string" } } }, "Problem": { "type": "object", "properties": {
            "x": { "type": "string" } } } }
        }
        """);
}
