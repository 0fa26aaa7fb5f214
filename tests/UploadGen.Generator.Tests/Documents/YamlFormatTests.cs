using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Formats;
using UploadGen.Generator.Documents.Formats.Yaml;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>YAML 1.2's core schema, and what documents use of YAML beside plain values.</summary>
public class YamlFormatTests
{
    private static readonly YamlFormat Yaml = new();

    [Theory]
    [InlineData("no", "\"no\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("Yes", "\"Yes\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("2024-01-31", "\"2024-01-31\"")]
    [InlineData("12:30:45", "\"12:30:45\"")]
    [InlineData("1.10", "1.10")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("0o17", "15")]
    [InlineData("0x1F", "31")]
    [InlineData("017", "17")]
    [InlineData("+12", "12")]
    [InlineData("-0", "-0")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("-1.5e+3", "-1.5e+3")]
    [InlineData("e3", "\"e3\"")]
    [InlineData(".", "\".\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("~", "null")]
    [InlineData("Null", "null")]
    [InlineData("", "null")]
    [InlineData("'12'", "\"12\"")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("!!str 12", "\"12\"")]
    [InlineData("größe 😀", "\"gr\\u00F6\\u00DFe \\uD83D\\uDE00\"")]
    public void A_scalar_is_what_the_core_schema_says(string yaml, string json) => Assert.Equal($$"""{"x":{{json}}}""", Json($"x: {yaml}\n"));

    [Theory]
    [InlineData("enum: [1.10, 2.0, no, true, 007, ~]", """["1.10","2.0","no","true","007",null]""", "enum")]
    [InlineData("default: 1.10", "\"1.10\"", "default")]
    [InlineData("const: 0o17", "\"0o17\"", "const")]
    [InlineData("maxLength: 10", "10", "maxLength")]
    public void Values_of_a_schema_of_strings_are_strings_as_they_are_written(string member, string json, string name)
        => Assert.Equal(json, Yaml.Parse($"type: string\n{member}\n", [])[name]!.ToJsonString());

    [Fact]
    public void Aliases_merge_keys_and_long_texts_become_what_they_stand_for()
    {
        const string text = """
            %YAML 1.2
            ---
            base: &base { a: 1, b: [x, y] }
            other: &other
              c: 3
              a: 9
            one: *base
            two:
              <<: *base
              b: own
            three: { <<: [*base, *other] }
            quoted: { "<<": 1 }
            folded: >-
              first line
              second line
            literal: |
              first
                second
            twice: 1
            twice: 2
            200: ok
            ---
            another: document
            """;

        Assert.Equal(
            """{"base":{"a":1,"b":["x","y"]},"other":{"c":3,"a":9},"one":{"a":1,"b":["x","y"]},"two":{"b":"own","a":1}"""
                + ""","three":{"a":1,"b":["x","y"],"c":3},"quoted":{"\u003C\u003C":1}"""
                + ""","folded":"first line second line","literal":"first\n  second\n","twice":2,"200":"ok"}""",
            Json(text));
    }

    [Theory]
    [InlineData("z: 0\na: [1, 2\nb: 3\n", 1)]
    [InlineData("a: 1\nb: *nothing\n", 1)]
    [InlineData("a: 1\n\tb: 2\n", 1)]
    [InlineData("a: &a\n  b: *a\n", 1)]
    [InlineData("a: 1\n? [x]\n: 2\n", 1)]
    [InlineData("- a\n- b\n", 0)]
    [InlineData("", 0)]
    public void What_cannot_be_read_is_a_fault_with_its_line(string text, int line)
        => Assert.Equal(line, Assert.Throws<DocumentFormatException>(() => Yaml.Parse(text, [])).Fault.Line);

    [Fact]
    public void Aliases_that_multiply_are_bounded()
    {
        var lines = Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 12))}]");

        var fault = Assert.Throws<DocumentFormatException>(() => Yaml.Parse("a0: &a0 [x]\n" + string.Join("\n", lines), [])).Fault;

        Assert.Contains("aliases add up to more than", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_nested_too_deep_is_a_fault()
    {
        var text = "a: " + new string('[', 300) + new string(']', 300);

        Assert.Contains("deeper than 256", Assert.Throws<DocumentFormatException>(() => Yaml.Parse(text, [])).Fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/info/title", "Größe")]
    [InlineData("/info", "info")]
    [InlineData("/list/1", "😀 two")]
    [InlineData("/list/2/x", "3")]
    [InlineData("/list/2", "x")]
    [InlineData("/same", "*info")]
    [InlineData("/same/title", "*info")]
    [InlineData("/info/nothing", "info")]
    [InlineData("/a~1b", "{ c: d }")]
    public void A_pointer_leads_to_characters(string jsonPointer, string expected)
    {
        const string text = "info: &info\r\n  title: Größe\r\nlist:\r\n- one\r\n- 😀 two\r\n- x: 3\r\nsame: *info\r\n\"a/b\": { c: d }\r\n";

        var range = Yaml.Locate(text, [jsonPointer])[jsonPointer];

        Assert.Equal(expected == "{ c: d }" ? "\"a/b\"" : expected, text.Substring(range.Start, range.Length));
    }

    [Theory]
    [InlineData("services:\n  web:\n    image: nginx\n")]
    [InlineData("{{- if .Values.enabled }}\nopen: api\n{{ end }}\n")]
    public void Other_YAML_of_a_project_is_not_read(string text)
    {
        var visited = new List<RootMember>();

        Assert.Null(Yaml.ReadRoot(text, ["openapi", "swagger"], member =>
        {
            visited.Add(member);
            return true;
        }));
        Assert.Empty(visited);
    }

    private static string Json(string yaml) => ((JsonNode)Yaml.Parse(yaml, [])).ToJsonString();
}
