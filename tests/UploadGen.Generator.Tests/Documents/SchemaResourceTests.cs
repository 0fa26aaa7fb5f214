using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>References of schemas by name: an <c>$id</c>, an anchor, a whole.</summary>
public class SchemaResourceTests
{
    private const string Client = "Shop.Api.ApiClient.g.cs";

    [Theory]
    [InlineData("https://example.com/schemas/owner", "Owner")]
    [InlineData("owner", "Owner")]
    [InlineData("owner#", "Owner")]
    [InlineData("/schemas/owner", "Owner")]
    [InlineData("owner#/properties/home", "OwnerHome")]
    [InlineData("owner#home", "OwnerHome")]
    [InlineData("urn:example:part", "Part")]
    [InlineData("urn:example:part#inner", "PartInner")]
    [InlineData("#", "Thing")]
    [InlineData("#beside", "ThingBeside")]
    public async Task A_schema_is_found_by_its_name(string reference, string type)
    {
        var run = GeneratorRun.Of(Document($$""" "member": { "$ref": "{{reference}}" } """));

        run.AssertCompiles();
        Assert.Contains($"public {type}? Member", run.Files["Shop.Api.Thing.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(await run.PrintedDocumentDiagnosticsAsync(), problem => problem.Contains("UPG003", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://example.com/schemas/nobody")]
    [InlineData("owner#nothing")]
    [InlineData("urn:example:part#/properties/nothing")]
    [InlineData("#nothing")]
    public async Task A_name_that_nothing_has_leads_nowhere(string reference)
    {
        var run = GeneratorRun.Of(Document($$""" "member": { "$ref": "{{reference}}" } """));

        run.AssertCompiles();
        Assert.Contains(await run.PrintedDocumentDiagnosticsAsync(), problem => problem.Contains("UPG003", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dynamic_reference_is_one_where_only_one_schema_has_the_anchor()
    {
        var run = GeneratorRun.Of(Spec.Sending("""
            "Thing": { "$dynamicAnchor": "node", "type": "object", "properties": { "children": { "type": "array", "items": { "$dynamicRef": "#node" } } } }
            """));

        run.AssertCompiles();
        Assert.Contains("IReadOnlyList<Thing>? Children", run.Files["Shop.Api.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dynamic_reference_that_may_mean_several_is_any_value_and_reported()
    {
        var run = GeneratorRun.Of(Spec.Sending("""
            "Thing": { "$ref": "#/components/schemas/Page", "$defs": { "item": { "$dynamicAnchor": "item", "type": "string" } } },
            "Page": { "$id": "page", "type": "object", "properties": { "items": { "type": "array", "items": { "$dynamicRef": "#item" } } },
              "$defs": { "any": { "$dynamicAnchor": "item" } } }
            """));

        run.AssertCompiles();
        Assert.Contains("IReadOnlyList<global::System.Text.Json.JsonElement>? Items", run.Files["Shop.Api.Page.g.cs"], StringComparison.Ordinal);
        var problems = await run.PrintedDocumentDiagnosticsAsync();
        Assert.Contains(problems, problem => problem.Contains("several schemas have its $dynamicAnchor", StringComparison.Ordinal));
    }

    [Fact]
    public void Members_beside_a_reference_are_members_from_3_1_on()
    {
        const string schemas = """
            "Thing": { "$ref": "#/components/schemas/Base", "properties": { "own": { "type": "string" } }, "required": ["own"] },
            "Base": { "type": "object", "properties": { "id": { "type": "integer" } } }
            """;
        using var code = GeneratedAssembly.Of(Spec.Sending(schemas));

        Assert.Equal("""{"id":1,"own":"x"}""", code.RoundTrip("Thing", """{"id":1,"own":"x"}"""));
        Assert.Matches(@"Base\??\s+body", GeneratorRun.Of(Spec.Sending(schemas, "3.0.3")).Files[Client]);
    }

    private static string Document(string member) => Spec.Sending($$"""
        "Thing": { "type": "object", "$id": "https://example.com/schemas/thing", "properties": { {{member}},
          "beside": { "$anchor": "beside", "type": "object", "properties": { "b": { "type": "string" } } } } },
        "Owner": { "$id": "https://example.com/schemas/owner", "type": "object",
          "properties": { "home": { "$anchor": "home", "type": "object", "properties": { "h": { "type": "string" } } } } },
        "Part": { "$id": "urn:example:part", "type": "object", "properties": { "x": { "type": "string" } },
          "$defs": { "inner": { "$anchor": "inner", "type": "object", "properties": { "i": { "type": "string" } } } } }
        """);
}
