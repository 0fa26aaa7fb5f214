namespace UploadGen.Generator.Tests.Diagnostics;

/// <summary>A <c>$ref</c> that leads nowhere is reported at the reference, and everything else is generated.</summary>
public class UnresolvedReferenceTests
{
    private const string Schemas = """
        {
              "Album": {
                "type": "object",
                "properties": {
                  "größe": { "type": "integer" }, "cover": { "$ref": "ROOT/Image" }
                }
              },
              "Track": { "type": "object", "properties": { "title": { "type": "string" } } }
            }
        """;

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    [InlineData("3.2.0")]
    public async Task In_a_schema(string version)
    {
        var text = $$"""
            {
              "openapi": "{{version}}", "info": { "title": "Music", "version": "1" }, "paths": {},
              "components": {
                "schemas": {{Schemas.Replace("ROOT", "#/components/schemas", StringComparison.Ordinal)}}
              }
            }
            """;

        await AssertReported(text, 8, 62, "#/components/schemas/Image");
    }

    [Fact]
    public async Task In_a_schema_of_Swagger_2_0()
    {
        var text = $$"""
            {
              "swagger": "2.0", "info": { "title": "Music", "version": "1" }, "paths": {},
              "x": {
                "about": 1
              }, "definitions": {{Schemas.Replace("ROOT", "#/definitions", StringComparison.Ordinal)}}
            }
            """;

        await AssertReported(text, 9, 62, "#/definitions/Image");
    }

    [Fact]
    public async Task In_the_body_of_an_operation()
    {
        var run = GeneratorRun.Of(Spec.Sending(""" "Other": { "type": "object", "properties": { "a": { "type": "string" } } } """));

        var message = Assert.Single(await run.PrintedDocumentDiagnosticsAsync());
        Assert.StartsWith("api.json(2,93): warning UPG003: 'api.json' has nothing at '#/components/schemas/Thing'.", message, StringComparison.Ordinal);
        Assert.Contains("global::System.Text.Json.JsonElement body,", run.AssertCompiles().Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Shop.Api.Other.g.cs", run.Files.Keys);
    }

    [Fact]
    public async Task Each_of_them_once()
    {
        var run = GeneratorRun.Of(Spec.Schemas("""
            "A": { "type": "object", "properties": {
              "x": { "$ref": "#/components/schemas/No" }, "y": { "type": "array", "items": { "$ref": "#/components/schemas/No" } } } },
            "B": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/A" } } }
            """));

        run.AssertCompiles();
        Assert.Equal(2, (await run.PrintedDocumentDiagnosticsAsync()).Count(message => message.Contains("UPG003", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("#/components/parameters/No", """ "parameters": [ { "$ref": "#/components/parameters/No" } ], "responses": {} """)]
    [InlineData("#/components/responses/No", """ "responses": { "200": { "$ref": "#/components/responses/No" } } """)]
    [InlineData("#/components/requestBodies/No", """ "requestBody": { "$ref": "#/components/requestBodies/No" }, "responses": {} """)]
    [InlineData(
        "other.json#/A", """ "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "other.json#/A" } } } } } """)]
    [InlineData(
        "https://example.com/a.json",
        """ "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "https://example.com/a.json" } } } } } """)]
    public async Task Anywhere_in_an_operation(string reference, string operation)
    {
        var run = GeneratorRun.Of(Spec.Document($$"""{ "/a": { "get": { "operationId": "getA", {{operation}} } } }"""));

        Assert.Contains("GetAAsync(", run.AssertCompiles().Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
        Assert.Contains($"'api.json' has nothing at '{reference}'.", Assert.Single(await run.PrintedDocumentDiagnosticsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_resolves_is_none()
    {
        var run = GeneratorRun.Of(Spec.Sending(
            """ "Thing": { "$ref": "#/components/schemas/Other" }, "Other": { "type": "object", "properties": { "a": { "type": "string" } } } """));

        run.AssertCompiles();
        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
    }

    private static async Task AssertReported(string text, int line, int column, string reference)
    {
        var run = GeneratorRun.Of(text);

        Assert.Equal(
            [$"api.json({line},{column}): warning UPG003: 'api.json' has nothing at '{reference}'. "
                + "Any JSON value (JsonElement) is generated in its place; correct the reference or add what it names."],
            await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("public global::System.Text.Json.JsonElement? Cover", run.AssertCompiles().Files["Shop.Api.Album.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Größe", run.Files["Shop.Api.Album.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Shop.Api.Track.g.cs", run.Files.Keys);
    }
}
