using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.JsonPaths;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>The examples of RFC 9535, by its sections.</summary>
public class JsonPathStandardTests
{
    private const string Store = """
        { "store": { "book": [
            { "category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95 },
            { "category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99 },
            { "category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3", "price": 8.99 },
            { "category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings", "isbn": "0-395-19395-8", "price": 22.99 } ],
          "bicycle": { "color": "red", "price": 399 } } }
        """;

    private const string Filtered = """
        { "a": [3, 5, 1, 2, 4, 6, { "b": "j" }, { "b": "k" }, { "b": {} }, { "b": "kilo" }],
          "o": { "p": 1, "q": 2, "r": 3, "s": 5, "t": { "u": 6 } }, "e": "f" }
        """;

    private const string Compared = """{ "obj": { "x": "y" }, "arr": [2, 3] }""";

    [Theory]
    [InlineData("$.store.book[*].author", """["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]""")]
    [InlineData("$..author", """["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]""")]
    [InlineData("$.store..price", "[8.95,12.99,8.99,22.99,399]")]
    [InlineData("$..book[2].title", """["Moby Dick"]""")]
    [InlineData("$..book[2].publisher", "[]")]
    [InlineData("$..book[-1].title", """["The Lord of the Rings"]""")]
    [InlineData("$..book[0,1].title", """["Sayings of the Century","Sword of Honour"]""")]
    [InlineData("$..book[:2].title", """["Sayings of the Century","Sword of Honour"]""")]
    [InlineData("$..book[?@.isbn].title", """["Moby Dick","The Lord of the Rings"]""")]
    [InlineData("$..book[?@.price<10].title", """["Sayings of the Century","Moby Dick"]""")]
    public void Section_1_5(string path, string expected) => AssertSelects(Store, path, expected);

    [Theory]
    [InlineData("$[1:3]", """["b","c"]""")]
    [InlineData("$[5:]", """["f","g"]""")]
    [InlineData("$[1:5:2]", """["b","d"]""")]
    [InlineData("$[5:1:-2]", """["f","d"]""")]
    [InlineData("$[::-1]", """["g","f","e","d","c","b","a"]""")]
    [InlineData("$[-2:]", """["f","g"]""")]
    [InlineData("$[ 1 : -9 : 1 ]", "[]")]
    [InlineData("$[::0]", "[]")]
    [InlineData("$[-9007199254740991:9007199254740991]", """["a","b","c","d","e","f","g"]""")]
    [InlineData("$[-8]", "[]")]
    public void Section_2_3_4(string path, string expected)
        => AssertSelects("""{ "list": ["a","b","c","d","e","f","g"] }""", "$.list" + path[1..], expected);

    [Theory]
    [InlineData("$.absent1 == $.absent2", true)]
    [InlineData("$.absent1 <= $.absent2", true)]
    [InlineData("$.absent == 'g'", false)]
    [InlineData("$.absent1 != $.absent2", false)]
    [InlineData("$.absent != 'g'", true)]
    [InlineData("1 <= 2", true)]
    [InlineData("1 > 2", false)]
    [InlineData("13 == '13'", false)]
    [InlineData("'a' <= 'b'", true)]
    [InlineData("'a' > 'b'", false)]
    [InlineData("$.obj == $.arr", false)]
    [InlineData("$.obj != $.arr", true)]
    [InlineData("$.obj == $.obj", true)]
    [InlineData("$.obj != $.obj", false)]
    [InlineData("$.arr == $.arr", true)]
    [InlineData("$.obj == 17", false)]
    [InlineData("$.obj != 17", true)]
    [InlineData("$.obj <= $.arr", false)]
    [InlineData("$.obj < $.arr", false)]
    [InlineData("$.obj <= $.obj", true)]
    [InlineData("$.arr <= $.arr", true)]
    [InlineData("1 <= $.arr", false)]
    [InlineData("1 >= $.arr", false)]
    [InlineData("true <= true", true)]
    [InlineData("true > true", false)]
    [InlineData("1 == 1.0", true)]
    [InlineData("100 == 1e2", true)]
    [InlineData("-0 == 0", true)]
    [InlineData("1e400 > 1", true)]
    [InlineData("null == null", true)]
    [InlineData("null == $.absent", false)]
    [InlineData("'\ue000' < '\ud83d\ude00'", true)]
    public void Section_2_3_5_3_compares(string comparison, bool expected)
        => Assert.Equal(expected, JsonPath.Parse($"$[?{comparison}]").Select((JsonObject)JsonNode.Parse(Compared)!).Count > 0);

