using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Formats.Json;
using UploadGen.Generator.Documents.Formats.Yaml;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>A name that stands twice in an object is told of where it stands again, in all formats, in overlays and in files that are referred to.</summary>
public class DuplicateNameTests
{
    private const string Json = """
        {
          "openapi": "3.1.0", "info": { "title": "ä😀", "title": "Shop", "version": "1" },
          "paths": {
            "/a": { "get": { "operationId": "getA", "responses": { "204": { "description": "" } } } },
            "/a": { "get": { "operationId": "getB", "responses": { "204": { "description": "" } } } }
          }
        }
        """;

    private const string Yaml = """
        openapi: 3.1.0
        info: { title: ä, title: Shop, version: '1' }
        paths:
          /a:
            get: { operationId: getA, responses: { '204': { description: '' } } }
          "/a":
            get: { operationId: getB, responses: { '204': { description: '' } } }
        """;

    [Theory]
    [InlineData("api.json", Json, "api.json(2,49)", "title", 2, "api.json(5,5)", "/a", 4, 5)]
    [InlineData("api.yaml", Yaml, "api.yaml(2,19)", "title", 2, "api.yaml(6,3)", "/a", 4, 6)]
    public async Task Each_is_told_of_where_it_stands_again_and_the_last_counts(
        string file, string text, string place, string name, int line, string otherPlace, string otherName, int first, int last)
    {
        var run = GeneratorRun.Of([new InMemoryText(file, text)]);

        run.AssertCompiles();
        Assert.Equal([Said(file, place, name, line, line), Said(file, otherPlace, otherName, first, last)], await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("GetBAsync", run.Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("GetAAsync", run.Files["Shop.Api.ApiClient.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "a": 1, "b": { "a": 2 }, "c": [ { "a": 3 }, { "a": 4 } ] }""")]
    [InlineData("""{ "a": 1, "A": 2, "": 3 }""")]
    public void Objects_have_names_of_their_own(string text)
    {
        Assert.Empty(Found(new JsonFormat(), text));
        Assert.Empty(Found(new YamlFormat(), text));
    }

    [Theory]
    [InlineData("{\n \"a\": 1,\n \"a\": { \"x\": 1, \"x\": 2 },\n \"\\u0061\": 3\n}")]
    public void A_third_is_told_of_too_and_what_does_not_count_is_looked_into(string text)
    {
        DuplicateName[] expected = [new("a", 2, 1, 1, 3), new("x", 2, 16, 2, 2), new("a", 3, 1, 1, 3)];

        Assert.Equal(expected, Found(new JsonFormat(), text));
        Assert.Equal(expected, Found(new YamlFormat(), text));
    }

    [Fact]
    public void What_is_merged_is_no_duplicate()
        => Assert.Empty(Found(new YamlFormat(), "a: &a { x: 1 }\nb: &b { x: 2 }\nc:\n  <<: *a\n  <<: *b\n  x: 3\nd: *a\n"));

    [Fact]
    public async Task In_an_overlay_it_is_told_of_there()
    {
        var run = GeneratorRun.Of([
            new InMemoryText("api.json", Spec.Document("{}")),
            new InMemoryText("api.overlay.yaml", "overlay: 1.0.0\nactions:\n- target: $.info\n  update: { title: A }\n  update: { title: B }\n"),
        ]);

        Assert.Equal([Said("api.overlay.yaml", "api.overlay.yaml(5,3)", "update", 4, 5)], await run.PrintedDocumentDiagnosticsAsync());
    }

    [Fact]
    public async Task In_a_file_that_is_referred_to_it_is_told_of_at_the_reference()
    {
        const string reference = """{ "$ref": "parts.yaml#/Thing" }""";
        var run = GeneratorRun.Of([
            new InMemoryText("api.json", Spec.Document($$"""{}, "components": { "schemas": { "Thing": {{reference}} } }""")),
            new InMemoryText("parts.yaml", "Thing:\n  type: string\n  type: object\n"),
        ]);

        var line = Assert.Single(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains(
            "warning UPG013: 'api.json': in the file it refers to, parts.yaml(3,3), 'type' stands in this object already, in line 2; what line 3 says counts.",
            line,
            StringComparison.Ordinal);
    }

    private static List<DuplicateName> Found(DocumentFormat format, string text)
    {
        var duplicates = new List<DuplicateName>();
        format.Parse(text, duplicates);
        return duplicates;
    }

    private static string Said(string file, string place, string name, int first, int last)
        => $"{place}: warning UPG013: '{file}': '{name}' stands in this object already, in line {first}; what line {last} says counts. "
            + "Take out what isn't meant, or give it the name that is; what is generated follows the last.";
}
