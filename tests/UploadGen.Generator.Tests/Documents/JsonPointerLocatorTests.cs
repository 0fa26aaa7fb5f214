using System.Text;
using UploadGen.Generator.Documents.Formats.Json;

namespace UploadGen.Generator.Tests.Documents;

public class JsonPointerLocatorTests
{
    private const string Text = """{ "a": { "b/c": [ 1, { "d~e": "x" } ], "": true, "größe": "ä", "o": {}, "esc\u0061pe": null }, "b": 2 }""";

    [Theory]
    [InlineData("/a", "\"a\"")]
    [InlineData("/b", "2")]
    [InlineData("/a/b~1c/0", "1")]
    [InlineData("/a/b~1c/1/d~0e", "\"x\"")]
    [InlineData("/a/", "true")]
    [InlineData("/a/größe", "\"ä\"")]
    [InlineData("/a/o", "\"o\"")]
    [InlineData("/a/escape", "null")]
    [InlineData("/a/b~1c", "\"b/c\"")]
    public void A_value_is_found_where_it_stands_and_a_container_where_its_name_stands(string jsonPointer, string expected)
        => Assert.Equal(expected, Find(Text, jsonPointer));

    [Theory]
    [InlineData("/a/nothing", "\"a\"")]
    [InlineData("/a/b~1c/7", "\"b/c\"")]
    [InlineData("/a/b~1c/x", "\"b/c\"")]
    [InlineData("/b/deeper", "2")]
    [InlineData("/nothing/at/all", "")]
    [InlineData("", "")]
    public void A_way_that_ends_early_leads_as_far_as_it_goes(string jsonPointer, string expected) => Assert.Equal(expected, Find(Text, jsonPointer));

    [Theory]
    [InlineData("""{ "a": { "b": [ """, "\"a\"")]
    [InlineData("""{ "a": { "x": 1, !""", "\"a\"")]
    public void A_text_that_breaks_off_does_not_throw(string text, string expected) => Assert.Equal(expected, Find(text, "/a/c"));

    [Fact]
    public void Other_members_are_passed_over_with_all_that_is_in_them()
        => Assert.Equal("3", Find("""{ "x": { "a": 1 }, "y": [ { "a": 2 } ], "a": 3 }""", "/a"));

    private static string Find(string text, string jsonPointer)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var (start, length) = JsonPointerLocator.Find(utf8, [jsonPointer])[jsonPointer];
        return Encoding.UTF8.GetString(utf8, start, length);
    }
}
