namespace UploadGen.Generator.Tests.Limits;

/// <summary>Which types check themselves, as the model has it.</summary>
public class CheckedTypesTests
{
    private const string Limited = """ "Limited": { "type": "object", "properties": { "x": { "type": "string", "maxLength": 3 } } } """;

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "x": { "type": "string", "maxLength": 3 } } }""")]
    [InlineData("""{ "type": "object", "properties": { "x": { "type": "string" } }, "required": ["x"] }""")]
    [InlineData("""{ "type": "object", "properties": { "x": { "type": "string" } }, "minProperties": 1 }""")]
    [InlineData("""{ "type": "object", "properties": { "x": { "type": "string" }, "y": { "type": "string" } }, "dependentRequired": { "x": ["y"] } }""")]
    [InlineData("""{ "type": "object", "properties": { "x": { "type": "array", "items": { "type": "string", "maxLength": 3 } } } }""")]
    [InlineData("""{ "type": "object", "properties": { "x": {} }, "additionalProperties": { "type": "string", "maxLength": 3 } }""")]
    [InlineData("""{ "oneOf": [{ "type": "string", "maxLength": 3 }, { "type": "integer" }] }""")]
    [InlineData("""{ "type": "string", "enum": ["a", "b"] }""")]
    public void A_type_with_limits_is_checked(string schema) => Assert.Equal(["Thing"], CheckedTypes($$""" "Thing": {{schema}} """));

    [Theory]
    [InlineData("""{ "$ref": "#/components/schemas/Limited" }""")]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "$ref": "#/components/schemas/Limited" } } }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Limited" } }""")]
    public void So_is_a_type_that_is_made_of_one(string member)
        => Assert.Equal(["Limited", "Thing"], CheckedTypes($$""" "Thing": { "type": "object", "properties": { "x": {{member}} } }, {{Limited}} """));

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "x": { "type": "string" } } }""")]
    [InlineData("""{ "type": "object", "properties": { "x": { "$ref": "#/components/schemas/Thing" } } }""")]
    [InlineData("""{ "type": "object", "properties": { "x": { "type": "integer", "maxLength": 3 } } }""")]
    public void A_type_without_limits_is_not(string schema) => Assert.Empty(CheckedTypes($$""" "Thing": {{schema}} """));

    [Fact]
    public void Nor_is_what_is_only_received() => Assert.Empty(BoundModel.Bind(Spec.Schemas(Limited)).CheckedTypes);

    [Theory]
    [InlineData("""{ "x": { "type": "string", "maxLength": 3 } }""", false)]
    [InlineData("""{ "x": { "type": "string", "not": { "const": "a" } } }""", true)]
    [InlineData("""{ "x": { "type": "string", "format": "uri", "maxLength": 3 } }""", true)]
    [InlineData("""{ "x": { "$ref": "#/components/schemas/Limited" } }""", false)]
    public void A_record_answers_DataAnnotations_itself_where_attributes_say_too_little(string properties, bool expected)
    {
        var model = BoundModel.Bind(Spec.Sending($$""" "Thing": { "type": "object", "properties": {{properties}} }, {{Limited}} """));

        Assert.Equal(expected, model.CheckedTypes.Single(type => type.Name == "Thing").ExceedsAttributes);
    }

    private static IEnumerable<string> CheckedTypes(string schemas) => BoundModel.Bind(Spec.Sending(schemas)).CheckedTypes.Select(type => type.Name);
}
