namespace UploadGen.Generator.Tests.Output;

/// <summary>What OpenAPI 2.0, 3.0 and 3.1 say in different words becomes the same code.</summary>
public class SameInEveryVersionTests
{
    [Fact]
    public void A_file_in_a_form()
    {
        static string Upload(string file) => $$"""
            { "/uploads": { "post": { "operationId": "upload", "requestBody": { "required": true, "content": { "multipart/form-data": {
              "schema": { "type": "object", "required": ["file"], "properties": { "file": {{file}}, "title": { "type": "string" } } },
              "encoding": { "file": { "contentType": "image/png, image/jpeg" } } } } }, "responses": { "204": { "description": "Done" } } } } }
            """;

        var v30 = Files(Spec.Document(Upload("""{ "type": "string", "format": "binary", "maxLength": 1000 }"""), "3.0.3"));
        var v31 = Files(Spec.Document(Upload("""{ "type": "string", "contentMediaType": "application/octet-stream", "maxLength": 1000 }""")));

        Assert.Equal(v30, v31);
        Assert.Matches(
            """FormFile\("file", @?file, maxLength: 1000, contentType: "image/png, image/jpeg", """
                + """maxLengthLocation: "#/paths/[^"]*/properties/file/maxLength",""",
            v31["Shop.Api.ApiClient.g.cs"]);
    }

    [Fact]
    public void A_referenced_schema_of_a_form_as_FastAPI_writes_it()
    {
        const string Paths = """
            { "/uploads": { "post": { "operationId": "upload", "requestBody": { "required": true, "content": { "multipart/form-data": {
              "schema": { "$ref": "#/components/schemas/Body_upload" } } } }, "responses": { "204": { "description": "Done" } } } } },
            "components": { "schemas": { "Body_upload": { "type": "object", "required": ["file"], "properties": { "file": FILE } } } }
            """;

        var v30 = Files(Spec.Document(Paths.Replace("FILE", """{ "type": "string", "format": "binary" }""", StringComparison.Ordinal), "3.0.3"));
        var v31 = Files(
            Spec.Document(Paths.Replace("FILE", """{ "type": "string", "contentMediaType": "application/octet-stream" }""", StringComparison.Ordinal)));

        Assert.Equal(v30, v31);
        Assert.Matches("global::UploadGen.UploadContent @?file,", v31["Shop.Api.ApiClient.g.cs"]);
        Assert.Equal(["Shop.Api.ApiClient.g.cs", "Shop.Api.ApiClientOptions.g.cs"], v31.Keys.Order());
    }

    [Theory]
    [InlineData("""{ "type": "string", "nullable": true, "maxLength": 5 }""", """{ "type": ["string", "null"], "maxLength": 5 }""")]
    [InlineData("""{ "type": "string", "nullable": true, "maxLength": 5 }""", """{ "anyOf": [ { "type": "string", "maxLength": 5 }, { "type": "null" } ] }""")]
    [InlineData(
        """{ "type": "integer", "format": "int32", "nullable": true }""", """{ "oneOf": [ { "type": "null" }, { "type": "integer", "format": "int32" } ] }""")]
    [InlineData("""{ "type": "array", "items": { "type": "string", "nullable": true } }""", """{ "type": "array", "items": { "type": ["string", "null"] } }""")]
    [InlineData(
        """{ "nullable": true, "allOf": [ { "$ref": "#/components/schemas/Other" } ] }""",
        """{ "anyOf": [ { "$ref": "#/components/schemas/Other" }, { "type": "null" } ] }""")]
    [InlineData("""{ "type": "string", "enum": ["a", "b", null], "nullable": true }""", """{ "enum": ["a", "b", null] }""")]
    [InlineData("""{ "type": "string", "format": "byte" }""", """{ "type": "string", "contentEncoding": "base64" }""")]
    [InlineData("""{ "type": "number", "maximum": 5, "exclusiveMaximum": true }""", """{ "type": "number", "exclusiveMaximum": 5 }""")]
    public void A_schema(string v30, string v31)
    {
        static string Thing(string member) => $$"""
            "Thing": { "type": "object", "required": ["required"], "properties": { "required": {{member}}, "optional": {{member}} } },
            "Other": { "type": "object", "properties": { "a": { "type": "string" } } }
            """;

        Assert.Equal(Files(Spec.Sending(Thing(v30), "3.0.3")), Files(Spec.Sending(Thing(v31))));
    }

    [Fact]
    public void A_whole_document_of_Swagger_2_0()
    {
        const string Swagger = """
            { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "host": "api.example.com", "basePath": "/v1", "schemes": ["https"], "paths": {
              "/things": { "post": { "operationId": "createThing", "consumes": ["application/json"], "produces": ["application/json"],
                "parameters": [ { "in": "query", "name": "limit", "type": "integer" },
                  { "in": "body", "name": "body", "required": true, "schema": { "$ref": "#/definitions/Thing" } } ],
                "responses": { "200": { "description": "Done", "schema": { "$ref": "#/definitions/Thing" } } } } } },
              "definitions": { "Thing": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } } } }
            """;
        const string OpenApi = """
            { "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": [ { "url": "https://api.example.com/v1" } ], "paths": {
              "/things": { "post": { "operationId": "createThing",
                "parameters": [ { "in": "query", "name": "limit", "schema": { "type": "integer" } } ],
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "responses": { "200": { "description": "Done",
                  "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
              "components": { "schemas": { "Thing": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } } } } }
            """;

        Assert.Equal(Files(OpenApi), Files(Swagger));
    }

    [Theory]
    [InlineData("path")]
    [InlineData("query")]
    [InlineData("header")]
    [InlineData("cookie")]
    public void A_parameter_in_every_place(string location)
        => Files(Spec.Document($$"""
            { "/a/{p}": { "get": { "operationId": "getA",
              "parameters": [ { "name": "p", "in": "{{location}}", "required": true, "schema": { "type": "string" } } ], "responses": {} } } }
            """));

    /// <summary>All that is generated but where in the document it stands, which differs from version to version.</summary>
    private static Dictionary<string, string> Files(string text)
        => GeneratorRun.Of(text).AssertCompiles().Files.ToDictionary(
            file => file.Key,
            file => string.Join('\n', file.Value.Split('\n').Where(line => !line.TrimStart().StartsWith("validation.At", StringComparison.Ordinal))));
}
