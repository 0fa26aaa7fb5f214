namespace UploadGen.Generator.Tests.Wire;

/// <summary>Swagger 2.0, and documents without paths.</summary>
public sealed class OldDocumentTests
{
    private const string Swagger = """
        {
          "swagger": "2.0",
          "info": { "title": "Old", "version": "1" },
          "host": "HOST",
          "basePath": "/v2",
          "schemes": [ "http" ],
          "securityDefinitions": { "basic": { "type": "basic" } },
          "security": [ { "basic": [] } ],
          "paths": {
            "/pets/{id}/image": { "post": {
              "operationId": "uploadFile", "consumes": [ "multipart/form-data" ], "produces": [ "application/json" ],
              "parameters": [
                { "name": "id", "in": "path", "required": true, "type": "integer", "format": "int64" },
                { "$ref": "#/parameters/Note" },
                { "name": "file", "in": "formData", "required": true, "type": "file" } ],
              "responses": { "204": { "description": "" } } } },
            "/pets": {
              "get": {
                "operationId": "findPets",
                "parameters": [
                  { "name": "csv", "in": "query", "type": "array", "items": { "type": "string" } },
                  { "name": "multi", "in": "query", "type": "array", "collectionFormat": "multi", "items": { "type": "string" } },
                  { "name": "pipes", "in": "query", "type": "array", "collectionFormat": "pipes", "items": { "type": "string" } },
                  { "name": "ssv", "in": "query", "type": "array", "collectionFormat": "ssv", "items": { "type": "string" } } ],
                "responses": { "204": { "description": "" } } },
              "put": {
                "operationId": "updatePet", "consumes": [ "application/x-www-form-urlencoded" ],
                "parameters": [ { "name": "name", "in": "formData", "required": true, "type": "string" },
                  { "name": "age", "in": "formData", "type": "integer" } ],
                "responses": { "204": { "description": "" } } },
              "post": {
                "operationId": "addPet", "consumes": [ "application/json" ],
                "parameters": [ { "$ref": "#/parameters/Pet" } ],
                "responses": { "204": { "description": "" } } } }
          },
          "parameters": {
            "Note": { "name": "note", "in": "formData", "type": "string" },
            "Pet": { "name": "pet", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Pet" } } },
          "definitions": { "Pet": { "type": "object", "required": [ "name" ], "properties": { "name": { "type": "string" } } } }
        }
        """;

    private static readonly (string Call, string Expected)[] Rows =
    [
        ("Client.UploadFileAsync(5, File(\"a.png\", \"png\"), note: \"hi\")", """
            POST /v2/pets/5/image
            Authorization: Basic dTpw
            Content-Type: multipart/form-data; boundary=BOUNDARY

            --BOUNDARY
            Content-Disposition: form-data; name="note"

            hi
            --BOUNDARY
            Content-Disposition: form-data; name="file"; filename="a.png"
            Content-Type: image/png

            png
            --BOUNDARY--

            """),
        ("""Client.FindPetsAsync(csv: new[] { "a", "b" }, multi: new[] { "c", "d" }, pipes: new[] { "e", "f" }, ssv: new[] { "g", "h" })""", """
            GET /v2/pets?csv=a,b&multi=c&multi=d&pipes=e%7Cf&ssv=g%20h
            Authorization: Basic dTpw
            """),
        ("""Client.UpdatePetAsync(new() { Name = "a b", Age = 3 })""", """
            PUT /v2/pets
            Authorization: Basic dTpw
            Content-Type: application/x-www-form-urlencoded

            name=a+b&age=3
            """),
        ("""Client.AddPetAsync(new() { Name = "a" })""", """
            POST /v2/pets
            Authorization: Basic dTpw
            Content-Type: application/json

            {"name":"a"}
            """),
    ];

    [Fact]
    public async Task Swagger_2_goes_through_the_same_model()
    {
        await using var api = await WireApi.StartAsync(
            server => Swagger.Replace("HOST", new Uri(server).Authority, StringComparison.Ordinal), [.. Rows.Select(row => row.Call)]);
        for (var i = 0; i < Rows.Length; i++)
        {
            Assert.Equal(Rows[i].Expected.ReplaceLineEndings("\n"), await api.RequestAsync(i));
        }
    }

    [Fact]
    public void A_document_of_webhooks_gives_their_models()
    {
        var run = GeneratorRun.Of("""
            {
              "openapi": "3.1.0",
              "info": { "title": "Hooks", "version": "1" },
              "webhooks": { "uploaded": {
                "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Uploaded" } } } } } } },
              "components": { "schemas": { "Uploaded": { "type": "object", "properties": { "asset_id": { "type": "string" } } } } }
            }
            """).AssertCompiles();
        Assert.Contains(run.Files.Values, text => text.Contains("record Uploaded", StringComparison.Ordinal));
    }
}
