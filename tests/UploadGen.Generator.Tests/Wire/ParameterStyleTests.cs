using System.Globalization;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>OpenAPI 3.1.1, section 4.8.12.4, "Style Examples", row by row, and the encodings of RFC 6570.</summary>
public sealed class ParameterStyleTests
{
    private const string Text = """{ "type": "string" }""";
    private const string List = """{ "type": "array", "items": { "type": "string" } }""";
    private const string Object = """{ "$ref": "#/components/schemas/Rgb" }""";

    private const string Blue = "\"blue\"";
    private const string Colors = """new[] { "blue", "black", "brown" }""";
    private const string Rgb = "new() { R = 100, G = 200, B = 150 }";

    private static readonly (string In, string Style, bool Explode, string Schema, string Value, string Expected)[] Rows =
    [
        ("path", "matrix", false, Text, Blue, "/;color=blue"),
        ("path", "matrix", false, List, Colors, "/;color=blue,black,brown"),
        ("path", "matrix", false, Object, Rgb, "/;color=R,100,G,200,B,150"),
        ("path", "matrix", true, Text, Blue, "/;color=blue"),
        ("path", "matrix", true, List, Colors, "/;color=blue;color=black;color=brown"),
        ("path", "matrix", true, Object, Rgb, "/;R=100;G=200;B=150"),
        ("path", "label", false, Text, Blue, "/.blue"),
        ("path", "label", false, List, Colors, "/.blue,black,brown"),
        ("path", "label", false, Object, Rgb, "/.R,100,G,200,B,150"),
        ("path", "label", true, List, Colors, "/.blue.black.brown"),
        ("path", "label", true, Object, Rgb, "/.R=100.G=200.B=150"),
        ("path", "simple", false, Text, Blue, "/blue"),
        ("path", "simple", false, List, Colors, "/blue,black,brown"),
        ("path", "simple", false, Object, Rgb, "/R,100,G,200,B,150"),
        ("path", "simple", true, List, Colors, "/blue,black,brown"),
        ("path", "simple", true, Object, Rgb, "/R=100,G=200,B=150"),
        ("path", "simple", false, Text, "\"a/b c,d;é%😀\"", "/a%2Fb%20c%2Cd%3B%C3%A9%25%F0%9F%98%80"),
        ("path", "simple", false, List, """new[] { "a,b", "c/d" }""", "/a%2Cb,c%2Fd"),
        ("query", "form", true, Text, "\"\"", "?color="),
        ("query", "form", true, Text, Blue, "?color=blue"),
        ("query", "form", true, List, Colors, "?color=blue&color=black&color=brown"),
        ("query", "form", true, Object, Rgb, "?R=100&G=200&B=150"),
        ("query", "form", false, Text, Blue, "?color=blue"),
        ("query", "form", false, List, Colors, "?color=blue,black,brown"),
        ("query", "form", false, Object, Rgb, "?color=R,100,G,200,B,150"),
        ("query", "form", false, List, "new string[0]", ""),
        ("query", "form", true, List, """new[] { "a&b=c", "d+e f" }""", "?color=a%26b%3Dc&color=d%2Be%20f"),
        ("query", "spaceDelimited", false, List, Colors, "?color=blue%20black%20brown"),
        ("query", "spaceDelimited", false, Object, Rgb, "?color=R%20100%20G%20200%20B%20150"),
        ("query", "pipeDelimited", false, List, Colors, "?color=blue%7Cblack%7Cbrown"),
        ("query", "pipeDelimited", false, Object, Rgb, "?color=R%7C100%7CG%7C200%7CB%7C150"),
        ("query", "pipeDelimited", false, List, """new[] { "a|b", "c" }""", "?color=a%7Cb%7Cc"),
        ("query", "deepObject", true, Object, Rgb, "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ("query", "deepObject", true, List, Colors, "?color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown"),
        ("query", "form\", \"allowReserved\": true, \"x\": \"", true, Text, "\"a/b?c:d,e&f#g+h%20i[j] k\"", "?color=a/b?c:d,e%26f%23g%2Bh%20i%5Bj%5D%20k"),
        ("header", "simple", false, Text, "\"blue/black, brown\"", "\ncolor: blue/black, brown"),
        ("header", "simple", false, List, Colors, "\ncolor: blue,black,brown"),
        ("header", "simple", false, Object, Rgb, "\ncolor: R,100,G,200,B,150"),
        ("header", "simple", true, Object, Rgb, "\ncolor: R=100,G=200,B=150"),
        ("cookie", "form", false, Text, Blue, "\nCookie: color=blue"),
        ("cookie", "form", false, List, Colors, "\nCookie: color=blue,black,brown"),
        ("cookie", "form", false, Object, Rgb, "\nCookie: color=R,100,G,200,B,150"),
        ("cookie", "form", true, Object, Rgb, "\nCookie: R=100; G=200; B=150"),
        ("query", "content", false, Object, Rgb, "?color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"),
        ("query", "content", false, Text, Blue, "?color=%22blue%22"),
        ("header", "content", false, Object, Rgb, """

            color: {"R":100,"G":200,"B":150}
            """.TrimEnd()),
    ];

    [Fact]
    public async Task Parameters_arrive_as_OpenAPIs_table_says()
    {
        await using var api = await WireApi.StartAsync(Document, [.. Rows.Select((row, i) => Format($"Client.R{i}Async(color: {row.Value})"))]);
        for (var i = 0; i < Rows.Length; i++)
        {
            Assert.Equal(Format($"GET /{i}{Rows[i].Expected}"), await api.RequestAsync(i));
        }
    }

    private static string Document(string server) => $$"""
        {
          "openapi": "3.1.0",
          "info": { "title": "Styles", "version": "1" },
          "servers": [ { "url": "{{server}}" } ],
          "paths": { {{string.Join(",\n", Rows.Select((row, i) => Operation(row.In, row.Style, row.Explode, row.Schema, i)))}} },
          "components": { "schemas": { "Rgb": { "type": "object", "required": [ "R", "G", "B" ], "properties": {
            "R": { "type": "integer" }, "G": { "type": "integer" }, "B": { "type": "integer" } } } } }
        }
        """;

    private static string Operation(string place, string style, bool explode, string schema, int i)
    {
        var path = Format($"/{i}") + (place == "path" ? "/{color}" : "");
        var shape = style == "content"
            ? $$"""  "content": { "application/json": { "schema": {{schema}} } } """
            : $$"""  "style": "{{style}}", "explode": {{(explode ? "true" : "false")}}, "schema": {{schema}} """;
        return Format($$"""
            "{{path}}": { "get": { "operationId": "r{{i}}", "responses": { "204": { "description": "" } },
              "parameters": [ { "name": "color", "in": "{{place}}", "required": true, {{shape}} } ] } }
            """);
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
