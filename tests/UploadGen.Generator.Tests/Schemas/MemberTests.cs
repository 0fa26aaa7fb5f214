using System.Text.Json;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Schemas;

/// <summary>What a schema says of an object's members beside their types.</summary>
public class MemberTests
{
    [Fact]
    public void What_only_the_server_sets_need_not_be_sent()
    {
        using var code = GeneratedAssembly.Of(
            Spec.Sending("""
                "Thing": { "type": "object", "required": ["id", "name", "secret"], "properties": {
                  "id": { "type": "string", "readOnly": true }, "name": { "type": "string" }, "secret": { "type": "string", "writeOnly": true } } }
                """),
            "static string Sent() => JsonSerializer.Serialize(new Thing { Name = \"a\" });");

        Assert.Equal("""{"name":"a"}""", code.Call("Sent"));
        Assert.Equal("""{"id":"1","name":"a"}""", code.RoundTrip("Thing", """{"id":"1","name":"a"}"""));
    }

    [Theory]
    [InlineData("""{"name":"a","secret":"s","pin":1}""", "")]
    [InlineData("""{"name":"a"}""", "/secret required, /pin required")]
    public void What_only_requests_have_is_asked_of_them(string json, string expected)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending("""
            "Thing": { "type": "object", "required": ["id", "name", "secret", "pin"], "properties": {
              "id": { "type": "string", "readOnly": true }, "name": { "type": "string" }, "secret": { "type": "string", "writeOnly": true },
              "pin": { "type": "integer", "writeOnly": true } } }
            """));
        var validation = default(Core.Validation);
        ((Core.IValidatable)code.Read("Thing", json)).Validate(ref validation);

        Assert.Equal(expected, string.Join(", ", validation.Violations.Select(violation => $"{violation.Pointer} {violation.Keyword}")));
        Assert.Equal(json, code.RoundTrip("Thing", json));
    }

    [Fact]
    public void A_default_is_said_in_words_and_left_to_the_server()
    {
        var run = GeneratorRun.Of(Spec.Sending("""
            "Thing": { "type": "object", "properties": {
              "order": { "type": "string", "enum": ["asc", "desc"], "default": "desc" }, "count": { "type": "integer", "default": 10 } } }
            """)).AssertCompiles();

        var text = run.Files["Shop.Api.Thing.g.cs"];
        Assert.Contains("Default: <c>\"desc\"</c>.", text, StringComparison.Ordinal);
        Assert.Contains("Default: <c>10</c>.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("{}")]
    public void Members_beyond_the_known_ones_are_kept_where_the_document_asks_for_them(string additional)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas($$"""
            "Thing": { "type": "object", "additionalProperties": {{additional}}, "properties": { "a": { "type": "integer" } } }
            """));

        Assert.Equal("""{"a":1,"b":[2],"c":{"d":null}}""", code.RoundTrip("Thing", """{"b":[2],"a":1,"c":{"d":null}}"""));
    }

    [Theory]
    [InlineData(""" "type": "object", "unevaluatedProperties": { "type": "integer" }, "properties": { "a": { "type": "string" } } """)]
    [InlineData(""" "allOf": [ { "$ref": "#/components/schemas/Base" } ], "unevaluatedProperties": { "type": "integer" } """)]
    [InlineData(""" "allOf": [ { "type": "object", "unevaluatedProperties": { "type": "integer" } } ], "properties": { "a": { "type": "string" } } """)]
    public void Members_that_nothing_evaluates_are_kept_in_their_type(string schema)
    {
        using var code = GeneratedAssembly.Of(
            Spec.Schemas($$"""
                "Base": { "type": "object", "properties": { "a": { "type": "string" } } },
                "Thing": { {{schema}} }
                """),
            "static string Sent() => JsonSerializer.Serialize(new Thing { A = \"x\", AdditionalProperties = new Dictionary<string, long> { [\"b\"] = 2 } });");

        Assert.Equal("""{"a":"x","b":2}""", code.Call("Sent"));
        Assert.Equal("""{"a":"x","b":2}""", code.RoundTrip("Thing", """{"b":2,"a":"x"}"""));
        Assert.ThrowsAny<JsonException>(() => code.Read("Thing", """{"b":"x"}"""));
    }

    [Fact]
    public void An_object_of_which_only_unevaluated_members_are_said_is_a_map()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Thing": { "type": "object", "properties": {
              "rates": { "type": "object", "unevaluatedProperties": { "type": "object", "unevaluatedProperties": { "type": "number" } } } } }
            """));

        Assert.Equal("""{"rates":{"EUR":{"USD":1.5}}}""", code.RoundTrip("Thing", """{"rates":{"EUR":{"USD":1.5}}}"""));
        Assert.ThrowsAny<JsonException>(() => code.Read("Thing", """{"rates":{"EUR":{"USD":"x"}}}"""));
    }

    [Fact]
    public void Members_by_pattern_are_a_map()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Thing": { "type": "object", "properties": { "rates": { "type": "object", "patternProperties": { "^[A-Z]{3}$": { "type": "number" } } } } }
            """));

        Assert.Equal("""{"rates":{"EUR":1.5}}""", code.RoundTrip("Thing", """{"rates":{"EUR":1.5}}"""));
        Assert.ThrowsAny<JsonException>(() => code.Read("Thing", """{"rates":{"EUR":"x"}}"""));
    }

    [Fact]
    public async Task A_type_for_each_position_is_said_to_be_a_list_of_anything()
    {
        var run = GeneratorRun.Of(Spec.Schemas("""
            "Thing": { "type": "object", "properties": { "pair": { "type": "array", "prefixItems": [ { "type": "string" }, { "type": "integer" } ] } } }
            """)).AssertCompiles();

        var diagnostic = Assert.Single(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("UPG005", diagnostic, StringComparison.Ordinal);
        Assert.Contains("A list of any JSON values", diagnostic, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_a_secret_by_its_form_or_name_is_not_in_the_text_of_a_record()
    {
        using var code = GeneratedAssembly.Of(
            Spec.Schemas("""
                "Thing": { "type": "object", "properties": {
                  "name": { "type": "string" }, "pin": { "type": "string", "format": "password" }, "note": { "type": "string", "writeOnly": true },
                  "upload_token": { "type": "string" }, "apiKey": { "type": "string" }, "key": { "type": "string" }, "max_token": { "type": "integer" } } }
                """),
            """
            static string Text() => new Thing { Name = "a", Pin = "b", Note = "c", UploadToken = "d", ApiKey = "e", Key = "f", MaxToken = 7 }.ToString();
            """);

        Assert.Equal("Thing { Name = a, Pin = …, Note = …, UploadToken = …, ApiKey = …, Key = f, MaxToken = 7 }", code.Call("Text"));
    }

    [Theory]
    [InlineData("true", "System.Text.Json.JsonElement")]
    [InlineData("false", "System.Text.Json.JsonElement")]
    public void A_boolean_is_a_schema(string schema, string type)
    {
        using var code = GeneratedAssembly.Of(
            Spec.Schemas($$""" "Thing": { "type": "object", "required": ["x"], "properties": { "x": {{schema}} } } """),
            "static string Type() => typeof(Thing).GetProperty(\"X\")!.PropertyType.ToString();");

        Assert.Equal(type, code.Call("Type"));
    }
}
