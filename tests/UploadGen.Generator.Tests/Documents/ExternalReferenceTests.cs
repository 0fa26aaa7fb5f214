using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>References into other files: the project's own are followed, all others are reported.</summary>
public class ExternalReferenceTests
{
    private const string Paths = """
        { "/assets/{id}": { "get": { "operationId": "getAsset",
          "parameters": [ { "$ref": "parts/common.json#/components/parameters/Id" } ],
          "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "parts/asset.json" } } } } } } } }
        """;

    private const string Common = """
        { "components": { "parameters": { "Id": { "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } } },
          "schemas": { "Owner": { "type": "object", "properties": { "name": { "type": "string" } } } } } }
        """;

    private const string Asset = """
        { "type": "object", "required": ["owner"], "properties": {
          "owner": { "$ref": "./common.json#/components/schemas/Owner" }, "parent": { "$ref": "asset.json" }, "first": { "$ref": "#/properties/owner" } } }
        """;

    [Fact]
    public async Task Parts_in_the_projects_own_files_are_generated_as_if_they_stood_in_the_document()
    {
        var run = GeneratorRun.Of(Texts(Spec.Document(Paths))).AssertCompiles();

        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("GetAssetAsync(\n        long id,", run.Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
        var asset = run.Files["Shop.Api.Asset.g.cs"];
        Assert.Contains("public required Owner Owner { get; init; }", asset, StringComparison.Ordinal);
        Assert.Contains("public Asset? Parent { get; init; }", asset, StringComparison.Ordinal);
        Assert.Contains("public Owner? First { get; init; }", asset, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json#/components/schemas/X")]
    [InlineData("https://example.com/schemas.json#/components/schemas/X")]
    [InlineData("../../etc/passwd.json")]
    public async Task What_is_no_file_of_the_project_is_reported_and_not_looked_for(string reference)
    {
        var run = GeneratorRun.Of(Texts(Spec.Schemas($$""" "Thing": { "type": "object", "properties": { "x": { "$ref": "{{reference}}" } } } """)))
            .AssertCompiles();

        Assert.Contains("UPG003", Assert.Single(await run.PrintedDocumentDiagnosticsAsync()), StringComparison.Ordinal);
    }

    private static AdditionalText[] Texts(string document)
        => [
            new InMemoryText("specs/api.json", document),
            new InMemoryText("specs/parts/common.json", Common),
            new InMemoryText("specs/parts/asset.json", Asset)];
}
