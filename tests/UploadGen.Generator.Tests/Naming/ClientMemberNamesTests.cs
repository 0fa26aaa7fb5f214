namespace UploadGen.Generator.Tests.Naming;

public class ClientMemberNamesTests
{
    [Fact]
    public void A_security_scheme_called_like_an_operations_answers_is_told_apart()
        => GeneratorRun.Of("""
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "security": [ { "foo_responses": [] } ],
              "paths": { "/foo": { "get": { "operationId": "foo", "responses": { "204": { "description": "" } } } } },
              "components": { "securitySchemes": { "foo_responses": { "type": "http", "scheme": "bearer" } } } }
            """).AssertCompiles();

    [Fact]
    public void A_constant_of_the_create_request_is_no_parameter_of_the_flow()
    {
        var run = GeneratorRun.Of("""
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
              "paths": { "/uploads": { "post": { "operationId": "createUpload",
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "required": ["kind", "filename", "size"],
                  "properties": { "kind": { "type": "string", "const": "upload" }, "filename": { "type": "string" }, "size": { "type": "integer" } } } } } },
                "responses": { "201": { "description": "", "content": { "application/json": { "schema": { "type": "object", "required": ["presigned_url"],
                  "properties": { "presigned_url": { "type": "string", "format": "uri" } } } } } } } } } } }
            """).AssertCompiles();

        Assert.Contains(
            "UploadFileAsync(\n        global::UploadGen.UploadContent content,\n        global::UploadGen.UploadOptions",
            run.Files["Shop.Api.ApiClient.g.cs"],
            StringComparison.Ordinal);
    }
}
