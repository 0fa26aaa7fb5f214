using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Schemas;

/// <summary>Unions that C# makes difficult.</summary>
public class UnionShapeTests
{
    [Theory]
    [InlineData("""{ "oneOf": [ { "$ref": "#/components/schemas/Reader" }, { "$ref": "#/components/schemas/TResult" }, """
        + """ { "$ref": "#/components/schemas/Writer" } ] }""")]
    [InlineData("""{ "oneOf": [ { "type": "array", "items": { "type": "string" } }, { "type": "array", "items": { "type": ["string", "null"] } } ] }""")]
    [InlineData("""{ "oneOf": [ { "$ref": "#/components/schemas/Thing" }, { "$ref": "#/components/schemas/Thing" } ] }""")]
    public void Compile(string schema)
        => GeneratorRun.Of(Spec.Sending($$"""
            "Reader": { "type": "object", "properties": { "a": { "type": "string" } } },
            "Writer": { "type": "object", "properties": { "b": { "type": "string" } } },
            "TResult": { "type": "object", "properties": { "c": { "type": "string" } } },
            "Thing": {{schema}}
            """)).AssertCompiles();

    [Fact]
    public void An_object_is_the_type_that_knows_its_members()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "A": { "type": "object", "properties": { "a": { "type": "string" }, "x": { "type": "string" } } },
            "B": { "type": "object", "properties": { "b": { "type": "string" }, "x": { "type": "string" } } },
            "Thing": { "anyOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" } ] }
            """));

        Assert.Equal("""{"b":"1","x":"2"}""", code.RoundTrip("Thing", """{"x":"2","b":"1"}"""));
        Assert.Equal("""{"x":"2"}""", code.RoundTrip("Thing", """{"x":"2","of tomorrow":1}"""));
    }

    [Theory]
    [InlineData("""{ "anyOf": [ { "type": "string" }, { "type": "string", "enum": ["up", "down"] } ] }""")]
    [InlineData("""{ "anyOf": [ { "type": "string", "const": "up" }, { "enum": ["down", "up"] }, { "type": "string" } ] }""")]
    public void Known_texts_beside_any_text_are_one_enum_that_takes_all(string schema)
    {
        using var code = GeneratedAssembly.Of(
            Spec.Sending($$""" "Thing": { "type": "object", "required": ["way"], "properties": { "way": {{schema}} } } """),
            "static string Sent() => JsonSerializer.Serialize(new Thing { Way = ThingWay.Down });");

        Assert.Equal("""{"way":"down"}""", code.Call("Sent"));
        Assert.Equal("""{"way":"aside"}""", code.RoundTrip("Thing", """{"way":"aside"}"""));
        Assert.DoesNotContain(code.Type("ThingWay").GetInterfaces(), one => one.Name == "IValidatable");
    }

    [Fact]
    public void Enums_in_place_are_one_enum_of_the_values_of_all()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending("""
            "Thing": { "type": "object", "properties": { "way": { "oneOf": [ { "enum": ["up"] }, { "enum": ["down", "aside"] } ] } } }
            """));

        Assert.Equal("""{"way":"aside"}""", code.RoundTrip("Thing", """{"way":"aside"}"""));
        Assert.Contains(code.Type("ThingWay").GetInterfaces(), one => one.Name == "IValidatable");
    }
}
