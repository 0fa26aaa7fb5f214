namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>A person's half of a generated type may say how System.Text.Json converts it. Then the generated half is silent: the attribute can't stand twice.</summary>
public class DeclaredConverterTests
{
    private const string Attribute = "[global::System.Text.Json.Serialization.JsonConverter(";

    private static readonly string Document = Spec.Schemas("""
        "Item": { "type": "object", "properties": { "name": { "type": "string" }, "kind": { "$ref": "#/components/schemas/Kind" } } },
        "Kind": { "type": "string", "enum": ["image", "video"] },
        "Place": { "anyOf": [ { "type": "string" }, { "type": "integer" } ] },
        "Other": { "type": "object", "properties": { "name": { "type": "string" } } }
        """);

    [Fact]
    public void The_half_that_a_person_wrote_speaks_for_records_enums_and_unions()
    {
        var run = GeneratorRun.Of(Document, source: """
            using System.Text.Json.Serialization;
            using UploadGen.Core;

            namespace Shop.Api;

            [JsonConverter(typeof(JsonModelConverter<Item>))]
            public sealed partial record Item
            {
                internal bool IsImage => Kind == Shop.Api.Kind.Image;
            }

            [JsonConverter(typeof(JsonModelConverter<Kind>))]
            partial record struct Kind;

            [JsonConverter(typeof(JsonModelConverter<Place>))]
            partial record Place;
            """).AssertCompiles();

        Assert.Equal(["Shop.Api.Other.g.cs"], WithConverter(run));
    }

    [Fact]
    public void Any_converter_will_do()
    {
        var run = GeneratorRun.Of(Document, source: """
            namespace Shop.Api
            {
                [System.Text.Json.Serialization.JsonConverterAttribute(typeof(OwnConverter))]
                partial record Item;

                internal sealed class OwnConverter : System.Text.Json.Serialization.JsonConverter<Item>
                {
                    public override Item Read(ref System.Text.Json.Utf8JsonReader reader, System.Type type, System.Text.Json.JsonSerializerOptions options)
                        => new() { Name = reader.GetString() };

                    public override void Write(System.Text.Json.Utf8JsonWriter writer, Item value, System.Text.Json.JsonSerializerOptions options)
                        => writer.WriteStringValue(value.Name);
                }
            }
            """).AssertCompiles();

        Assert.DoesNotContain("Shop.Api.Item.g.cs", WithConverter(run));
    }

    [Theory]
    [InlineData("namespace Shop.Api { partial record Item { internal bool IsImage => true; } }")]
    [InlineData("namespace Shop.Api { partial record Item { [System.Text.Json.Serialization.JsonConverter(typeof(object))] internal bool IsImage => true; } }")]
    [InlineData("namespace Shop.Other { [System.Text.Json.Serialization.JsonConverter(typeof(object))] internal partial record Item; }")]
    [InlineData("[System.Text.Json.Serialization.JsonConverter(typeof(object))] internal partial record Item;")]
    [InlineData(
        "namespace Shop.Api { internal partial record Outer { [System.Text.Json.Serialization.JsonConverter(typeof(object))] internal partial record Item; } }")]
    [InlineData("namespace Shop.Api { [System.Text.Json.Serialization.JsonConverter(typeof(object))] internal partial record Item<T>; }")]
    public void A_half_without_converter_and_another_type_of_the_name_change_nothing(string source)
    {
        var run = GeneratorRun.Of(Document, source: source).AssertCompiles();

        Assert.Equal(["Shop.Api.Item.g.cs", "Shop.Api.Kind.g.cs", "Shop.Api.Other.g.cs", "Shop.Api.Place.g.cs"], WithConverter(run));
    }

    [Fact]
    public void A_namespace_with_a_keyword_in_it_is_the_same_in_both_halves()
    {
        var run = GeneratorRun.Of(
            new InMemoryText("api.json", Document),
            rootNamespace: "Shop.event",
            source: """
                namespace Shop.@event.Api;

                [System.Text.Json.Serialization.JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Item>))]
                partial record Item;
                """).AssertCompiles();

        Assert.DoesNotContain("Shop.event.Api.Item.g.cs", WithConverter(run));
    }

    private static IEnumerable<string> WithConverter(GeneratorRun run)
        => run.Files.Where(file => file.Value.Contains(Attribute, StringComparison.Ordinal)).Select(file => file.Key).Order(StringComparer.Ordinal);
}
