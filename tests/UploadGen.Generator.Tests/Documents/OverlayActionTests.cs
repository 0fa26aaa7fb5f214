using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Overlays;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>What the actions of an overlay do to a document, by the version that the overlay says it is.</summary>
public class OverlayActionTests
{
    private const string Document = """
        { "info": { "title": "Shop" }, "tags": ["a", "b", "a"], "paths": { "/items": { "get": { "tags": ["a"], "n": 1 } }, "/other": {} } }
        """;

    [Theory]
    [InlineData("1.1.0", """{ "target": "$.info.title", "update": "Store" }""", "$.info", """{"title":"Store"}""")]
    [InlineData("1.1.3", """{ "target": "$.tags[1]", "update": 5 }""", "$.tags", """["a",5,"a"]""")]
    [InlineData("1.1.0", """{ "target": "$.tags", "update": ["c", "d"] }""", "$.tags", """["a","b","a","c","d"]""")]
    [InlineData("1.1.0", """{ "target": "$.tags", "update": { "name": "c" } }""", "$.tags", """["a","b","a",{"name":"c"}]""")]
    [InlineData("1.0.0", """{ "target": "$.tags", "update": ["c"] }""", "$.tags", """["a","b","a",["c"]]""")]
    [InlineData("1.0.1", """{ "target": "$.info", "update": { "title": { "en": "Shop" } } }""", "$.info", """{"title":{"en":"Shop"}}""")]
    [InlineData("1.1.0", """{ "target": "$.tags[?@=='a']", "remove": true }""", "$.tags", """["b"]""")]
    [InlineData("1.0.0", """{ "target": "$.tags[2,0]", "remove": true }""", "$.tags", """["b"]""")]
    [InlineData("1.1.0", """{ "target": "$.tags[::-1]", "remove": true }""", "$.tags", "[]")]
    [InlineData("1.1.0", """{ "target": "$.paths['/other']", "copy": "$.paths['/items']" }""", "$.paths['/other']", """{"get":{"tags":["a"],"n":1}}""")]
    [InlineData("1.1.0", """{ "target": "$.paths['/items'].get.tags", "copy": "$.tags" }""", "$.paths['/items'].get.tags", """["a","a","b","a"]""")]
    [InlineData("1.1.0", """{ "target": "$.tags", "copy": "$.tags[1]" }""", "$.tags", """["a","b","a","b"]""")]
    [InlineData("1.1.0", """{ "target": "$.info.title", "copy": "$.tags[1]" }""", "$.info", """{"title":"b"}""")]
    [InlineData("1.1.0", """{ "target": "$.paths['/other']", "copy": "$.info", "remove": true }""", "$.paths", """{"/items":{"get":{"tags":["a"],"n":1}}}""")]
    [InlineData("1.1.0", """{ "target": "$.info", "update": { "x-copy": null } }""", "$.info", """{"title":"Shop","x-copy":null}""")]
    public void An_action_changes_what_its_target_selects(string version, string action, string changed, string expected)
    {
        var document = Parse(Document);

        Assert.Null(Apply(Actions(version, document), action));

        AssertIs(expected, Documents(document, changed));
    }

    [Fact]
    public void A_path_is_renamed_by_three_actions()
    {
        var document = Parse(Document);
        var actions = Actions("1.1.0", document);

        Assert.Null(Apply(actions, """{ "target": "$.paths", "update": { "/new": {} } }"""));
        Assert.Null(Apply(actions, """{ "target": "$.paths['/new']", "copy": "$.paths['/items']" }"""));
        Assert.Null(Apply(actions, """{ "target": "$.paths['/items']", "remove": true }"""));

        AssertIs("""{"/other":{},"/new":{"get":{"tags":["a"],"n":1}}}""", document["paths"]);
    }

    [Theory]
    [InlineData("1.0.0", """{ "target": "$.info.title", "update": "Store" }""", "/target", "Overlay 1.0 changes objects and lists only")]
    [InlineData("1.0.0", """{ "target": "$.info", "copy": "$.info" }""", "/copy", "'copy' came with Overlay 1.1, and the overlay says it is '1.0.0'")]
    [InlineData("1.1.0", """{ "target": "$.info", "update": [] }""", "/update", "'update' gives a list, and the target '$.info' selects an object")]
    [InlineData(
        "1.1.0", """{ "target": "$.info.title", "update": {} }""", "/update", "'update' gives an object, and the target '$.info.title' selects a plain value")]
    [InlineData(
        "1.1.0", """{ "target": "$['info','tags']", "update": {} }""", "/target", "selects an object and a list, and one 'update' changes places of one")]
    [InlineData("1.1.0", """{ "target": "$.info", "copy": "$.nothing" }""", "/copy", "the copy '$.nothing' selects nothing in 'api.json'")]
    [InlineData("1.1.0", """{ "target": "$.info", "copy": "$.tags[*]" }""", "/copy", "selects 3 places, and only one can be copied")]
    [InlineData("1.1.0", """{ "target": "$.info", "copy": 5 }""", "/copy", "'copy' is no JSONPath")]
    [InlineData("1.1.0", """{ "target": "$.info", "copy": "$.tags" }""", "/copy", "'copy' gives a list")]
    [InlineData("1.1.0", """{ "target": "$.info", "copy": "$.info", "update": {} }""", "", "has both 'update' and 'copy'")]
    [InlineData("1.1.0", """{ "target": "$.info" }""", "", "neither 'update' nor 'copy' nor 'remove'")]
    [InlineData(
        "1.1.0", """{ "target": "$.paths.*", "update": { "get": { "n": 2, "tags": {} } } }""", "/update/get/tags",
        "'tags' is an object here and a list in the document")]
    public void An_action_that_cannot_be_applied_says_why_and_changes_nothing(string version, string action, string member, string message)
    {
        var document = Parse(Document);

        var problem = Apply(Actions(version, document), action);

        Assert.Equal(member, problem!.Member);
        Assert.Contains(message, problem.Text, StringComparison.Ordinal);
        AssertIs(Document, document);
    }

    [Fact]
    public void Copies_of_copies_have_an_end()
    {
        var document = Parse("""{ "a": [1], "b": {} }""");
        var actions = Actions("1.1.0", document);

        var lists = Enumerable.Range(0, 60).Select(_ => Apply(actions, """{ "target": "$.a", "copy": "$.a" }""")).OfType<ActionProblem>().First();
        var objects = Enumerable.Range(0, 60)
            .Select(i => Apply(actions, """{ "target": "$.b", "update": { "x": {} } }""")
                ?? Apply(actions, $$"""{ "target": "$..x[?!@.x]", "copy": "$.b" }""")
                ?? Apply(actions, """{ "target": "$..x", "copy": "$.b" }"""))
            .OfType<ActionProblem>()
            .First();

        Assert.Contains("copies more than 2,000,000 values", lists.Text, StringComparison.Ordinal);
        Assert.NotNull(objects);
    }

    private static OverlayAction Actions(string version, JsonObject document) => new(OverlayVersion.Read(version), "api.json", document, new OverlayPlaces());

    private static ActionProblem? Apply(OverlayAction actions, string action)
        => actions.Apply(Parse(action), new OverlayPlace("api.overlay.json", "/actions/0"));

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static JsonNode? Documents(JsonObject document, string path)
        => Assert.Single(UploadGen.Generator.Documents.JsonPaths.JsonPath.Parse(path).Select(document)).Value;

    private static void AssertIs(string expected, JsonNode? actual)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
