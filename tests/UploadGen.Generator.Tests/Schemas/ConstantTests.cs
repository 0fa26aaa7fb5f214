using System.Text.Json;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Schemas;

/// <summary>Members that can have one value only.</summary>
public class ConstantTests
{
    [Theory]
    [InlineData("""{ "type": "string", "const": "image" }""")]
    [InlineData("""{ "type": "string", "enum": ["image"] }""")]
    public void A_required_constant_says_itself(string schema)
    {
        using var code = GeneratedAssembly.Of(
            Spec.Sending($$""" "Thing": { "type": "object", "required": ["type"], "properties": { "type": {{schema}} } } """),
            "static string Unset() => JsonSerializer.Serialize(new Thing());");

        Assert.Equal("""{"type":"image"}""", code.Call("Unset"));
        Assert.ThrowsAny<JsonException>(() => code.Read("Thing", "{}"));
    }

    [Fact]
    public void An_optional_constant_is_sent_when_it_is_set()
    {
        using var code = GeneratedAssembly.Of(
            Spec.Sending(""" "Thing": { "type": "object", "properties": { "type": { "type": "string", "const": "image" } } } """),
            "static string Unset() => JsonSerializer.Serialize(new Thing()); static string Set() => JsonSerializer.Serialize(new Thing { Type = \"image\" });");

        Assert.Equal("{}", code.Call("Unset"));
        Assert.Equal("""{"type":"image"}""", code.Call("Set"));
    }

    [Fact]
    public void Objects_that_differ_in_a_constant_need_no_discriminator()
    {
        using var code = GeneratedAssembly.Of(Spec.Sending("""
            "Image": { "type": "object", "required": ["kind"], "properties": {
              "kind": { "const": "image", "type": "string" }, "width": { "type": "integer" } } },
            "Video": { "type": "object", "required": ["kind"], "properties": {
              "kind": { "const": "video", "type": "string" }, "seconds": { "type": "integer" } } },
            "Thing": { "oneOf": [ { "$ref": "#/components/schemas/Image" }, { "$ref": "#/components/schemas/Video" } ] }
            """));

        Assert.Equal("""{"kind":"video","seconds":3}""", code.RoundTrip("Thing", """{"seconds":3,"kind":"video"}"""));
        Assert.Equal("""{"kind":"image","width":2}""", code.RoundTrip("Thing", """{"width":2,"kind":"image"}"""));
    }
}
