namespace UploadGen.Generator.Tests.Documents;

/// <summary>A limit of a wrong kind is reported where it stands, with its value, and is neither checked nor told.</summary>
public class LimitRepairTests
{
    [Theory]
    [InlineData("integer", "maximum", "\"100\"", "a number")]
    [InlineData("integer", "minimum", "\"ten\"", "a number")]
    [InlineData("number", "minimum", "[1]", "a number")]
    [InlineData("number", "exclusiveMaximum", "\"9\"", "a number")]
    [InlineData("number", "multipleOf", "0", "a number above 0")]
    [InlineData("number", "multipleOf", "-2", "a number above 0")]
    [InlineData("number", "multipleOf", "\"2\"", "a number above 0")]
    [InlineData("string", "maxLength", "-1", "an integer from 0 on")]
    [InlineData("string", "minLength", "1.5", "an integer from 0 on")]
    [InlineData("string", "minLength", "null", "an integer from 0 on")]
    [InlineData("string", "maxLength", "\"5\"", "an integer from 0 on")]
    [InlineData("string", "pattern", "5", "a text")]
    [InlineData("string", "format", "5", "a text")]
    [InlineData("string", "enum", "\"a\"", "a list")]
    [InlineData("string", "required", "true", "a list")]
    [InlineData("array", "uniqueItems", "\"true\"", "true or false")]
    [InlineData("array", "maxItems", "{}", "an integer from 0 on")]
    [InlineData("object", "minProperties", "\"1\"", "an integer from 0 on")]
    [InlineData("object", "dependentRequired", "[\"a\"]", "an object of lists")]
    public async Task It_is_reported_with_its_value_and_is_no_limit(string type, string keyword, string value, string wanted)
    {
        foreach (var version in new[] { "3.0.3", "3.1.0", "2.0" })
        {
            var plain = Client(type, "", version);
            var run = Client(type, $", \"{keyword}\": {value}", version);

            var (id, problem) = Assert.Single(await ReportedAsync(run));
            Assert.Equal("3", id);
            Assert.Equal($"{keyword} has {value}, which isn't {wanted}, and isn't checked.", problem);
            Assert.Equal(plain.Files, run.Files);
        }
    }

    [Theory]
    [InlineData("string", "minLength", "2147483648")]
    [InlineData("array", "minItems", "99999999999")]
    [InlineData("object", "minProperties", "1e99")]
    public async Task A_least_count_that_nothing_reaches_is_reported_and_is_no_limit(string type, string keyword, string value)
    {
        var run = Client(type, $", \"{keyword}\": {value}", "3.1.0");

        Assert.Equal([("3", $"{keyword} has {value}, which is above 2147483647, the most that can be counted, and isn't checked.")], await ReportedAsync(run));
        Assert.Equal(Client(type, "", "3.1.0").Files, run.Files);
    }

