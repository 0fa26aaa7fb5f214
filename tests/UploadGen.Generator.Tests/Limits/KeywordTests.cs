using UploadGen.Generator.Limits;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Limits;

/// <summary>What each keyword makes of a schema, as the model has it.</summary>
public class KeywordTests
{
    [Theory]
    [InlineData("string", "minLength", "1", "2", "2")]
    [InlineData("string", "maxLength", "9", "8", "8")]
    [InlineData("string", "pattern", "\"a\"", "\"b\"", "a b")]
    [InlineData("string", "format", "\"email\"", "\"hostname\"", "email")]
    [InlineData("integer", "minimum", "1", "2.5", "2.5")]
    [InlineData("integer", "maximum", "9", "8", "8")]
    [InlineData("number", "exclusiveMinimum", "1", "2", "2")]
    [InlineData("number", "exclusiveMaximum", "9", "8", "8")]
    [InlineData("number", "multipleOf", "2", "3", "2 3")]
    [InlineData("array", "minItems", "1", "2", "2")]
    [InlineData("array", "maxItems", "9", "8", "8")]
    [InlineData("array", "uniqueItems", "true", "true", "true")]
    [InlineData("object", "minProperties", "1", "2", "2")]
    [InlineData("object", "maxProperties", "9", "8", "8")]
    [InlineData("number", "enum", "[1, 2]", "[3]", "1 2")]
    public void Of_two_schemas_the_strictest_limit_holds(string type, string keyword, string one, string other, string expected)
    {
        var parts = $$"""{ "type": "{{type}}", "{{keyword}}": {{one}} }, { "type": "{{type}}", "{{keyword}}": {{other}} }""";
        var limits = Limits($$"""{ "type": "{{type}}", "allOf": [{{parts}}] }""");

        Assert.Equal(expected.Split(' '), limits.Stated.Where(limit => limit.Keyword == keyword).Select(limit => limit.Value));
    }

    [Fact]
    public void A_limit_is_placed_in_the_schema_that_states_it()
    {
        var limits = Limits("""{ "type": "string", "minLength": 1, "allOf": [{ "type": "string", "maxLength": 9 }] }""");

        Assert.Equal(
            [
                new LimitPlace("#/components/schemas/Thing", IsOfMember: false),
                new LimitPlace("#/components/schemas/Thing", IsOfMember: false, "/allOf/0"),
            ],
            limits.Checks.Select(check => check.Place));
    }

    [Theory]
    [InlineData("""{ "type": "integer", "format": "int32", "minimum": -2147483648, "maximum": 2147483647 }""")]
    [InlineData("""{ "type": "integer", "format": "int64", "maximum": 1e30 }""")]
    [InlineData("""{ "type": "boolean", "maxLength": 3 }""")]
    [InlineData("""{ "type": "boolean", "enum": [true, false] }""")]
    [InlineData("""{ "type": "boolean", "nullable": true, "enum": [false, true, true, null] }""")]
    [InlineData("""{ "type": "string", "format": "uuid", "maximum": 3 }""")]
    [InlineData("""{ "type": "string", "minLength": 0 }""")]
    public void What_no_value_of_the_type_can_break_is_not_checked(string schema) => Assert.False(Limits(schema).IsChecked);

    [Theory]
    [InlineData("""{ "type": "string", "minLength": 1, "maxLength": 9 }""", 2, "1 to 9 characters.", "CodePointLength")]
    [InlineData("""{ "type": "string", "maxLength": 1, "format": "email" }""", 2, "Format: email. Up to 1 character.", "CodePointLength Format")]
    [InlineData("""{ "type": "integer", "minimum": 1, "exclusiveMaximum": 9 }""", 2, "Less than 9, at least 1.", "IntegerRange")]
    [InlineData("""{ "type": "array", "items": {}, "minItems": 1, "uniqueItems": true }""", 2, "At least 1 item. No item twice.", "MinItems UniqueItems")]
    [InlineData("""{ "type": "array", "items": {}, "maxItems": 9 }""", 1, "Up to 9 items.", "MaxItems")]
    [InlineData("""{ "type": "string", "pattern": "^a" }""", 1, "Matches ^a (ECMA-262).", "EcmaPattern")]
    [InlineData("""{ "type": "number", "multipleOf": 2 }""", 1, "A multiple of 2.", "MultipleOf")]
    [InlineData("""{ "type": "number", "enum": [1, 2] }""", 1, "One of 1, 2.", "AllowedValues")]
    [InlineData("""{ "type": "number", "format": "decimal", "enum": [1.5] }""", 1, "One of 1.5.", "AllowedTexts")]
    public void Keywords_share_what_tells_of_them(string schema, int checks, string sentence, string attributes)
    {
        var limits = Limits(schema);

        Assert.Equal(checks, limits.Checks.Count);
        Assert.Equal(sentence, limits.Sentence);
        Assert.Equal(attributes.Split(' '), limits.Attributes.Select(attribute => attribute.Type.Split('.')[^1]));
    }

