using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>The limits of the document, enforced on what is about to be sent, in JSON Schema's meaning.</summary>
public class ValidationTests
{
    private const string Thing = """
        "Thing": { "type": "object", "required": ["name", "size"], "properties": {
          "name": { "type": "string", "minLength": 2, "maxLength": 3 },
          "size": { "type": "integer", "minimum": 1, "maximum": 9007199254740993 },
          "ratio": { "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 },
          "tags": { "type": "array", "minItems": 1, "maxItems": 2, "items": { "type": "string" } },
          "note": { "anyOf": [ { "type": "string", "maxLength": 2 }, { "type": "null" } ] },
          "parts": { "type": "array", "items": { "$ref": "#/components/schemas/Part" } },
          "first": { "$ref": "#/components/schemas/Part" } } },
        "Part": { "type": "object", "properties": { "number": { "type": "integer", "minimum": 1 } } }
        """;

    [Theory]
    [InlineData("""Name = "ab", Size = 1""")]
    [InlineData("""Name = "😀😀😀", Size = 9007199254740993""")]
    [InlineData("""Name = "ab", Size = 1, Note = null, Ratio = 0.5, Tags = ["a"], First = new Part { Number = 1 }""")]
    public void What_keeps_the_limits_is_let_pass(string members) => Assert.Equal("", Violations(members));

    [Theory]
    [InlineData("""Name = "a", Size = 1""", "/name minLength 2")]
    [InlineData("""Name = "😀😀😀😀", Size = 1""", "/name maxLength 3")]
    [InlineData("""Name = null!, Size = 1""", "/name required a value")]
    [InlineData("""Name = "ab", Size = 0""", "/size minimum 1")]
    [InlineData("""Name = "ab", Size = 9007199254740994""", "/size maximum 9007199254740993")]
    [InlineData("""Name = "ab", Size = 1, Ratio = 1""", "/ratio exclusiveMaximum 1")]
    [InlineData("""Name = "ab", Size = 1, Tags = ["a", "b", "c"]""", "/tags maxItems 2")]
    [InlineData("""Name = "ab", Size = 1, Tags = []""", "/tags minItems 1")]
    [InlineData("""Name = "ab", Size = 1, Note = "abc" """, "/note maxLength 2")]
    [InlineData("""Name = "ab", Size = 1, First = new Part { Number = 0 }""", "/first/number minimum 1")]
    [InlineData("""Name = "ab", Size = 1, Parts = [new Part(), new Part { Number = -1 }]""", "/parts/1/number minimum 1")]
    [InlineData("""Name = "a", Size = 0""", "/name minLength 2, /size minimum 1")]
    public void What_breaks_one_is_named_with_pointer_keyword_and_limit(string members, string violations) => Assert.Equal(violations, Violations(members));

    private static object? Violations(string members)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Thing), $$"""
            static string Check()
            {
                var validation = default(UploadGen.Core.Validation);
                ((UploadGen.Core.IValidatable)new Thing { {{members}} }).Validate(ref validation);
                return string.Join(", ", validation.Violations
                    .Select(violation => (violation.Pointer + " " + violation.Keyword + " " + violation.Limit).TrimEnd()));
            }
            """);
        return code.Call("Check");
    }
}