    [Fact]
    public async Task Of_names_those_that_are_none_are_left_out()
    {
        const string thing = """
            "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } },
            "required": ["a", 5, null], "dependentRequired": { "a": ["b", true], "b": "a" }
            """;
        var run = GeneratorRun.Of(Spec.Sending($$""" "Thing": { {{thing}} } """)).AssertCompiles();

        Assert.Equal(
            [
                "required has 5, which isn't the name of a member, and isn't checked.",
                "required has null, which isn't the name of a member, and isn't checked.",
                "dependentRequired has true, which isn't the name of a member, and isn't checked.",
                "dependentRequired has \"a\", which isn't a list, and isn't checked.",
            ],
            (await ReportedAsync(run)).Select(problem => problem.Text));
        Assert.Contains("required string A ", run.Files["Shop.Api.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_and_headers_of_2_0_have_limits_themselves()
    {
        const string document = """
            { "swagger": "2.0", "info": { "title": "T", "version": "1" },
              "parameters": { "page": { "name": "page", "in": "query", "type": "integer", "minimum": "one", "required": true } },
              "paths": { "/a": { "get": { "operationId": "getA",
                "parameters": [
                  { "$ref": "#/parameters/page" },
                  { "name": "ids", "in": "query", "type": "array", "required": true, "items": { "type": "string", "maxLength": "5" }, "maxItems": -1 } ],
                "responses": { "204": { "description": "", "headers": { "X": { "type": "string", "pattern": 1 } } } } } } } }
            """;
        var run = GeneratorRun.Of(document).AssertCompiles();

        Assert.Equal(
            [
                ("2", "minimum has \"one\", which isn't a number, and isn't checked."),
                ("6", "maxItems has -1, which isn't an integer from 0 on, and isn't checked."),
                ("6", "maxLength has \"5\", which isn't an integer from 0 on, and isn't checked."),
                ("7", "pattern has 1, which isn't a text, and isn't checked."),
            ],
            (await ReportedAsync(run)).OrderBy(problem => problem.Line).ThenBy(problem => problem.Text));
    }

    [Fact]
    public async Task Names_of_the_author_are_no_keywords()
    {
        const string document = """
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
              "components": { "parameters": { "schema": { "name": "schema", "in": "query", "required": true, "schema": { "type": "string" } } } },
              "paths": { "/a": { "get": { "operationId": "getA", "parameters": [{ "$ref": "#/components/parameters/schema" }],
                "responses": {
                  "204": { "description": "", "headers": { "x-left": { "schema": { "type": "integer", "minimum": "0" } } } },
                  "default": { "description": "", "content": { "application/json": {
                    "schema": { "type": "object", "required": true, "properties": { "x": { "type": "string" } } } } } } } } } } }
            """;

        Assert.Equal(
            [("5", "minimum has \"0\", which isn't a number, and isn't checked."), ("7", "required has true, which isn't a list, and isn't checked.")],
            await ReportedAsync(GeneratorRun.Of(document).AssertCompiles()));
    }

    [Theory]
    [InlineData("number", """ "minimum": 1, "exclusiveMinimum": true """)]
    [InlineData("number", """ "exclusiveMaximum": 1e400, "multipleOf": 0.1 """)]
    [InlineData("string", """ "maxLength": 2.0, "minLength": 0, "pattern": "", "enum": [] """)]
    [InlineData("string", """ "maxLength": 99999999999, "maxContains": 1e99, "minLength": 2147483647 """)]
    [InlineData("object", """ "properties": { "maximum": { "type": "string" }, "required": { "type": "boolean" } }, "required": [] """)]
    [InlineData("object", """ "example": { "maximum": "x" }, "x-limits": { "schema": { "maximum": "x" } } """)]
    public async Task What_is_of_the_right_kind_is_not(string type, string members)
        => Assert.Empty(await ReportedAsync(Client(type, ", " + members, "3.1.0")));

    /// <summary>A client that sends an object with a member of a schema, which stands in the third line.</summary>
    private static GeneratorRun Client(string type, string limits, string version)
    {
        var schemas = $$"""{ "Thing": { "type": "object", "properties": { "x": {{"\n"}} { "type": "{{type}}"{{limits}} } } } }""";
        const string info = """ "info": { "title": "T", "version": "1" } """;
        const string answers = """ "responses": { "204": { "description": "" } } """;
        const string parameter = """ "parameters": [{ "name": "b", "in": "body", "schema": { "$ref": "#/definitions/Thing" } }] """;
        const string body = """ "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } """;
        var (opening, sent, ending) = version == "2.0"
            ? ("\"swagger\"", parameter, $"\"definitions\": {schemas} }}")
            : ("\"openapi\"", body, $"\"components\": {{ \"schemas\": {schemas} }} }}");
        var text = $$"""
            { {{opening}}: "{{version}}", {{info}}, "paths": { "/a": { "post": { "operationId": "postA", {{answers}}, {{sent}} } } },
              {{ending}}
            """;
        return GeneratorRun.Of(text).AssertCompiles();
    }

    /// <summary>The lines and texts of what is UPG006; nothing else is reported.</summary>
    private static async Task<IReadOnlyList<(string Line, string Text)>> ReportedAsync(GeneratorRun run)
    {
        const string mark = "warning UPG006: 'api.json': ";
        var lines = await run.PrintedDocumentDiagnosticsAsync();
        Assert.All(lines, line => Assert.Contains(mark, line, StringComparison.Ordinal));
        return [.. lines.Select(line => (
            line["api.json(".Length..line.IndexOf(',', StringComparison.Ordinal)],
            line[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..line.IndexOf(" Correct the document", StringComparison.Ordinal)]))];
    }
}
