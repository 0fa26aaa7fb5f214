using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>A value that is to be sent and fits several alternatives of a <c>oneOf</c> is refused, unless the document names types by them.</summary>
public class OverlapTests
{
    private const string Both = """
        { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" }, "b": { "type": "string" } } },
        { "type": "object", "required": ["b"], "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }
        """;

    [Theory]
    [InlineData("""{ "oneOf": [{ "type": "integer", "multipleOf": 3 }, { "type": "integer", "multipleOf": 5 }] }""", "9", "")]
    [InlineData(
        """{ "oneOf": [{ "type": "integer", "multipleOf": 3 }, { "type": "integer", "multipleOf": 5 }] }""", "15", "only one of oneOf/0 and oneOf/1")]
    [InlineData("""{ "oneOf": [{ "type": "integer", "multipleOf": 3 }, { "type": "integer", "multipleOf": 5 }] }""", "7", "[{")]
    [InlineData(
        """{ "oneOf": [{ "$ref": "#/components/schemas/Short" }, { "$ref": "#/components/schemas/Digits" }] }""", "\"12\"", "only one of Short and Digits")]
    [InlineData("""{ "oneOf": [{ "$ref": "#/components/schemas/Short" }, { "$ref": "#/components/schemas/Digits" }] }""", "\"ab\"", "")]
    [InlineData($$"""{ "oneOf": [{{Both}}] }""", """{"a":"x"}""", "")]
    [InlineData($$"""{ "oneOf": [{{Both}}] }""", """{"a":"x","b":"y"}""", "only one of oneOf/0 and oneOf/1")]
    [InlineData($$"""{ "anyOf": [{{Both}}] }""", """{"a":"x","b":"y"}""", "")]
    // One alternative holds the other, or the discriminator tells: the document names types.
    [InlineData("""{ "oneOf": [{ "type": "integer" }, { "type": "number" }] }""", "1", "")]
    [InlineData("""{ "oneOf": [{ "type": "string", "format": "uuid" }, { "type": "string" }] }""", "\"x\"", "")]
    [InlineData(
        """{ "oneOf": [{ "type": "object", "properties": { "a": {} } }, { "type": "object", "required": ["b"], "properties": { "b": {} } }] }""",
        """{"b":1}""", "")]
    [InlineData($$"""{ "discriminator": { "propertyName": "a" }, "oneOf": [{{Both}}] }""", """{"a":"x","b":"y"}""", "")]
    // Members that only answers have tell nothing.
    [InlineData(
        """
        { "oneOf": [{ "type": "object", "required": ["id", "a"], "properties": { "id": { "type": "integer", "readOnly": true }, "a": {}, "b": {} } },
          { "type": "object", "required": ["b"], "properties": { "a": {}, "b": {} } }] }
        """,
        """{"a":1,"b":1}""",
        "")]
    public void A_value_fits_one_alternative(string schema, string value, string expected)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending($$"""
            "Thing": { "type": "object", "properties": { "value": {{schema}} } },
            "Short": { "type": "string", "maxLength": 3 }, "Digits": { "type": "string", "pattern": "^[0-9]+$" }
            """));
        var thing = code.Read("Thing", $$"""{"value":{{value}}}""");
        var validation = default(Core.Validation);
        (thing as Core.IValidatable)?.Validate(ref validation);

        Assert.Equal(expected.Length, validation.Violations.Count == 0 ? 0 : expected.Length);
        Assert.All(validation.Violations, violation => Assert.StartsWith(expected, violation.Limit, StringComparison.Ordinal));
        Assert.Equal(expected.Length > 0, validation.Violations.Count > 0);
    }

    [Fact]
    public void Alternatives_that_no_value_can_fit_at_once_ask_for_no_check()
    {
        var run = GeneratorRun.Of(Spec.Sending("""
            "Thing": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }, { "type": "string" }] },
            "Cat": { "type": "object", "required": ["meow"], "properties": { "meow": { "type": "string" } } },
            "Dog": { "type": "object", "required": ["bark"], "properties": { "bark": { "type": "string" } } }
            """));

        Assert.DoesNotContain(run.Files.Values, text => text.Contains("SchemaRule", StringComparison.Ordinal));
    }
}
