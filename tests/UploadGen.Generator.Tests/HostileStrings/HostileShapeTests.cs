using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.Generator.Tests.HostileStrings;

/// <summary>Documents that are too deep, too wide, go round in circles, or contradict themselves.</summary>
public class HostileShapeTests
{
    [Theory]
    [InlineData("[", "]")]
    [InlineData("""{ "properties": { "a": """, "} }")]
    [InlineData("""{ "items": """, "}")]
    [InlineData("""{ "allOf": [ """, "] }")]
    [InlineData("""{ "x-deep": """, "}")]
    public async Task Ten_thousand_levels_are_refused_where_they_get_too_deep(string open, string close)
    {
        var deep = Repeated(open, 10_000) + "{}" + Repeated(close, 10_000);
        var run = GeneratorRun.Of(Spec.Schemas($"\n\"Deep\": {deep}"));

        Assert.Null(run.Result.Exception);
        var problem = Assert.Single(await run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken));
        Assert.Equal("UPG001", problem.Id);
        Assert.Equal(1, problem.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("""{ "properties": { "a": """, "} }", 60)]
    [InlineData("""{ "type": "array", "items": """, "}", 120)]
    [InlineData("""{ "allOf": [ """, "] }", 60)]
    [InlineData("""{ "anyOf": [ { "type": "string" }, """, "] }", 60)]
    public void Deep_schemas_that_can_be_read_are_generated(string open, string close, int depth)
        => GeneratorRun.Of(Spec.Schemas($$"""
            "Deep": { "type": "object", "properties": { "a": {{Repeated(open, depth) + """{ "type": "string" }""" + Repeated(close, depth)}} } }
            """)).AssertCompiles();

    [Theory]
    [InlineData("""{ "allOf": [ { "$ref": "#/components/schemas/A" } ] }""")]
    [InlineData("""{ "allOf": [ { "$ref": "#/components/schemas/B" }, { "type": "object", "properties": { "a": { "type": "string" } } } ] }""")]
    [InlineData("""{ "oneOf": [ { "$ref": "#/components/schemas/A" } ] }""")]
    [InlineData("""{ "anyOf": [ { "$ref": "#/components/schemas/B" }, { "type": "null" } ] }""")]
    [InlineData("""{ "$ref": "#/components/schemas/A" }""")]
    [InlineData("""{ "$ref": "#/components/schemas/B" }""")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/A" } }""")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/B" } }""")]
    [InlineData("""{ "additionalProperties": { "$ref": "#/components/schemas/B" } }""")]
    [InlineData("""{ "type": "object", "allOf": [ { "$ref": "#/components/schemas/B" } ], "properties": { "b": { "$ref": "#/components/schemas/B" } } }""")]
    [InlineData("""{ "$ref": "#/components/schemas/A/properties/a" }""")]
    public void A_schema_that_consists_of_itself_is_generated_as_far_as_it_goes(string schema)
        => GeneratorRun.Of(Spec.Schemas($$"""
            "A": {{schema}}, "B": { "allOf": [ { "$ref": "#/components/schemas/A" } ] },
            "Holder": { "type": "object", "required": [ "a" ], "properties": {
              "a": { "$ref": "#/components/schemas/A" }, "b": { "$ref": "#/components/schemas/B" } } }
            """)).AssertCompiles();

    [Fact]
    public void A_hundred_thousand_enum_values_are_a_hundred_thousand_members()
    {
        var values = string.Join(",", Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"value-{i}\"")));
        var run = GeneratorRun.Of(Spec.Schemas($$""" "Many": { "type": "string", "enum": [ {{values}} ] } """));

        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.GeneratedSources.SelectMany(source => source.SyntaxTree.GetDiagnostics(TestContext.Current.CancellationToken)));
        Assert.Contains("Value99999 ", run.Files["Shop.Api.Many.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_all_make_the_same_name_are_told_apart_quickly()
    {
        // Different as strings, the same once what is no letter is left out.
        var values = Enumerable.Range(0, 20_000).Select(i => Spec.Json("v" + new string('-', 300) + new string((char)(0x2200 + (i % 100)), (i / 100) + 1)));
        var run = GeneratorRun.Of(Spec.Schemas($$""" "Many": { "type": "string", "enum": [ {{string.Join(",", values)}} ] } """));

        Assert.Null(run.Result.Exception);
        Assert.Contains("20000 ", run.Files["Shop.Api.Many.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_members_with_one_name_the_last_counts()
    {
        var run = GeneratorRun.Of(Spec.Schemas("""
            "Album": { "type": "string" },
            "Album": { "type": "object", "properties": { "title": { "type": "integer" }, "title": { "type": "string" } }, "type": "object" }
            """)).AssertCompiles();

        var properties = run.Output.SyntaxTrees.SelectMany(tree => tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes())
            .OfType<PropertyDeclarationSyntax>();
        Assert.Equal("string?", Assert.Single(properties, property => property.Identifier.ValueText == "Title").Type.ToString());
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e-400")]
    [InlineData("1E+999999999")]
    [InlineData("99999999999999999999999999999999999999999999")]
    [InlineData("-79228162514264337593543950336")]
    [InlineData("9223372036854775808")]
    [InlineData("0.1234567890123456789012345678901234567890")]
    [InlineData("-0")]
    public void A_number_beyond_every_type_limits_nothing_and_breaks_nothing(string number)
    {
        var schemas = new[] { "integer", "number" }
            .SelectMany(type => new[] { "int32", "int64", "float", "double", "decimal", "none" }.Select(format => $$"""
                "{{type}} {{format}}": { "type": "{{type}}", "format": "{{format}}", "minimum": {{number}}, "maximum": {{number}},
                  "exclusiveMinimum": {{number}}, "exclusiveMaximum": {{number}},
                  "multipleOf": {{number}}, "default": {{number}}, "enum": [ {{number}} ], "const": {{number}} }
                """));
        var text = $$"""{ "type": "string", "minLength": {{number}}, "maxLength": {{number}}, "default": {{number}} }""";
        var list = $$"""{ "type": "array", "minItems": {{number}}, "maxItems": {{number}}, "items": {} }""";

        GeneratorRun.Of(Spec.Sending($$"""
            "Thing": { "type": "object", "minProperties": {{number}}, "maxProperties": {{number}},
              "properties": { {{string.Join(",", schemas)}}, "text": {{text}}, "list": {{list}} } }
            """)).AssertCompiles();
    }

    private static string Repeated(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
