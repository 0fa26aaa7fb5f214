using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Schemas;

/// <summary><c>allOf</c>, and <c>oneOf</c> or <c>anyOf</c> beside members.</summary>
public class CompositionTests
{
    private const string Parts = """
        "Kind": { "type": "string", "enum": ["a", "b"] },
        "Base": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } },
        """;

    [Theory]
    [InlineData("""{ "allOf": [ { "$ref": "#/components/schemas/Kind" } ], "description": "Kind of thing" }""", "global::System.Nullable`1[Shop.Api.Kind]")]
    [InlineData("""{ "allOf": [ { "$ref": "#/components/schemas/Kind" }, { "description": "Kind of thing" } ] }""", "global::System.Nullable`1[Shop.Api.Kind]")]
    [InlineData(
        """{ "allOf": [ { "$ref": "#/components/schemas/Kind" }, { "type": "string", "maxLength": 3 } ] }""",
        "global::System.Nullable`1[Shop.Api.Kind]")]
    [InlineData("""{ "allOf": [ { "$ref": "#/components/schemas/Base" }, { "nullable": true } ] }""", "Shop.Api.Base")]
    [InlineData(
        """{ "allOf": [ { "$ref": "#/components/schemas/Base" }, { "type": "object", "properties": { "more": { "type": "string" } } } ] }""",
        "Shop.Api.ThingPart")]
    public void AllOf_is_the_part_that_says_something_or_a_merger_of_objects(string schema, string type)
    {
        using var code = GeneratedAssembly.Of(
            Spec.Sending($$"""{{Parts}} "Thing": { "type": "object", "properties": { "part": {{schema}} } } """),
            "static string Type() => typeof(Thing).GetProperty(\"Part\")!.PropertyType.ToString();");

        Assert.Equal(type.Replace("global::", "", StringComparison.Ordinal), code.Call("Type"));
    }

    [Fact]
    public void Alternatives_beside_members_are_optional_members()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending("""
            "Thing": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } },
              "oneOf": [
                { "required": ["url"], "properties": { "url": { "type": "string" } } },
                { "required": ["text"], "properties": { "text": { "type": "string" } } } ] }
            """));

        Assert.Equal("""{"id":1,"url":"x"}""", code.RoundTrip("Thing", """{"url":"x","id":1}"""));
        Assert.Equal("""{"id":1,"text":"x"}""", code.RoundTrip("Thing", """{"text":"x","id":1}"""));
    }

    [Fact]
    public void A_union_inside_allOf_loses_no_member()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending("""
            "A": { "type": "object", "properties": { "a": { "type": "integer" } } },
            "B": { "type": "object", "properties": { "b": { "type": "integer" } } },
            "Either": { "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" } ] },
            "Thing": { "allOf": [ { "$ref": "#/components/schemas/Either" }, { "type": "object", "properties": { "c": { "type": "integer" } } } ] }
            """));

        Assert.Equal("""{"b":1,"c":2}""", code.RoundTrip("Thing", """{"c":2,"b":1}"""));
    }
}
