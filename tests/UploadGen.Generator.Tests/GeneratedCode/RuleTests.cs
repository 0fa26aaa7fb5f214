using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>What no type expresses is checked by the value's JSON: what isn't asked of requests, what is told of it, and where it stands.</summary>
public class RuleTests
{
    private const string Secret = """ "pin": { "type": "string", "format": "password" } """;

    [Theory]
    // Members that only answers have needn't be there.
    [InlineData(
        """{ "not": { "type": "number" }, "dependentSchemas": { "a": { "required": ["id", "a"], """
            + """ "properties": { "id": { "readOnly": true } } } } }""",
        """{"a":1}""", "")]
    [InlineData(
        """{ "not": { "type": "number" }, "if": { "type": "object" }, """
            + """ "then": { "required": ["id", "a"], "properties": { "id": { "readOnly": true } } } }""",
        """{"b":1}""", "required then/required: an object")]
    // Where less asked were more refused, nothing is.
    [InlineData("""{ "maxProperties": 9, "not": { "required": ["id"], "properties": { "id": { "readOnly": true } } } }""", """{"b":1}""", "")]
    // Of alternatives a value fits one, unless one holds all that another says.
    [InlineData(
        """{ "minProperties": 0, "items": { "oneOf": [{ "type": "object", "required": ["a"] }, """
            + """ { "type": "object", "required": ["a", "b"] }] }, "prefixItems": [true] }""",
        """[0,{"a":1,"b":1}]""", "")]
    [InlineData(
        """{ "minProperties": 0, "items": { "oneOf": [{ "type": "object", "required": ["a"] }, """
            + """ { "type": "object", "required": ["b"] }] }, "prefixItems": [true] }""",
        """[0,{"a":1,"b":1}]""", "oneOf items/oneOf: an object")]
    [InlineData(
        """{ "items": { "minProperties": 0, "oneOf": [{ "required": ["a"] }, { "required": ["b"] }] }, "prefixItems": [true] }""",
        """[0,{"a":1,"b":1}]""", "oneOf items/oneOf: an object")]
    // Lengths and counts are told as numbers.
    [InlineData("""{ "maxProperties": 1, "not": false }""", """{"a":1,"b":1}""", "maxProperties maxProperties: 2")]
    [InlineData("""{ "type": "array", "prefixItems": [{ "minLength": 3 }] }""", """["😀"]""", "minLength prefixItems/0/minLength: 1")]
    // Secrets aren't told, whichever schema says so.
    [InlineData(
        """{ "not": false, "if": true, "then": { "properties": { "pin": { "maxLength": 2, "pattern": "x" } } }, """
            + """ "allOf": [{ "minProperties": 1, "if": { "properties": { """ + Secret + """ } } }] }""",
        """{"pin":"1234"}""",
        "maxLength then/properties/pin/maxLength: concealed, pattern then/properties/pin/pattern: concealed")]
    public void A_value_of_any_kind_is_put_to_its_schema(string schema, string value, string expected)
        => Assert.Equal(expected, Broken(
            $$""" "Thing": { "type": "object", "properties": { "value": {{schema}} } } """, $$"""{"value":{{value}}}""", "/value"));

