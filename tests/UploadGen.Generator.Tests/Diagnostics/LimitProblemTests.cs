namespace UploadGen.Generator.Tests.Diagnostics;

public class LimitProblemTests
{
    [Theory]
    [InlineData("""{ "type": "string", "minLength": 5, "maxLength": 4 }""", "minLength is 5 and maxLength is 4")]
    [InlineData("""{ "type": "integer", "minimum": 10, "maximum": -1 }""", "minimum is 10 and maximum is -1")]
    [InlineData("""{ "type": "array", "items": {}, "minItems": 2, "maxItems": 1 }""", "minItems is 2 and maxItems is 1")]
    [InlineData("""{ "type": "string", "pattern": "[a-" }""", "the pattern '[a-' isn't checked, because")]
    [InlineData("""{ "type": "string", "format": "email", "default": "nobody" }""", "default has \"nobody\", but format is email")]
    [InlineData("""{ "type": "string", "format": "ipv4", "example": "1.2.3" }""", "example has \"1.2.3\", but format is ipv4")]
    [InlineData("""{ "type": "string", "format": "hostname", "enum": ["a", "-b"] }""", "enum has \"-b\", but format is hostname")]
    [InlineData("""{ "type": "integer", "default": "10" }""", "default has \"10\", but type is integer")]
    [InlineData("""{ "type": "integer", "default": 1.5 }""", "default has 1.5, but type is integer")]
    [InlineData("""{ "type": "string", "default": 10 }""", "default has 10, but type is string")]
    [InlineData("""{ "type": "boolean", "default": "true" }""", "default has \"true\", but type is boolean")]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "default": "a" }""", "default has \"a\", but type is array")]
    [InlineData("""{ "type": ["integer", "string", "null"], "default": true }""", "default has true, but type is integer or string")]
    [InlineData("""{ "type": "string", "enum": ["a", 1] }""", "enum has 1, but type is string")]
    public async Task What_no_value_can_keep_is_reported_at_the_limit(string schema, string expected)
    {
        var run = GeneratorRun.Of(Spec.Schemas($$""" "Thing": { "type": "object", "properties": { "x": {{schema}} } } """)).AssertCompiles();

        var diagnostic = Assert.Single(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("warning UPG006", diagnostic, StringComparison.Ordinal);
        Assert.Contains(expected, diagnostic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "string", "minLength": 4, "maxLength": 4 }""")]
    [InlineData("""{ "type": "string", "pattern": "^\\p{L}+$" }""")]
    [InlineData("""{ "type": "string", "pattern": "(?<=a)b" }""")]
    [InlineData("""{ "type": "string", "format": "email", "default": "ada@example.com" }""")]
    [InlineData("""{ "type": "string", "format": "duration", "default": "1h30m" }""")]
    [InlineData("""{ "type": "integer", "default": 1.0 }""")]
    [InlineData("""{ "type": "number", "default": 1 }""")]
    [InlineData("""{ "type": ["integer", "null"], "default": null }""")]
    [InlineData("""{ "default": true }""")]
    [InlineData("""{ "type": "string", "example": 10 }""")]
    [InlineData("""{ "type": ["string", "null"], "enum": ["a", null] }""")]
    public async Task What_can_be_kept_is_not(string schema)
    {
        var run = GeneratorRun.Of(Spec.Schemas($$""" "Thing": { "type": "object", "properties": { "x": {{schema}} } } """)).AssertCompiles();

        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
    }
}
