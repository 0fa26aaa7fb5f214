using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.JsonPaths;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>What a JSONPath selects (RFC 9535), as far as overlays need it.</summary>
public class JsonPathTests
{
    private const string Document = """
        { "paths": { "/a": { "post": { "operationId": "one", "deprecated": true }, "get": { "operationId": "two" } },
          "/it's": { "post": { "operationId": "three", "n": null } } },
          "tags": [ { "name": "x", "n": 1 }, { "name": "y", "n": 2 }, { "name": "z" } ] }
        """;

    [Theory]
    [InlineData("$", "root")]
    [InlineData("$.paths['/a'].post.operationId", "one")]
    [InlineData("$.paths[\"/a\"]['get'].operationId", "two")]
    [InlineData("$.paths['/it\\'s'].post.operationId", "three")]
    [InlineData("$.tags[0].name", "x")]
    [InlineData("$.tags[-1].name", "z")]
    [InlineData("$.tags[0,2].name", "x z")]
    [InlineData("$.tags[*].name", "x y z")]
    [InlineData("$.tags.*.name", "x y z")]
    [InlineData("$..operationId", "one two three")]
    [InlineData("$.paths[*]['post','get'].operationId", "one two three")]
    [InlineData("$..*..operationId", "one two three")]
    [InlineData("$.paths.*.*[?@.x]", "")]
    [InlineData("$.paths.*[?@.operationId=='two'].operationId", "two")]
    [InlineData("$.paths.*[?(@.deprecated == true)].operationId", "one")]
    [InlineData("$.paths.*[?@.deprecated].operationId", "one")]
    [InlineData("$.tags[?@.n!=1].name", "y z")]
    [InlineData("$.tags[?(@['name']==\"y\")].n", "2")]
    [InlineData("$.paths['/it\\'s'].post.n", "null")]
    [InlineData("$.tags[7].name", "")]
    [InlineData("$.nothing.below", "")]
    public void A_path_selects_each_place_once_in_order(string path, string expected)
    {
        var places = JsonPath.Parse(path).Select((JsonObject)JsonNode.Parse(Document)!);

        Assert.Equal(expected, string.Join(" ", places.Select(place => place.Parent is null ? "root" : place.Value?.ToString() ?? "null")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("paths")]
    [InlineData("$.")]
    [InlineData("$.paths./a.post")]
    [InlineData("$.paths['/a")]
    [InlineData("$[")]
    [InlineData("$[?@.a==]")]
    [InlineData("$[?@.a==nope]")]
    [InlineData("$[?length(@.a)]")]
    [InlineData("$[?length(@.*)>1]")]
    [InlineData("$[?count(1)>1]")]
    [InlineData("$[?match(@.a,'x')==true]")]
    [InlineData("$[?nope(@.a)]")]
    [InlineData("$[?@.*==1]")]
    [InlineData("$[?!@.a==1]")]
    [InlineData("$[?@.a=1]")]
    [InlineData("$[?'x']")]
    [InlineData("$[?(@.a]")]
    [InlineData("$[01]")]
    [InlineData("$[-0]")]
    [InlineData("$[9007199254740992]")]
    [InlineData("$[?@.a==01]")]
    [InlineData("$[?@.a==1.]")]
    [InlineData("$['\\x']")]
    [InlineData("$['\\ud800']")]
    [InlineData("$.a-b")]
    [InlineData("$.1a")]
    [InlineData("$. a")]
    [InlineData("$.a ")]
    [InlineData(" $.a")]
    public void What_is_not_understood_is_said_and_not_guessed(string path) => Assert.Throws<FormatException>(() => JsonPath.Parse(path));

    [Fact]
    public void Filters_within_filters_have_an_end()
        => Assert.Throws<FormatException>(() => JsonPath.Parse(string.Concat(Enumerable.Repeat("$[?", 10_000)) + new string(']', 10_000)));

    [Fact]
    public void A_name_with_a_hyphen_wants_brackets()
        => Assert.Contains("brackets", Assert.Throws<FormatException>(() => JsonPath.Parse("$.x-name")).Message, StringComparison.Ordinal);

    [Fact]
    public void Asking_again_and_again_for_everything_below_stays_cheap()
    {
        var deep = new JsonObject();
        var at = deep;
        for (var i = 0; i < 200; i++)
        {
            var next = new JsonObject { ["x"] = 1 };
            at["a"] = next;
            at = next;
        }

        Assert.Equal(200, JsonPath.Parse("$" + string.Concat(Enumerable.Repeat("..*", 20)) + "..x").Select(deep).Count + 19);
    }
}
