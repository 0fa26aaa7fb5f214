using System.Text.Json;

namespace UploadGen.Tests;

/// <summary>A value's JSON is put to a schema as JSON Schema 2020-12 has it.</summary>
public class SchemaRuleTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "1.0", "1.5")]
    [InlineData("""{"type":["string","null"]}""", "null", "1")]
    [InlineData("""{"nullable":true,"type":"string"}""", "null", "1")]
    [InlineData("""{"const":{"a":[1,2],"b":null}}""", """{"b":null,"a":[1.0,20e-1]}""", """{"a":[2,1],"b":null}""")]
    [InlineData("""{"enum":[1e400,"a"]}""", "10e399", "1e401")]
    [InlineData("""{"minLength":2}""", "\"ab\"", "\"😀\"")]
    [InlineData("""{"maxLength":1}""", "\"😀\"", "\"ab\"")]
    [InlineData("""{"pattern":"b$"}""", "\"ab\"", "\"ba\"")]
    [InlineData("""{"pattern":"\\d","x-expressions":{"\\d":"[0-9]"}}""", "\"1\"", "\"٣\"")]
    [InlineData("""{"minimum":0.1}""", "0.10", "0.09999999999999999999999999999999999999")]
    [InlineData("""{"maximum":9007199254740993}""", "9007199254740993", "9007199254740994")]
    [InlineData("""{"exclusiveMinimum":1}""", "1.0000000000000000000000000000000001", "1")]
    [InlineData("""{"exclusiveMaximum":1}""", "0.9", "1.0")]
    [InlineData("""{"minimum":1,"exclusiveMinimum":true}""", "2", "1")]
    [InlineData("""{"maximum":1,"exclusiveMaximum":true}""", "0", "1")]
    [InlineData("""{"multipleOf":0.1}""", "0.3", "0.35")]
    [InlineData("""{"minItems":1}""", "[0]", "[]")]
    [InlineData("""{"maxItems":1}""", "[0]", "[0,0]")]
    [InlineData("""{"uniqueItems":true}""", "[1,true,\"1\"]", "[1,1.0]")]
    [InlineData("""{"minProperties":1}""", """{"a":0}""", "{}")]
    [InlineData("""{"maxProperties":1}""", """{"a":0}""", """{"a":0,"b":0}""")]
    [InlineData("""{"required":["a"]}""", """{"a":null}""", """{"b":0}""")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"c":0}""", """{"a":0}""")]
    [InlineData("""{"dependentSchemas":{"a":{"maxProperties":1}}}""", """{"b":0,"c":0}""", """{"a":0,"b":0}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":"","b":0}""", """{"a":0}""")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"}}}""", """{"x-a":"","b":0}""", """{"x-a":0}""")]
    [InlineData("""{"properties":{"a":true},"patternProperties":{"^x-":true},"additionalProperties":false}""", """{"a":0,"x-b":0}""", """{"b":0}""")]
    [InlineData("""{"propertyNames":{"maxLength":1}}""", """{"a":0}""", """{"a\"":0}""")]
    [InlineData("""{"items":{"type":"integer"}}""", "[1]", "[1,\"a\"]")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"items":{"type":"integer"}}""", "[\"a\",1]", "[\"a\",\"b\"]")]
    [InlineData("""{"contains":{"const":1}}""", "[0,1]", "[0]")]
    [InlineData("""{"contains":{"const":1},"minContains":2}""", "[1,1]", "[0,1]")]
    [InlineData("""{"contains":{"const":1},"maxContains":1}""", "[0,1]", "[1,1]")]
    [InlineData("""{"contains":{"const":1},"minContains":0}""", "[]", null)]
    [InlineData("""{"allOf":[{"minimum":1},{"maximum":2}]}""", "1", "3")]
    [InlineData("""{"anyOf":[{"maximum":1},{"minimum":3}]}""", "3", "2")]
    [InlineData("""{"oneOf":[{"maximum":3},{"minimum":1}]}""", "0", "2")]
    [InlineData("""{"oneOf":[{"maximum":3},{"minimum":1}],"x-overlap":true}""", "2", null)]
    [InlineData("""{"not":{"type":"string"}}""", "1", "\"a\"")]
    [InlineData("""{"if":{"minimum":5},"then":{"multipleOf":2},"else":{"const":1}}""", "6", "7")]
    [InlineData("""{"if":{"minimum":5},"then":{"multipleOf":2},"else":{"const":1}}""", "1", "2")]
    [InlineData("""{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}""", """{"a":0}""", """{"b":0}""")]
    [InlineData("""{"prefixItems":[true],"unevaluatedItems":false}""", "[0]", "[0,0]")]
    [InlineData("""{"$ref":"#/list"}""", """{"next":{"next":{}}}""", """{"next":{"next":1}}""")]
    [InlineData("""{"properties":{"a":false}}""", "{}", """{"a":0}""")]
    public void A_value_fits_or_does_not(string schema, string valid, string? invalid)
    {
        var definitions = new Dictionary<string, string> { ["#/list"] = """{"type":"object","properties":{"next":{"$ref":"#/list"}}}""" };
        var rule = new SchemaRule("#/place", schema, definitions);
        Assert.Empty(Violations(rule, valid));
        if (invalid is not null)
        {
            Assert.Single(Violations(rule, invalid));
        }
    }

    [Theory]
    [InlineData(
        """{"properties":{"a/b":{"items":{"minLength":3}}}}""", """{"a/b":["xyz","x"]}""", "/m/a~1b/1", "minLength", "3", "1",
        "#/place/properties/a~1b/items/minLength")]
    [InlineData("""{"maxProperties":0}""", """{"a":1}""", "/m", "maxProperties", "0", "1", "#/place/maxProperties")]
    [InlineData("""{"contains":{"const":1},"maxContains":1}""", "[1,1]", "/m", "maxContains", "1", "2", "#/place/maxContains")]
    [InlineData("""{"const":1}""", """{"secret":"x"}""", "/m", "const", "1", "an object", "#/place/const")]
    [InlineData(
        """{"properties":{"pin":{"x-secret":true,"const":1}}}""", """{"pin":"1234"}""", "/m/pin", "const", "1", "concealed", "#/place/properties/pin/const")]
    public void A_violation_says_what_and_where(string schema, string value, string where, string keyword, string limit, string actual, string location)
        => Assert.Equal(new Violation(where, keyword, limit, actual, location), Assert.Single(Violations(new SchemaRule("#/place", schema), value)));

    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("1e2", "100", 0)]
    [InlineData("-1e-2", "-0.02", 1)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891", -1)]
    public void Numbers_compare_as_written(string left, string right, int order)
        => Assert.Equal(order, Number(left)!.Value.CompareTo(Number(right)!.Value));

    [Theory]
    [InlineData("1.50", "0.05", true)]
    [InlineData("1e30", "7", false)]
    [InlineData("0", "3", true)]
    [InlineData("0.0075", "0.0001", true)]
    public void Multiples_are_exact(string number, string divisor, bool expected)
        => Assert.Equal(expected, Number(number)!.Value.IsMultipleOf(Number(divisor)!.Value));

    [Fact]
    public void A_number_of_monstrous_size_is_not_computed_with()
    {
        Assert.Null(Number("1e1000000000"));
        Assert.Null(Number("1e99999999999"));
        Assert.Empty(Violations(new SchemaRule("#/place", """{"multipleOf":3}"""), "1e1000000000"));
    }

    private static JsonNumber? Number(string text) => JsonNumber.TryRead(Json(text));

    private static IReadOnlyList<Violation> Violations(SchemaRule rule, string value)
    {
        var validation = default(Validation);
        validation.Rule("m", Json(value), rule);
        return validation.Violations;
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
