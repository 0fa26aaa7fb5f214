using System.Text.Json;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>Unions: the JSON decides which of the types a value is, the discriminator first, then its first token, then what reads.</summary>
public class UnionJsonTests
{
    private const string Tokens = """
        "Any": { "oneOf": [
          { "type": "string" }, { "type": "integer" }, { "type": "boolean" }, { "type": "array", "items": { "type": "integer" } },
          { "$ref": "#/components/schemas/Box" } ] },
        "Box": { "type": "object", "required": ["w"], "properties": { "w": { "type": "integer" } } }
        """;

    private const string Pets = """
        "Pet": { "oneOf": [ { "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }, { "$ref": "#/components/schemas/Fish" } ],
          "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat", "kitten": "#/components/schemas/Cat", "dog": "Dog" } } },
        "Cat": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" }, "lives": { "type": "integer" } } },
        "Dog": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" }, "lives": { "type": "integer" } } },
        "Fish": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" }, "lives": { "type": "integer" } } }
        """;

    private const string Overlap = """
        "Shape": { "anyOf": [ { "$ref": "#/components/schemas/Circle" }, { "$ref": "#/components/schemas/Square" } ] },
        "Circle": { "type": "object", "required": ["r"], "properties": { "r": { "type": "number" } } },
        "Square": { "type": "object", "required": ["a"], "properties": { "a": { "type": "number" } } }
        """;

    [Theory]
    [InlineData("\"a\"", "String")]
    [InlineData("7", "Int64")]
    [InlineData("true", "Boolean")]
    [InlineData("false", "Boolean")]
    [InlineData("[1,2]", "List`1")]
    [InlineData("""{"w":3}""", "Box")]
    public void The_token_picks_the_type(string json, string type)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas(Tokens));

        Assert.Equal(type, ValueType(code.Read("Any", json)));
        Assert.Equal(json, code.RoundTrip("Any", json));
    }

    [Fact]
    public void Nothing_is_no_value_of_a_union()
    {
        using var code = GeneratedAssembly.Of(
            Spec.Schemas("""
                "Choice": { "oneOf": [ { "type": "string" }, { "$ref": "#/components/schemas/Card" } ] },
                "Card": { "type": "object", "properties": { "n": { "type": "integer" } } }
                """),
            """
            static Choice OfText() { string? text = null; return text!; }
            static Choice OfCard() { Card? card = null; return card!; }
            """);

        foreach (var method in new[] { "OfText", "OfCard" })
        {
            Assert.IsType<ArgumentNullException>(Assert.ThrowsAny<Exception>(() => code.Call(method)).GetBaseException());
        }
    }

    [Fact]
    public void A_value_is_made_from_each_type_and_matched_by_each()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas(Tokens), """
            static string Kind(Any any) => any.Match(
                s => "string " + s, i => "integer " + i, b => "boolean " + b, l => "list " + l.Count, box => "box " + box.W);
            static string Kinds() => string.Join(
                ", ", Kind("a"), Kind(1L), Kind(true), Kind(new Box { W = 2 }), Kind(Any.FromIntegerList(new long[] { 1, 2 })));
            static bool Equal() => (Any)"a" == (Any)"a" && (Any)"a" != (Any)1L;
            static string Written() => JsonSerializer.Serialize(Any.FromIntegerList(new long[] { 1, 2 }));
            """);

        Assert.Equal("string a, integer 1, boolean True, box 2, list 2", code.Call("Kinds"));
        Assert.True((bool)code.Call("Equal")!);
        Assert.Equal("[1,2]", code.Call("Written"));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("null")]
    [InlineData("""{"x":3}""")]
    [InlineData("""["a"]""")]
    public void What_is_none_of_the_types_is_a_JsonException(string json)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas($$"""
            {{Tokens}},
            "Holder": { "type": "object", "required": ["any"], "properties": { "any": { "$ref": "#/components/schemas/Any" } } }
            """));

        Assert.ThrowsAny<JsonException>(() => code.Read("Holder", $$"""{"any":{{json}}}"""));
    }

    [Theory]
    [InlineData("""{"kind":"cat"}""", "Cat")]
    [InlineData("""{"kind":"kitten","lives":9}""", "Cat")]
    [InlineData("""{"lives":1,"kind":"dog"}""", "Dog")]
    [InlineData("""{"kind":"Fish"}""", "Fish")]
    public void The_discriminator_picks_the_type_wherever_it_stands(string json, string type)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas(Pets));

        Assert.Equal(type, ValueType(code.Read("Pet", json)));
    }

    [Theory]
    [InlineData("""{"r":1}""", "Circle")]
    [InlineData("""{"a":1}""", "Square")]
    [InlineData("""{"a":1,"r":1}""", "Circle")]
    public void Else_it_is_the_first_type_that_reads(string json, string type)
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas(Overlap));

        Assert.Equal(type, ValueType(code.Read("Shape", json)));
    }

    [Fact]
    public void A_union_may_be_null_where_null_is_one_of_its_types()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Thing": { "type": "object", "required": ["x"], "properties": {
              "x": { "anyOf": [ { "type": "string" }, { "type": "integer" }, { "type": "null" } ] } } }
            """));

        Assert.Equal("""{"x":null}""", code.RoundTrip("Thing", """{"x":null}"""));
        Assert.Equal("""{"x":5}""", code.RoundTrip("Thing", """{"x":5}"""));
    }

    [Fact]
    public void A_type_array_is_a_union()
    {
        using var code = GeneratedAssembly.Of(Spec.Schemas("""
            "Thing": { "type": "object", "required": ["x"], "properties": { "x": { "type": ["string", "number", "null"] } } }
            """));

        Assert.Equal("""{"x":"a"}""", code.RoundTrip("Thing", """{"x":"a"}"""));
        Assert.Equal("""{"x":1.5}""", code.RoundTrip("Thing", """{"x":1.5}"""));
        Assert.Equal("""{"x":null}""", code.RoundTrip("Thing", """{"x":null}"""));
    }

    private static string ValueType(object union) => GeneratedAssembly.Property(union, "Value")!.GetType().Name;
}
