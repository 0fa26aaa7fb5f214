using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Schemas;

/// <summary>What a document calls the values of an enum, as the generators of documents write it.</summary>
public class EnumNameTests
{
    [Theory]
    [InlineData(""" "x-enum-varnames": ["Small", "VeryLarge"] """, "Small", "VeryLarge")]
    [InlineData(""" "x-enumNames": ["SMALL", "very-large"] """, "Small", "VeryLarge")]
    [InlineData(""" "x-ms-enum": { "name": "Size", "values": [{ "value": "xl", "name": "Large" }] } """, "S", "Large")]
    [InlineData(""" "x-enum-varnames": ["Small"] """, "S", "Xl")]
    [InlineData(""" "x-enum-varnames": ["Same", "Same"] """, "Same", "Same2")]
    [InlineData(""" "x-enum-varnames": ["", 5] """, "S", "Xl")]
    public void The_values_have_the_names_that_the_document_gives_them(string names, string first, string second)
    {
        using var generated = GeneratedAssembly.Of(Spec.Schemas($$""" "Size": { "type": "string", "enum": ["s", "xl"], {{names}} } """));

        var size = generated.Type("Size");
        Assert.Equal("s", size.GetProperty(first)!.GetValue(null)!.ToString());
        Assert.Equal("xl", size.GetProperty(second)!.GetValue(null)!.ToString());
        Assert.Equal("\"xl\"", generated.RoundTrip("Size", "\"xl\""));
    }

    [Theory]
    [InlineData(""" "x-enum-descriptions": ["Up to 1 < 2 kg", "More"] """)]
    [InlineData(""" "x-ms-enum": { "values": [{ "value": "s", "description": "Up to 1 < 2 kg" }] } """)]
    public void Their_descriptions_are_documentation(string descriptions)
    {
        var run = GeneratorRun.Of(Spec.Schemas($$""" "Size": { "type": "string", "enum": ["s", "xl"], {{descriptions}} } """)).AssertCompiles();

        Assert.Contains(run.Files.Values, text => text.Contains("<c>s</c>: Up to 1 &lt; 2 kg</summary>", StringComparison.Ordinal)
            || text.Contains("<c>s</c>: Up to 1 &lt; 2 kg.</summary>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(""" "x-enum-varnames": ["Low", "High"] """)]
    [InlineData(""" "x-enumNames": { "1": "Low", "20": "High" } """)]
    [InlineData(""" "x-ms-enum": { "name": "Level", "values": [{ "value": 1, "name": "Low" }, { "value": "20", "name": "High" }] } """)]
    public void An_integer_whose_values_have_names_is_an_enum_of_integers(string names)
    {
        using var generated = GeneratedAssembly.Of(Spec.Sending($$"""
            "Thing": { "type": "object", "required": ["level"], "properties": { "level": { "$ref": "#/components/schemas/Level" },
              "levels": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/components/schemas/Level" } },
              "either": { "oneOf": [ { "$ref": "#/components/schemas/Level" }, { "type": "string" } ] },
              "maybe": { "type": ["integer", "null"], "enum": [1, 20, null], {{names}} } } },
            "Level": { "type": "integer", "format": "int32", "enum": [1, 20], {{names}} }
            """));

        var high = generated.Type("Level").GetProperty("High")!.GetValue(null)!;
        Assert.Equal(20, GeneratedAssembly.Property(high, "Value"));
        Assert.Equal("20", high.ToString());
        const string json = """{"level":20,"levels":[1,20],"either":1,"maybe":null}""";
        Assert.Equal(json, generated.RoundTrip("Thing", json));
        Assert.Equal("""{"level":7}""", generated.RoundTrip("Thing", """{"level":7}"""));
        Assert.Equal("level enum 7", Broken(generated.Read("Thing", """{"level":7}""")));
        Assert.Equal("", Broken(generated.Read("Thing", json)));
    }

    [Fact]
    public void An_integer_whose_values_have_no_names_is_a_number()
        => Assert.Contains("public long? N", Property(""" "type": "integer", "enum": [1, 2] """), StringComparison.Ordinal);

    [Fact]
    public void Names_of_integers_beyond_64_bits_make_no_enum()
        => Assert.Contains(
            "BigInteger? N",
            Property(""" "type": "integer", "enum": [1, 36893488147419103232], "x-enum-varnames": ["A", "B"] """),
            StringComparison.Ordinal);

    [Fact]
    public void An_enum_in_place_is_called_what_the_document_calls_it_and_is_one_type()
    {
        const string size = """{ "type": "string", "enum": ["s", "xl"], "x-ms-enum": { "name": "sizeOfThing", "modelAsString": false } }""";
        var thing = Property($$""" "type": "object", "properties": { "a": {{size}}, "b": {{size}} } """, "ThingN");

        Assert.Contains("public SizeOfThing? A", thing, StringComparison.Ordinal);
        Assert.Contains("public SizeOfThing? B", thing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "n enum m")]
    public void An_enum_that_is_modeled_as_a_string_takes_any(bool isOpen, string expected)
    {
        using var generated = GeneratedAssembly.Of(Spec.Sending($$"""
            "Thing": { "type": "object", "properties": { "n": { "type": "string", "enum": ["s", "xl"],
              "x-ms-enum": { "name": "Size", "modelAsString": {{(isOpen ? "true" : "false")}} } } } }
            """));

        Assert.Equal(expected, Broken(generated.Read("Thing", """{"n":"m"}""")));
    }

    [Theory]
    [InlineData(""" "type": "boolean", "enum": [true] """, "true", "false")]
    [InlineData(""" "type": "boolean", "const": true """, "true", "false")]
    [InlineData(""" "enum": ["a", 1, null] """, "1", "2")]
    [InlineData(""" "enum": ["a", 1, null] """, "null", "\"b\"")]
    [InlineData(""" "const": 1 """, "1", "2")]
    public void Other_values_are_checked(string schema, string allowed, string refused)
    {
        using var generated = GeneratedAssembly.Of(Spec.Sending($$""" "Thing": { "type": "object", "properties": { "n": { {{schema}} } } } """));

        Assert.Equal($$"""{"n":{{allowed}}}""", generated.RoundTrip("Thing", $$"""{"n":{{allowed}}}"""));
        Assert.Equal("", Broken(generated.Read("Thing", $$"""{"n":{{allowed}}}""")));
        Assert.NotEqual("", Broken(generated.Read("Thing", $$"""{"n":{{refused}}}""")));
    }

    private static string Property(string schema, string type = "Thing")
    {
        var run = GeneratorRun.Of(Spec.Sending($$""" "Thing": { "type": "object", "properties": { "n": { {{schema}} } } } """)).AssertCompiles();
        return run.Files[$"Shop.Api.{type}.g.cs"];
    }

    private static string Broken(object value)
    {
        var validation = default(Core.Validation);
        (value as Core.IValidatable)?.Validate(ref validation);
        return string.Join(", ", validation.Violations.Select(violation => $"{violation.Pointer[1..]} {violation.Keyword} {violation.Actual}"));
    }
}
