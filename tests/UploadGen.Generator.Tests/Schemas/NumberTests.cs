using System.Numerics;
using System.Text.Json;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Schemas;

/// <summary>Numbers of every width, and those that may come as texts, in both ways that ASP.NET Core documents them.</summary>
public class NumberTests
{
    private const string Digits = """ "pattern": "^-?(?:0|[1-9]\\d*)$" """;

    [Theory]
    [InlineData("int8", typeof(int))]
    [InlineData("uint16", typeof(int))]
    [InlineData("uint32", typeof(long))]
    [InlineData("int64", typeof(long))]
    [InlineData("uint64", typeof(ulong))]
    [InlineData("uint128", typeof(BigInteger))]
    public void A_format_says_the_width(string format, Type expected)
        => Assert.Equal(expected, TypeOf($$"""{ "type": "integer", "format": "{{format}}" }"""));

    [Theory]
    [InlineData(""" "maximum": 9223372036854775807 """, typeof(long))]
    [InlineData(""" "minimum": 0, "maximum": 18446744073709551615 """, typeof(ulong))]
    [InlineData(""" "maximum": 18446744073709551616 """, typeof(BigInteger))]
    [InlineData(""" "minimum": -9223372036854775809 """, typeof(BigInteger))]
    [InlineData(""" "minimum": -1, "maximum": 18446744073709551615 """, typeof(BigInteger))]
    [InlineData(""" "minimum": -1e40 """, typeof(BigInteger))]
    [InlineData(""" "enum": [1, 18446744073709551616] """, typeof(BigInteger))]
    [InlineData(""" "const": 123456789012345678901234567890123456789 """, typeof(BigInteger))]
    [InlineData(""" "examples": [123456789012345678901234567890] """, typeof(BigInteger))]
    [InlineData(""" "default": 9223372036854775808 """, typeof(ulong))]
    public void So_do_bounds_that_a_long_has_no_room_for(string bounds, Type expected)
        => Assert.Equal(expected, TypeOf($$"""{ "type": "integer", {{bounds}} }"""));

    [Theory]
    [InlineData("""{ "type": ["integer", "string"], "format": "int32" }""", typeof(int))]
    [InlineData($$"""{ "type": ["integer", "string"], {{Digits}} }""", typeof(long))]
    [InlineData($$"""{ "type": ["null", "integer", "string"], "format": "uint64", {{Digits}} }""", typeof(ulong?))]
    [InlineData($$"""{ "anyOf": [{ "type": "integer" }, { "type": "string" }], "format": "int32", {{Digits}} }""", typeof(int))]
    [InlineData($$"""{ "format": "int32", {{Digits}} }""", typeof(int))]
    [InlineData("""{ "type": ["number", "string"], "format": "double" }""", typeof(double))]
    [InlineData("""{ "type": ["number", "string"], "format": "decimal" }""", typeof(decimal))]
    public void A_number_that_may_be_a_text_is_a_number(string schema, Type expected)
    {
        Assert.Equal(expected, TypeOf(schema));
        using var generated = Of(schema);
        Assert.Equal("""{"n":12}""", generated.RoundTrip("Thing", """{"n":12}"""));
        Assert.Equal("""{"n":12}""", generated.RoundTrip("Thing", """{"n":"12"}"""));
        Assert.Throws<JsonException>(() => generated.Read("Thing", """{"n":"twelve"}"""));
    }

    [Theory]
    [InlineData("""{ "type": ["integer", "string"] }""")]
    [InlineData("""{ "type": ["integer", "string"], "pattern": "^[a-z]*$" }""")]
    [InlineData("""{ "type": ["integer", "string"], "pattern": "^[0-9a-f]+$" }""")]
    [InlineData("""{ "anyOf": [{ "type": "integer" }, { "type": "string", "format": "date" }], "format": "int32" }""")]
    public void A_text_that_is_no_number_stays_one(string schema) => Assert.Equal("ThingN", TypeOf(schema).Name);

    [Theory]
    [InlineData("uint64", "18446744073709551615")]
    [InlineData("uint128", "340282366920938463463374607431768211455")]
    [InlineData("bigint", "-123456789012345678901234567890123456789012345678901234567890")]
    public void No_digit_is_lost(string format, string number)
    {
        using var generated = Of($$"""{ "type": "integer", "format": "{{format}}" }""");
        Assert.Equal($$"""{"n":{{number}}}""", generated.RoundTrip("Thing", $$"""{"n":{{number}}}"""));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    public void What_is_not_finite_is_a_text(string number)
    {
        foreach (var format in new[] { "float", "double" })
        {
            using var generated = Of($$"""{ "type": ["number", "string"], "format": "{{format}}" }""");
            Assert.Equal($$"""{"n":"{{number}}"}""", generated.RoundTrip("Thing", $$"""{"n":"{{number}}"}"""));
        }
    }

    [Theory]
    [InlineData("5", "minimum")]
    [InlineData("123456789012345678901234567890", "")]
    [InlineData("123456789012345678901234567891", "multipleOf")]
    [InlineData("123456789012345678901234567900", "maximum")]
    public void Bounds_beyond_64_bits_are_checked_to_the_last_digit(string number, string expected)
    {
        using var generated = Of("""{ "type": "integer", "minimum": 10, "exclusiveMaximum": 123456789012345678901234567900, "multipleOf": 10 }""");
        var validation = default(Core.Validation);
        ((Core.IValidatable)generated.Read("Thing", $$"""{"n":{{number}}}""")).Validate(ref validation);

        Assert.All(validation.Violations, violation => Assert.NotEmpty(expected));
        Assert.Contains(expected, string.Join(", ", validation.Violations.Select(violation => violation.Keyword)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Bounds_of_64_bits_without_a_sign_are_checked()
    {
        using var generated = Of("""{ "type": "integer", "format": "uint64", "minimum": 5, "maximum": 18446744073709551614, "multipleOf": 2 }""");
        foreach (var (number, keywords) in new[] { ("4", "minimum"), ("18446744073709551615", "maximum,multipleOf"), ("18446744073709551614", "") })
        {
            var violations = (IReadOnlyList<Violation>)generated.Call("Check", generated.Read("Thing", $$"""{"n":{{number}}}"""))!;
            Assert.Equal(keywords, string.Join(',', violations.Select(violation => violation.Keyword)));
        }
    }

    private static Type TypeOf(string schema)
    {
        using var generated = Of(schema);
        return generated.Type("Thing").GetProperty("N")!.PropertyType is var type && Nullable.GetUnderlyingType(type) is { } inner
            && !schema.Contains("null", StringComparison.Ordinal) ? inner : type;
    }

    private static GeneratedAssembly Of(string schema) => GeneratedAssembly.Of(
        Spec.Sending($$""" "Thing": { "type": "object", "required": ["n"], "properties": { "n": {{schema}} } } """),
        "public static object Check(Thing thing) => UploadGen.ValidationExtensions.Validate(thing);");
}