    [Theory]
    [InlineData("integer", "minimum", "2")]
    [InlineData("integer", "exclusiveMinimum", "1")]
    [InlineData("integer", "maximum", "1")]
    [InlineData("integer", "exclusiveMaximum", "2")]
    [InlineData("number", "minimum", "1.5")]
    [InlineData("number", "exclusiveMaximum", "1.5")]
    public void A_bound_that_is_a_fraction_is_rounded_for_integers_only(string type, string keyword, string expected)
    {
        var check = Assert.Single(Limits($$"""{ "type": "{{type}}", "{{keyword}}": 1.5 }""").Checks);

        Assert.Equal(expected, Assert.IsType<NumberArgument>(Assert.IsType<CallAssertion>(check.Assertion).Argument).Text);
    }

    [Theory]
    [InlineData("\"minimum\": 1, \"maximum\": 9", "1 9", "")]
    [InlineData("\"exclusiveMinimum\": 1, \"maximum\": 9", "1 9", "MinimumIsExclusive")]
    [InlineData("\"minimum\": 1, \"exclusiveMaximum\": 9", "1 9", "MaximumIsExclusive")]
    [InlineData("\"minimum\": 2, \"exclusiveMinimum\": 1, \"maximum\": 8, \"exclusiveMaximum\": 9", "2 8", "")]
    [InlineData("\"minimum\": 1, \"exclusiveMinimum\": 1, \"maximum\": 9, \"exclusiveMaximum\": 9", "1 9", "MinimumIsExclusive MaximumIsExclusive")]
    public void The_range_of_a_number_is_the_narrower_of_its_bounds(string keywords, string bounds, string exclusive)
    {
        var range = Assert.Single(Limits($$"""{ "type": "number", {{keywords}} }""").Attributes);

        Assert.Equal(bounds, string.Join(" ", range.Arguments.Cast<NumberArgument>().Select(bound => bound.Text)));
        Assert.Equal(exclusive, string.Join(" ", range.Settings.Select(setting => setting.Name)));
    }

    [Theory]
    [InlineData("""{ "type": "string" }""", false)]
    [InlineData("""{ "type": "object", "properties": { "y": { "type": "string" } } }""", true)]
    [InlineData("""{ "type": "string", "format": "byte" }""", true)]
    public void Items_that_do_not_compare_by_value_are_compared_as_JSON(string items, bool asJson)
    {
        var check = Assert.Single(Limits($$"""{ "type": "array", "uniqueItems": true, "items": {{items}} }""").Checks);

        Assert.Equal(asJson, Assert.IsType<CallAssertion>(check.Assertion).Argument is JsonWriterArgument);
    }

    [Fact]
    public void Each_keyword_stands_in_the_file_that_is_called_after_it()
    {
        var folder = Path.Combine(Repository.Root, "src", "UploadGen.Generator", "Limits", "Keywords");

        Assert.All(LimitKeywords.All, keyword => Assert.Contains(
            $"\"{keyword.Name}\"",
            File.ReadAllText(Path.Combine(folder, char.ToUpperInvariant(keyword.Name[0]) + keyword.Name[1..] + "Keyword.cs")),
            StringComparison.Ordinal));
    }

    private static LimitsModel Limits(string schema)
    {
        var model = BoundModel.Bind(Spec.Sending($$""" "Thing": { "type": "object", "properties": { "x": {{schema}} } } """));
        return Assert.Single(model.Types.OfType<RecordModel>().Single(type => type.Name == "Thing").Properties).Limits;
    }
}
