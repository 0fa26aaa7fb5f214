using System.ComponentModel.DataAnnotations;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>Every limit beside lengths and bounds, in generated checks and in the attributes, which agree.</summary>
public class LimitTests
{
    private const string Thing = """
        "Thing": { "type": "object", "minProperties": 1, "maxProperties": 3, "properties": {
          "code": { "type": "string", "pattern": "^[a-z]+$" },
          "price": { "type": "number", "format": "decimal", "multipleOf": 0.01, "minimum": 0.01, "exclusiveMaximum": 1e3 },
          "level": { "type": "integer", "enum": [1, 2, 3] },
          "even": { "type": "integer", "format": "int32", "multipleOf": 2, "minimum": 1.5, "maximum": 1e10 },
          "ratio": { "type": "number", "exclusiveMinimum": 0, "maximum": 1 },
          "tags": { "type": "array", "uniqueItems": true, "maxItems": 3, "items": { "type": "string", "minLength": 1, "maxLength": 3 } },
          "grid": { "type": "array", "items": { "type": "array", "maxItems": 2, "items": { "type": "integer", "maximum": 9 } } },
          "labels": { "type": "object", "maxProperties": 1, "additionalProperties": { "type": "string", "pattern": "x" } },
          "state": { "type": "string", "enum": ["on", "off"] },
          "states": { "type": "array", "items": { "$ref": "#/components/schemas/State" } },
          "mail": { "type": "string", "format": "email" },
          "site": { "type": "string", "format": "uri", "pattern": "^https:" },
          "hosts": { "type": "array", "items": { "type": "string", "format": "hostname" } },
          "words": { "type": "string", "allOf": [ { "pattern": "a" }, { "pattern": "b" } ] },
          "step": { "type": "integer", "allOf": [ { "multipleOf": 2 }, { "multipleOf": 3 } ] },
          "rate": { "type": "number", "format": "decimal", "enum": [0.5, 1] },
          "parts": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/components/schemas/Part" } },
          "pin": { "type": "string", "format": "password", "pattern": "^[0-9]{4}$" },
          "mixed": { "oneOf": [ { "type": "string", "maxLength": 2 }, { "type": "integer", "minimum": 5 } ] },
          "any": { "maxLength": 2, "minimum": 5 },
          "pairs": { "type": "array", "uniqueItems": true, "items": { "type": "array", "items": { "type": "integer" } } },
          "short": { "allOf": [ { "type": "string", "maxLength": 9 }, { "maxLength": 2 } ] } },
          "dependentRequired": { "price": ["code"] } },
        "Part": { "type": "object", "properties": { "number": { "type": "integer" }, "names": { "type": "array", "items": { "type": "string" } } } },
        "State": { "type": "string", "enum": ["a", "b"] }
        """;

    [Theory]
    [InlineData("""Code = "abc" """, "")]
    [InlineData("""Code = "abc\n" """, "/code pattern ^[a-z]+$")]
    [InlineData("""Code = "a", Price = 0.29m""", "")]
    [InlineData("""Code = "a", Price = 0.295m""", "/price multipleOf 0.01")]
    [InlineData("""Code = "a", Price = 1000m""", "/price exclusiveMaximum 1000")]
    [InlineData("Price = 1m", "/code dependentRequired a value beside price")]
    [InlineData("Level = 4", "/level enum 1, 2, 3")]
    [InlineData("Level = 3", "")]
    [InlineData("Even = 3", "/even multipleOf 2")]
    [InlineData("Even = 0", "/even minimum 2")]
    [InlineData("""Tags = ["a", "b", "a"]""", "/tags uniqueItems true")]
    [InlineData("""Tags = ["a", ""]""", "/tags/1 minLength 1")]
    [InlineData("""Mail = "ada@example.com" """, "")]
    [InlineData("""Mail = "ada" """, "/mail format email")]
    [InlineData("""Hosts = ["a.example", "b_c"]""", "/hosts/1 format hostname")]
    [InlineData("Grid = [[1], [2, 10]]", "/grid/1/1 maximum 9")]
    [InlineData("Grid = [[1, 2, 3]]", "/grid/0 maxItems 2")]
    [InlineData("""Labels = new Dictionary<string, string> { ["k"] = "y" }""", "/labels/k pattern x")]
    [InlineData("""State = new ThingState("on")""", "")]
    [InlineData("""State = new ThingState("onn")""", "/state enum on, off")]
    [InlineData("""States = [State.A, new State("c")]""", "/states/1 enum a, b")]
    [InlineData("""Mixed = "abc" """, "/mixed maxLength 2")]
    [InlineData("Mixed = 4", "/mixed minimum 5")]
    [InlineData("Mixed = 5", "")]
    [InlineData("Any = JsonDocument.Parse(\"\\\"abc\\\"\").RootElement", "/any maxLength 2")]
    [InlineData("Any = JsonDocument.Parse(\"4\").RootElement", "/any minimum 5")]
    [InlineData("Any = JsonDocument.Parse(\"[4]\").RootElement", "")]
    [InlineData("Pairs = [[1, 2], [2, 1]]", "")]
    [InlineData("Pairs = [[1, 2], [1, 2]]", "/pairs uniqueItems true")]
    [InlineData("""Short = "abc" """, "/short maxLength 2")]
    [InlineData("", " minProperties 1")]
    [InlineData("""Code = "a", Level = 1, Even = 2, Ratio = 1""", " maxProperties 3")]
    public void What_breaks_a_limit_is_named(string members, string violations)
        => Assert.Equal(violations, Call(
            $$"""string.Join(", ", new Thing { {{members}} }.Validate()"""
                + """.Select(violation => $"{violation.Pointer} {violation.Keyword} {violation.Limit}"))"""));

