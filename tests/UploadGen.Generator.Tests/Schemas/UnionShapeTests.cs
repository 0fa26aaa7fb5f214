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

    private const string Pets = """
        "Cat": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } },
        "Dog": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" }, "name": { "type": "string" } } },
        "Bird": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "const": "bird" }, "name": { "type": "string" } } },
        "Pet": { "oneOf": [ { "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }, { "$ref": "#/components/schemas/Bird" } ],
          "discriminator": { "propertyName": "kind", "mapping": {
            "cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog", "hound": "#/components/schemas/Dog", "bird": "#/components/schemas/Bird" } } },
        "Thing": { "type": "object", "required": ["pet"], "properties": { "pet": { "$ref": "#/components/schemas/Pet" } } }
        """;

    [Theory]
    [InlineData("new Cat { Name = \"a\" }", """{"kind":"cat","name":"a"}""")]
    [InlineData("new Dog { Kind = \"hound\", Name = \"a\" }", """{"kind":"hound","name":"a"}""")]
    [InlineData("new Dog { Kind = \"cat\", Name = \"a\" }", """{"kind":"dog","name":"a"}""")]
    [InlineData("new Bird { Name = \"a\" }", """{"kind":"bird","name":"a"}""")]
    public void A_union_writes_of_which_kind_its_value_is(string value, string expected)
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Pets), $"static string Sent() => JsonSerializer.Serialize(new Thing {{ Pet = {value} }});");

        Assert.Equal($$"""{"pet":{{expected}}}""", code.Call("Sent"));
        Assert.Equal(expected, code.RoundTrip("Pet", expected));
    }

    [Fact]
    public void A_kind_that_is_unknown_is_no_other()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending(Pets), """
            static string Matched(object pet) => ((Pet)pet).Match(cat => "cat", dog => "dog", bird => "bird", other => other.GetProperty("kind").GetString()!);
            static string Unmatched(object pet) => ((Pet)pet).Match(cat => "cat", dog => "dog", bird => "bird");
            """);
        const string json = """{"kind":"fish","name":"a","fins":[1,2.50]}""";

        Assert.Equal(json, code.RoundTrip("Pet", json));
        Assert.Equal("fish", code.Call("Matched", code.Read("Pet", json)));
        Assert.Throws<InvalidOperationException>(() => code.Call("Unmatched", code.Read("Pet", json)));
    }

    [Theory]
    [InlineData("down", "Way")]
    [InlineData("left", "Side")]
    [InlineData("anything", "String")]
    public void A_text_is_of_the_enum_that_has_it(string text, string type)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Way": { "type": "string", "enum": ["up", "down"] },
            "Side": { "type": "string", "enum": ["left", "right"] },
            "Thing": { "anyOf": [ { "$ref": "#/components/schemas/Way" }, { "$ref": "#/components/schemas/Side" }, { "type": "string" } ] }
            """));

        Assert.Equal(type, GeneratedAssembly.Property(code.Read("Thing", $"\"{text}\""), "Value")!.GetType().Name);
    }
}