    [Theory]
    [InlineData("$.a[?@.b == 'kilo']", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?(@.b == 'kilo')]", """[{"b":"kilo"}]""")]
    [InlineData("$.a[?@>3.5]", "[5,4,6]")]
    [InlineData("$.a[?@.b]", """[{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]""")]
    [InlineData("$[?@.*]", """[[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}],{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}}]""")]
    [InlineData("$[?@[?@.b]]", """[[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]]""")]
    [InlineData("$.o[?@<3, ?@<3]", "[1,2]")]
    [InlineData("$.a[?@<2 || @.b == \"k\"]", """[1,{"b":"k"}]""")]
    [InlineData("$.a[?match(@.b, \"[jk]\")]", """[{"b":"j"},{"b":"k"}]""")]
    [InlineData("$.a[?search(@.b, \"[jk]\")]", """[{"b":"j"},{"b":"k"},{"b":"kilo"}]""")]
    [InlineData("$.o[?@>1 && @<4]", "[2,3]")]
    [InlineData("$.o[?@.u || @.x]", """[{"u":6}]""")]
    [InlineData("$.a[?@.b == $.x]", "[3,5,1,2,4,6]")]
    [InlineData("$.a[?@ == @]", """[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]""")]
    [InlineData("$.a[?!@.b]", "[3,5,1,2,4,6]")]
    [InlineData("$.a[?!(@.b || @ < 5)]", "[5,6]")]
    [InlineData("$.a[?@ < 2 || @ > 5 && @ < 7]", "[1,6]")]
    [InlineData("$.a[?\n@\t.b  ==\r'j' ]", """[{"b":"j"}]""")]
    public void Section_2_3_5_3_filters(string path, string expected) => AssertSelects(Filtered, path, expected);

    [Theory]
    [InlineData("length(@.t) == 2", """["héé","{}"]""")]
    [InlineData("length(@.t) == 1", """["one"]""")]
    [InlineData("count(@.*) == 2", """["héé","one","{}","sigma"]""")]
    [InlineData("count(@['n','n']) == 2", """["héé","one","{}","sigma","zip"]""")]
    [InlineData("value(@..s) == 'Σ'", """["sigma"]""")]
    [InlineData("match(@.n, 'h.*')", """["héé"]""")]
    [InlineData("match(@.n, 'h')", "[]")]
    [InlineData("search(@.n, 'i.')", """["sigma","zip"]""")]
    [InlineData("search(@.n, '^s')", "[]")]
    [InlineData("search(@.n, '(')", "[]")]
    [InlineData("match(@.t, '..')", """["héé"]""")]
    public void Section_2_4(string test, string expected)
        => AssertSelects(
            """
            { "list": [ { "n": "héé", "t": "😀é" }, { "n": "one", "t": ["x"] }, { "n": "{}", "t": { "a": 1, "b": 2 } },
              { "n": "sigma", "deep": { "s": "Σ" } }, { "n": "zip" } ] }
            """,
            $"$.list[?{test}].n",
            expected);

    [Theory]
    [InlineData("""$["a\u0062"]""", "[1]")]
    [InlineData("""$['\'']""", "[2]")]
    [InlineData("""$["\""]""", "[3]")]
    [InlineData("""$['\ud83d\ude00']""", "[4]")]
    [InlineData("$.ä", "[5]")]
    [InlineData("$.😀", "[4]")]
    [InlineData("$ .ab", "[1]")]
    public void Section_2_3_1(string path, string expected)
        => AssertSelects("""{ "ab": 1, "'": 2, "\"": 3, "😀": 4, "ä": 5 }""", path, expected);

    private static void AssertSelects(string document, string path, string expected)
    {
        var places = JsonPath.Parse(path).Select((JsonObject)JsonNode.Parse(document)!);
        var selected = new JsonArray([.. places.Select(place => place.Value?.DeepClone())]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), selected), selected.ToJsonString());
    }
}
