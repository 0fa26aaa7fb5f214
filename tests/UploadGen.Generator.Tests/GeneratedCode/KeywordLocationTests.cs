using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>A violation says where in the document the limit stands, wherever it came from.</summary>
public class KeywordLocationTests
{
    private const string Thing = """
        "Thing": { "allOf": [ { "$ref": "#/components/schemas/Base" }, { "required": ["name"], "properties": {
          "name": { "type": "string", "minLength": 2 },
          "short": { "allOf": [ { "type": "string", "maxLength": 9 }, { "maxLength": 2 } ] },
          "code": { "$ref": "#/components/schemas/Code" },
          "codes": { "type": "array", "maxItems": 1, "items": { "$ref": "#/components/schemas/Code" } },
          "a/b c": { "type": "array", "items": { "type": "array", "items": { "type": "integer", "maximum": 9 } } },
          "labels": { "type": "object", "additionalProperties": { "type": "string", "maxLength": 1 } },
          "part": { "$ref": "#/components/schemas/Part" },
          "mixed": { "oneOf": [ { "type": "string", "maxLength": 2 }, { "type": "integer", "minimum": 5 } ] },
          "state": { "type": "string", "enum": ["on", "off"] } },
          "dependentRequired": { "code": ["state"] } } ] },
        "Base": { "type": "object", "properties": { "size": { "type": "integer", "minimum": 1 } } },
        "Code": { "type": "string", "pattern": "^[a-z]+$" },
        "Part": { "type": "object", "properties": { "number": { "type": "integer", "minimum": 1 } } }
        """;

    [Theory]
    [InlineData("Size = 0", "Base/properties/size/minimum")]
    [InlineData("""Name = "a" """, "Thing/allOf/1/properties/name/minLength")]
    [InlineData("Name = null!", "Thing/allOf/1/required")]
    [InlineData("""Short = "abc" """, "Thing/allOf/1/properties/short/allOf/1/maxLength")]
    [InlineData("""Code = "A", State = ThingState.On""", "Code/pattern")]
    [InlineData("""Code = "a" """, "Thing/allOf/1/dependentRequired")]
    [InlineData("""Codes = ["A"]""", "Code/pattern")]
    [InlineData("""Codes = ["a", "b"]""", "Thing/allOf/1/properties/codes/maxItems")]
    [InlineData("ABC = [[1], [10]]", "Thing/allOf/1/properties/a~1b%20c/items/items/maximum")]
    [InlineData("""Labels = new Dictionary<string, string> { ["k"] = "xy" }""", "Thing/allOf/1/properties/labels/additionalProperties/maxLength")]
    [InlineData("Part = new Part { Number = 0 }", "Part/properties/number/minimum")]
    [InlineData("""Mixed = "abc" """, "Thing/allOf/1/properties/mixed/oneOf/0/maxLength")]
    [InlineData("Mixed = 4", "Thing/allOf/1/properties/mixed/oneOf/1/minimum")]
    [InlineData("""State = new ThingState("x")""", "Thing/allOf/1/properties/state/enum")]
    [InlineData(
        """Part = new Part { Number = 0 }, State = new ThingState("x"), Size = 0""",
        "Base/properties/size/minimum, Part/properties/number/minimum, Thing/allOf/1/properties/state/enum")]
    public void A_limit_has_its_place(string members, string places)
    {
        var valid = members.Contains("Name", StringComparison.Ordinal) ? members : "Name = \"ab\", " + members;
        using var code = GeneratedAssembly.Of(Spec.Sending(Thing), $$"""
            static object Check() => string.Join(", ", UploadGen.ValidationExtensions.Validate(new Thing { {{valid}} })
                .Select(violation => violation.KeywordLocation));
            """);
        Assert.Equal("#/components/schemas/" + places.Replace(", ", ", #/components/schemas/", StringComparison.Ordinal), code.Call("Check"));
    }
}