    [Fact]
    public void A_secret_is_not_told() => Assert.Equal("concealed", Call("""new Thing { Pin = "hunter2" }.Validate()[0].Actual"""));

    [Fact]
    public void An_invalid_value_can_be_refused()
        => Assert.Contains(
            "/level: enum is 1, 2, 3, actual is 9",
            Assert.Throws<RequestValidationException>(() => Call("Refuse()")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("""Code = "abc" """)]
    [InlineData("""Code = "abc\n" """)]
    [InlineData("""Code = "a", Price = 0.29m""")]
    [InlineData("""Code = "a", Price = 0.295m""")]
    [InlineData("""Code = "a", Price = 1000m""")]
    [InlineData("Level = 4")]
    [InlineData("Level = 3")]
    [InlineData("Even = 3")]
    [InlineData("Even = 0")]
    [InlineData("Ratio = 0")]
    [InlineData("Ratio = 0.5")]
    [InlineData("Ratio = 1.5")]
    [InlineData("""Tags = ["a", "b", "a"]""")]
    [InlineData("""Tags = ["a", "b", "c", "d"]""")]
    [InlineData("""Labels = new Dictionary<string, string> { ["k"] = "x", ["l"] = "x" }""")]
    [InlineData("""Pin = "12345" """)]
    [InlineData("""Short = "😀😀" """)]
    [InlineData("""Words = "ab" """)]
    [InlineData("""Words = "a" """)]
    [InlineData("""Words = "b" """)]
    [InlineData("Step = 6")]
    [InlineData("Step = 2")]
    [InlineData("Step = 3")]
    [InlineData("Rate = 1.0m")]
    [InlineData("Rate = 0.6m")]
    [InlineData("""State = new ThingState("on")""")]
    [InlineData("""State = new ThingState("onn")""")]
    [InlineData("""Parts = [new Part { Number = 1, Names = ["a"] }, new Part { Number = 1, Names = ["b"] }]""")]
    [InlineData("""Parts = [new Part { Number = 1, Names = ["a"] }, new Part { Number = 1, Names = ["a"] }]""")]
    [InlineData("Pairs = [[1, 2], [2, 1]]")]
    [InlineData("Pairs = [[1, 2], [1, 2]]")]
    [InlineData("""Mail = "ada" """)]
    [InlineData("""Mail = "ada@example.com" """)]
    [InlineData("Price = 1m")]
    [InlineData("Mixed = 4")]
    [InlineData("Mixed = 5")]
    [InlineData("Any = System.Text.Json.JsonDocument.Parse(\"4\").RootElement")]
    [InlineData("Site = new System.Uri(\"https://a.example\")")]
    [InlineData("Site = new System.Uri(\"http://a\")")]
    [InlineData("")]
    [InlineData("""Code = "a", Level = 1, Even = 2, Ratio = 1""")]
    public void Attributes_agree_with_the_checks(string members)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Thing), $"static object Make() => new Thing {{ {members} }};");
        var thing = code.Call("Make")!;
        var validation = default(Core.Validation);
        ((Core.IValidatable)thing).Validate(ref validation);
        Assert.Equal(validation.IsValid, Validator.TryValidateObject(thing, new ValidationContext(thing), null, validateAllProperties: true));
    }

    [Fact]
    public void What_no_attribute_says_is_told_of_its_property()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Thing), "static object Make() => new Thing { Price = 1m };");
        var thing = code.Call("Make")!;
        var results = new List<ValidationResult>();
        Assert.False(Validator.TryValidateObject(thing, new ValidationContext(thing), results, validateAllProperties: true));
        var result = Assert.Single(results);
        Assert.Equal(["Code"], result.MemberNames);
        Assert.Equal("/code: dependentRequired is a value beside price (#/components/schemas/Thing/dependentRequired)", result.ErrorMessage);
    }

    private static object? Call(string expression)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Thing), $$"""
            static object? Refuse() { UploadGen.ValidationExtensions.ThrowIfInvalid(new Thing { Level = 9 }); return null; }
            static object? Check() => {{expression.Replace(".Validate()", ".Limits()", StringComparison.Ordinal)}};
            static IReadOnlyList<UploadGen.Violation> Limits(this Thing thing) => UploadGen.ValidationExtensions.Validate(thing);
            """);
        return code.Call("Check");
    }
}
