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
    [InlineData("my%20parts/gr%C3%B6%C3%9Fe.yaml#/$defs/Bar")]
    [InlineData("./my%20parts/größe.yaml#/%24defs/Bar")]
    [InlineData("my parts/größe.yaml#/$defs/Bar")]
    [InlineData("my%20parts/whole.yaml")]
    public async Task A_reference_is_a_URI_and_may_be_encoded(string reference)
    {
        var document = Spec.Schemas($$""" "Thing": { "type": "object", "properties": { "x": { "$ref": "{{reference}}" } } } """);
        var run = GeneratorRun.Of(
            [
                new InMemoryText("specs/api.json", document),
                new InMemoryText("specs/my parts/größe.yaml", "$defs: { Bar: { type: object, properties: { y: { type: string } } } }"),
                new InMemoryText("specs/my parts/whole.yaml", "type: object\ntitle: Bar\nproperties: { y: { $ref: 'gr%C3%B6%C3%9Fe.yaml#/$defs/Bar' } }\n"),
            ]).AssertCompiles();

        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("Shop.Api.Bar.g.cs", run.Files.Keys);
    }

    [Theory]
    [InlineData("missing.json", "'missing.json' is no AdditionalFile of the project: add it to AdditionalFiles, with UploadGen=\"false\"")]
    [InlineData("my%20parts/missing.yaml#/X", "'my parts/missing.yaml' is no AdditionalFile of the project: add it to AdditionalFiles")]
    [InlineData("https://example.com/asset.json", "nothing is read from the network: download the file, add it to AdditionalFiles with UploadGen=\"false\"")]
    [InlineData("parts/foo.txt#/X", "rename it to end in .json, .yaml or .yml, and add it to AdditionalFiles with UploadGen=\"false\"")]
    [InlineData("parts/asset.json#/none", "correct the reference or add what it names.")]
    [InlineData("#/components/schemas/None", "correct the reference or add what it names.")]
    public async Task What_leads_nowhere_is_told_as_it_is_written_with_what_to_do(string reference, string advice)
    {
        foreach (var text in new[]
        {
            Spec.Schemas($$""" "Thing": { "type": "object", "properties": { "x": { "$ref": "{{reference}}" } } } """),
            Spec.Document($$"""{ "/a": { "$ref": "{{reference}}" } }"""),
            Spec.Document("""
                { "/a": { "get": { "operationId": "getA", "responses": { "200": { "description": "", "content": { "application/json": {
                  "schema": { "$ref": "REF" } } } } } } } }
                """.Replace("REF", reference, StringComparison.Ordinal)),
        })
        {
            var told = Assert.Single(await GeneratorRun.Of(Texts(text)).AssertCompiles().PrintedDocumentDiagnosticsAsync());

            Assert.Contains($"'api.json' has nothing at '{reference}'.", told, StringComparison.Ordinal);
            Assert.Contains(advice, told, StringComparison.Ordinal);
        }
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

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public async Task A_path_stands_in_another_file(string version)
    {
        const string paths = """{ "/assets/{id}": { "$ref": "parts/paths.json#/assets" } }""";
        const string other = """
            { "assets": { "get": { "operationId": "getAsset", "parameters": [ { "$ref": "#/parameters/0" } ],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "asset.json#/properties/owner" } } } } } } },
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } } ] }
            """;

        var run = GeneratorRun.Of([.. Texts(Spec.Document(paths, version)), new InMemoryText("specs/parts/paths.json", other)]).AssertCompiles();

        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Matches(@"Task<Owner> GetAssetAsync\(\s+long id,", run.Files["Shop.Api.ApiClient.g.cs"]);
    }

    [Fact]
    public async Task Two_point_0_has_its_components_elsewhere()
    {
        const string document = """
            { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "produces": ["application/json"],
                "paths": { "/a": { "get": { "operationId": "getAsset",
              "responses": { "200": { "description": "", "schema": { "$ref": "parts/asset.json" } } } } } } }
            """;

        var run = GeneratorRun.Of(Texts(document)).AssertCompiles();

        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("Task<Asset> GetAssetAsync(", run.Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_another_file_lacks_is_not_looked_for_in_the_document()
    {
        const string schemas = """ "Thing": { "type": "object", "properties": { "x": { "$ref": "parts/broken.json" } } }, "Nothing": {} """;
        const string broken = """{ "type": "object", "properties": { "y": { "$ref": "#/components/schemas/Nothing" } } }""";

        var texts = new[] { new InMemoryText("specs/api.json", Spec.Schemas(schemas)), new InMemoryText("specs/parts/broken.json", broken) };
        var run = GeneratorRun.Of(texts).AssertCompiles();

        Assert.Contains(
            "'api.json' has nothing at 'broken.json#/components/schemas/Nothing'",
            Assert.Single(await run.PrintedDocumentDiagnosticsAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_and_extensions_are_left_alone()
    {
        const string schemas = """
            "Thing": { "type": "object", "example": { "$ref": "parts/asset.json" }, "x-more": { "$ref": "parts/asset.json" },
              "properties": { "kind": { "type": "object", "default": { "$ref": "parts/asset.json" } }, "$ref": { "type": "string" } } }
            """;

        var run = GeneratorRun.Of(Texts(Spec.Schemas(schemas))).AssertCompiles();

        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
        Assert.DoesNotContain("Shop.Api.Asset.g.cs", run.Files.Keys);
        Assert.Contains("public string? Ref { get; init; }", run.Files["Shop.Api.Thing.g.cs"], StringComparison.Ordinal);
    }

    private static AdditionalText[] Texts(string document)
        => [
            new InMemoryText("specs/api.json", document),
            new InMemoryText("specs/parts/common.json", Common),
            new InMemoryText("specs/parts/asset.json", Asset)];
}
