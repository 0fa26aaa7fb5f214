using System.Globalization;
using System.Text;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>References that lead nowhere are reported as they are written, and what was moved is reported where it is written.</summary>
public class LocalReferenceProblemTests
{
    private const string Client = "Shop.Api.ApiClient.g.cs";

    private const string Components = """
        "components": { "x-count": 3, "schemas": {
          "User": { "type": "object", "properties": { "name": { "type": "string" } } },
          "Ping": { "$ref": "#/components/schemas/User/properties/pong" }, "Loop": { "type": "object", "properties": {
            "a": { "$ref": "#/components/schemas/Loop/properties/b" }, "b": { "$ref": "#/components/schemas/Loop/properties/a" } } } },
          "parameters": { "Page": { "name": "page", "in": "query", "schema": { "type": "integer" } } } }
        """;

    [Theory]
    [InlineData("#")]
    [InlineData("#/")]
    [InlineData("#User")]
    [InlineData("#/User")]
    [InlineData("#/paths/~1nowhere/get/responses/User")]
    [InlineData("#/components/schemas")]
    [InlineData("#/components/schemas/User/properties")]
    [InlineData("#/components/schemas/User/properties/User")]
    [InlineData("#/components/schemas/User/properties/name/type")]
    [InlineData("#/components/schemas/Loop/properties/a")]
    [InlineData("#/components/parameters/Page")]
    [InlineData("#/components/x-count")]
    [InlineData("#/components/x-more/User")]
    [InlineData("#/components/schemas/User/allOf/-1")]
    [InlineData("#/components/schemas/User/allOf/99999999999")]
    public async Task A_reference_to_nothing_is_named_and_taken_for_nothing_else(string reference)
    {
        foreach (var version in new[] { "3.0.3", "3.1.0" })
        {
            var run = GeneratorRun.Of(Spec.Document(
                $$"""
                {
                "/get": { "get": { "operationId": "get", "responses": { "200": { "description": "", "content": { "application/json": { "schema":
                  { "$ref": "{{reference}}" } } } } } } } }, {{Components}}
                """,
                version)).AssertCompiles();

            var message = Assert.Single(await run.PrintedDocumentDiagnosticsAsync(), text => text.StartsWith("api.json(3,", StringComparison.Ordinal));
            Assert.StartsWith($"api.json(3,13): warning UPG003: 'api.json' has nothing at '{reference}'. Any JSON value", message, StringComparison.Ordinal);
            Assert.Contains("Task<global::System.Text.Json.JsonElement> GetAsync(", run.Files[Client], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(""" "parameters": [ { "$ref": "REF" } ], "responses": {} """, "No parameter")]
    [InlineData(""" "requestBody": { "$ref": "REF" }, "responses": {} """, "No body")]
    [InlineData(""" "responses": { "200": { "$ref": "REF" } } """, "An answer without a body")]
    public async Task Each_kind_of_part_is_told_what_becomes_of_it(string operation, string instead)
    {
        foreach (var reference in new[] { "#/nothing/Page", "#/components/schemas/User/properties" })
        {
            var run = GeneratorRun.Of(Spec.Document($$"""
                { "/a": { "get": { "operationId": "a", {{operation.Replace("REF", reference, StringComparison.Ordinal)}} } } }, {{Components}}
                """)).AssertCompiles();

            Assert.Contains(
                $"UPG003: 'api.json' has nothing at '{reference}'. {instead} is generated",
                Assert.Single(await run.PrintedDocumentDiagnosticsAsync(), text => text.StartsWith("api.json(1,", StringComparison.Ordinal)),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("#/paths/~1nowhere")]
    [InlineData("#/paths/~1b/get")]
    [InlineData("other.json#/paths/~1a")]
    public async Task A_path_that_leads_nowhere_is_reported(string reference)
    {
        var run = GeneratorRun.Of(Spec.Document($$"""
            {
            "/a": { "$ref": "{{reference}}" },
            "/b": { "get": { "operationId": "b", "responses": { "204": { "description": "" } } } } }
            """)).AssertCompiles();

        var message = Assert.Single(await run.PrintedDocumentDiagnosticsAsync());
        Assert.StartsWith($"api.json(2,17): warning UPG003: 'api.json' has nothing at '{reference}'. No operation is", message, StringComparison.Ordinal);
        Assert.Contains("BAsync(", run.Files[Client], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""", "summary": "says more" """)]
    public async Task A_circle_of_paths_is_reported(string more)
    {
        var run = GeneratorRun.Of(Spec.Document($$"""
            { "/a": { "$ref": "#/paths/~1b"{{more}} }, "/b": { "$ref": "#/paths/~1a"{{more}} }, "/c": { "$ref": "#/paths/~1c"{{more}} } }
            """)).AssertCompiles();

        var messages = await run.PrintedDocumentDiagnosticsAsync();
        Assert.All(messages, message => Assert.Contains("UPG003: 'api.json' has nothing at '#/paths/~1", message, StringComparison.Ordinal));
        Assert.InRange(messages.Count, 2, 3);
    }

    [Theory]
    [InlineData("""{ "$ref": "#/paths/~1a/get" }""", "the operation 'GET /b' is a reference, and only a whole path can be one. Nothing is generated")]
    [InlineData(
        """{ "operationId": "b", "responses": { "200": { "description": "", "content": { "application/json": { "$ref": "#/components/schemas/User" } } } } }""",
        "a media type can't be a reference. What is said beside it is generated")]
    public async Task A_reference_where_there_are_none_is_reported(string operation, string message)
    {
        var run = GeneratorRun.Of(Spec.Document($$"""
            { "/a": { "get": { "operationId": "a", "responses": { "204": { "description": "" } } } },
            "/b": { "get": {{operation}} } }
            """)).AssertCompiles();

        var reported = Assert.Single(await run.PrintedDocumentDiagnosticsAsync());
        Assert.StartsWith("api.json(2,", reported, StringComparison.Ordinal);
        Assert.Contains("warning UPG005: 'api.json': " + message, reported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_moved_is_reported_once_and_where_it_is_written()
    {
        var run = GeneratorRun.Of(Spec.Document("""
            {
            "/b": { "post": { "operationId": "b", "requestBody": { "$ref": "#/paths/~1a/post/requestBody" },
              "parameters": [ { "$ref": "#/paths/~1a/post/parameters/0" } ], "responses": { "200": { "$ref": "#/paths/~1a/post/responses/200" } } } },
            "/c": { "$ref": "#/paths/~1a" },
            "/a": { "post": { "operationId": "a", "parameters": [
              { "name": "q", "in": "query", "schema": { "type": "integer",
                "maximum": 1, "minimum": 5 } } ],
              "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": {
                "n": { "type": "string", "maxLength": "many" } } } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": {
                "r": { "type": "array", "prefixItems": [] },
                "s": { "$ref": "#/components/schemas/No" } } } } } } } } } }
            """)).AssertCompiles();

        var messages = (await run.PrintedDocumentDiagnosticsAsync()).Where(message => !message.Contains("UPG004", StringComparison.Ordinal));
        Assert.Equal(
            ["(7,30): warning UPG006", "(9,43): warning UPG006", "(11,29): warning UPG005", "(12,20): warning UPG003"],
            messages.Select(message => message.Substring("api.json".Length).Split(": ") is [var place, var id, ..] ? $"{place}: {id}" : message));
    }

    [Fact]
    public async Task A_place_in_a_list_counts_what_is_taken_out_of_it()
    {
        var run = GeneratorRun.Of(Spec.Document("""
            { "/a": { "get": { "operationId": "a", "parameters": [ null, { "name": "p", "in": "query", "schema": { "type": "string" } } ], "responses": {} } },
              "/b": { "get": { "operationId": "b", "parameters": [ { "$ref": "#/paths/~1a/get/parameters/1" } ], "responses": {} } } }
            """)).AssertCompiles();

        Assert.Contains("UPG005", Assert.Single(await run.PrintedDocumentDiagnosticsAsync()), StringComparison.Ordinal);
        Assert.Matches(@"BAsync\(\s+string\? p = null,", run.Files[Client]);
    }

    [Fact]
    public void A_limit_names_the_place_where_it_is_written()
    {
        var run = GeneratorRun.Of(Spec.Sending("""
            "Thing": { "type": "object", "properties": { "part": { "$ref": "#/components/schemas/Other/properties/part" },
              "code": { "$ref": "#/components/schemas/Other/properties/part/properties/code" },
              "rule": { "$ref": "#/components/schemas/Other/properties/part/properties/rule" },
              "ruled": { "not": { "$ref": "#/components/schemas/Other/properties/part" } } } },
            "Other": { "type": "object", "properties": { "part": { "type": "object", "properties": {
              "code": { "type": "string", "maxLength": 3 }, "rule": { "type": "string", "not": { "const": "x" } } } } } }
            """)).AssertCompiles();

        var code = string.Concat(run.Files.Values);
        Assert.Contains("\"#/components/schemas/Other/properties/part/properties/code\"", code, StringComparison.Ordinal);
        Assert.Contains("\"#/components/schemas/Other/properties/part/properties/rule\"", code, StringComparison.Ordinal);
        Assert.Contains("[\"#/components/schemas/Other/properties/part\"]", code, StringComparison.Ordinal);
        Assert.DoesNotContain("#/components/schemas/OtherPart", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_and_extensions_are_left_alone()
    {
        const string schemas = """
            "Thing": { "type": "object", "default": { "$ref": "#/nowhere" }, "example": { "$ref": "#/nowhere" }, "x-more": { "$ref": "#/nowhere" },
              "examples": [ { "$ref": "#/nowhere" } ],
              "properties": { "$ref": { "type": "string" }, "kind": { "enum": [ { "$ref": "#/nowhere" } ] }, "fixed": { "const": { "$ref": "#/nowhere" } },
                "properties": { "type": "object", "properties": { "$ref": { "$ref": "#/components/schemas/Thing/properties/kind" } } } } }
            """;

        var run = GeneratorRun.Of(Spec.Sending(schemas)).AssertCompiles();

        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("public string? Ref {", run.Files["Shop.Api.Thing.g.cs"], StringComparison.Ordinal);
    }

    /// <summary>Chains and fans of references: what is done for one must not grow with the others.</summary>
    [Theory]
    [InlineData("#/components/schemas/S{0}/properties/a/properties/b")]
    [InlineData("#/components/schemas/S{0}/properties/a")]
    [InlineData("#/x-s/S{0}")]
    public async Task A_hostile_document_is_read_in_time(string reference)
    {
        const int count = 3000;
        var schemas = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var next = string.Format(CultureInfo.InvariantCulture, reference, (i + 1) % count);
            schemas.Append(CultureInfo.InvariantCulture, $$"""
                "S{{i}}": { "type": "object", "properties": { "a": { "$ref": "{{next}}" }, "b": { "$ref": "{{next}}" } } },
                """);
        }

        var all = schemas.ToString().TrimEnd(' ', ',');
        var run = GeneratorRun.Of(Spec.Document($$"""{}, "x-s": { {{all}} }, "components": { "schemas": { {{all}} } }"""));

        Assert.Null(run.Result.Exception);
        await run.PrintedDocumentDiagnosticsAsync();
    }
}