    [Theory]
    // A record's secret, in a rule on the record, and deeper than a rule can know.
    [InlineData(
        """{ "type": "object", "properties": { "pin": { "type": "string", "writeOnly": true }, "name": { "type": "string" } }, """
            + """ "if": true, "then": { "properties": { "pin": { "minLength": 5 }, "name": { "maxLength": 2 } } } }""",
        """{"pin":"1234","name":"abc"}""",
        "minLength then/properties/pin/minLength: concealed, maxLength then/properties/name/maxLength: 3")]
    [InlineData(
        """{ "type": "object", "properties": { "part": { "type": "object", "properties": { "pin": { "type": "string" } } } }, """
            + """ "if": true, "then": { "properties": { "part": { "properties": { "pin": { "pattern": "x" } } } } } }""",
        """{"part":{"pin":"1234"}}""", "pattern then/properties/part/properties/pin/pattern: ")]
    // Every schema that a value's type is made of has its rule.
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "string", "not": { "const": "x" }, """
            + """ "allOf": [{ "not": { "maxLength": 1 } }, { "not": { "enum": ["x", "y"] } }] } } }""",
        """{"a":"x"}""", "not properties/a/not: x, not properties/a/allOf/0/not: x, not properties/a/allOf/1/not: x")]
    [InlineData(
        """{ "properties": { "a": { "type": "string" } }, "allOf": [{ "required": ["a"] }, { "propertyNames": { "maxLength": 0 } }] }""",
        """{"a":"x"}""", "maxLength allOf/1/propertyNames/maxLength: 1")]
    // Alternatives of an object that only limit it are no types.
    [InlineData(
        """{ "type": "object", "oneOf": [{ "required": ["a"] }, { "required": ["b"] }], """
            + """ "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }""",
        """{"a":"x","b":"x"}""", "oneOf oneOf: an object")]
    // What nothing evaluates is refused where a record has a place for it.
    [InlineData(
        """{ "type": "object", "properties": { "kind": { "type": "string" } }, "unevaluatedProperties": false, """
            + """ "if": { "properties": { "kind": { "const": "a" } } }, "then": { "properties": { "a": { "type": "string" } } } }""",
        """{"kind":"b","a":"x"}""", "false unevaluatedProperties: x")]
    [InlineData(
        """{ "type": "object", "properties": { "kind": { "type": "string" } }, "unevaluatedProperties": false, """
            + """ "if": { "properties": { "kind": { "const": "a" } } }, "then": { "properties": { "a": { "type": "string" } } } }""",
        """{"kind":"a","a":"x"}""", "")]
    [InlineData(
        """{ "allOf": [{ "properties": { "a": { "type": "string" } }, "unevaluatedProperties": false }, """
            + """ { "properties": { "b": { "type": "string" } } }] }""",
        """{"a":"x","b":"y"}""", "false allOf/0/unevaluatedProperties: y")]
    [InlineData(
        """{ "allOf": [{ "properties": { "a": { "type": "string" } } }, { "properties": { "b": { "type": "string" } } }], """
            + """ "unevaluatedProperties": false }""",
        """{"a":"x","b":"y"}""", "")]
    // A member that is there only beside another one has a place, too.
    [InlineData(
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "dependentSchemas": { "a": { "required": ["b"], """
            + """ "properties": { "b": { "type": "string" } } } } }""",
        """{"a":"x","b":"y"}""", "")]
    public void A_record_is_put_to_what_its_members_do_not_say(string schema, string value, string expected)
        => Assert.Equal(expected, Broken($$""" "Thing": {{schema}} """, value, ""));

    [Fact]
    public void A_rule_of_a_document_in_2_0_has_its_place_there()
    {
        using var code = GeneratedAssembly.Of("""
            { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, "host": "api.example.com",
              "consumes": ["application/json"], "produces": ["application/json"],
              "paths": { "/x": { "post": { "operationId": "send",
                "parameters": [ { "in": "body", "name": "body", "schema": { "$ref": "#/definitions/Thing" } } ],
                "responses": { "204": { "description": "" } } } } },
              "definitions": {
                "Thing": { "type": "object", "properties": { "a": { "type": "string", "allOf": [ { "$ref": "#/definitions/Name" } ] } } },
                "Name": { "not": { "maxLength": 1 } } } }
            """);
        var violation = Assert.Single(Violations(code, """{"a":"x"}"""));
        Assert.Equal("#/definitions/Name/not", violation.KeywordLocation);
    }

    private static string Broken(string schemas, string value, string under)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(schemas));
        var root = "#/components/schemas/Thing" + (under.Length == 0 ? "" : "/properties" + under) + "/";
        return string.Join(", ", Violations(code, value).Select(violation
            => $"{violation.Keyword} {violation.KeywordLocation!.Replace(root, "", StringComparison.Ordinal)}: {violation.Actual}"));
    }

    private static IReadOnlyList<Violation> Violations(GeneratedAssembly code, string value)
    {
        var validation = default(Core.Validation);
        (code.Read("Thing", value) as Core.IValidatable)?.Validate(ref validation);
        return validation.Violations;
    }

    /// <summary>What a condition says of a member isn't asked of the member itself.</summary>
    [Theory]
    [InlineData("""{"country":"DE","zip":"AB 12"}""", "")]
    [InlineData("""{"country":"US","zip":"12345"}""", "")]
    [InlineData("""{"country":"US","zip":"AB 12"}""", "pattern")]
    [InlineData("""{"country":"DE","zip":"12345678901"}""", "maxLength")]
    public void A_condition_is_heeded(string value, string expected)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending("""
            "Thing": { "type": "object", "required": ["country"], "properties": { "country": { "type": "string" } },
              "if": { "properties": { "country": { "const": "US" } } },
              "then": { "properties": { "zip": { "type": "string", "pattern": "^[0-9]{5}$" } } },
              "else": { "properties": { "zip": { "type": "string", "maxLength": 10 } } } }
            """));
        var validation = default(Core.Validation);
        ((Core.IValidatable)code.Read("Thing", value)).Validate(ref validation);

        Assert.Equal(expected, string.Join(' ', validation.Violations.Select(violation => violation.Keyword)));
    }
}
