using System.Globalization;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>Bodies as a server receives them.</summary>
public sealed class BodyTests
{
    private const string Order = """{ "$ref": "#/components/schemas/Order" }""";
    private const string Value = """new Order { Name = "a b&c=é~", Count = 2, Tags = new[] { "x", "y,z" }, Size = new() { W = 1, H = 2 } }""";

    private static readonly (string Content, string Arguments, string Expected)[] Rows =
    [
        ($$""" "application/json": { "schema": {{Order}} } """, Value, """
            Content-Type: application/json

            {"name":"a b\u0026c=\u00E9~","count":2,"tags":["x","y,z"],"size":{"w":1,"h":2}}
            """),
        ($$""" "application/merge-patch+json": { "schema": {{Order}} } """, "new Order { Count = 2 }", """
            Content-Type: application/merge-patch+json

            {"count":2}
            """),
        ($$""" "application/merge-patch+json": { "schema": {{Order}} } """,
            """new Order { Count = null, Size = new() { W = null, H = 2 }, Notes = new Dictionary<string, string?> { ["a"] = "b", ["c"] = null } }""", """
            Content-Type: application/merge-patch+json

            {"count":null,"size":{"w":null,"h":2},"notes":{"a":"b","c":null}}
            """),
        ($$""" "application/xml": { "schema": {{Order}} }, "application/*+json": { "schema": {{Order}} } """, "new Order { Count = 2 }", """
            Content-Type: application/json

            {"count":2}
            """),
        ($$""" "application/x-www-form-urlencoded": { "schema": {{Order}} } """, Value, """
            Content-Type: application/x-www-form-urlencoded

            name=a+b%26c%3D%C3%A9%7E&count=2&tags=x&tags=y%2Cz&size=%7B%22w%22%3A1%2C%22h%22%3A2%7D
            """),
        ($$"""
            "application/x-www-form-urlencoded": { "schema": {{Order}}, "encoding": {
              "tags": { "style": "deepObject", "explode": true },
              "size": { "style": "deepObject", "explode": true },
              "lines": { "style": "deepObject", "explode": true } } }
            """,
            """new Order { Tags = new[] { "x", "y" }, Size = new() { W = 1, H = 2 }, Lines = new[] { new Size { W = 3 }, new Size { W = 4 } } }""", """
            Content-Type: application/x-www-form-urlencoded

            tags%5B%5D=x&tags%5B%5D=y&size%5Bw%5D=1&size%5Bh%5D=2&lines%5B0%5D%5Bw%5D=3&lines%5B1%5D%5Bw%5D=4
            """),
        ($$"""
            "application/x-www-form-urlencoded": { "schema": {{Order}}, "encoding": {
              "tags": { "style": "pipeDelimited", "explode": false }, "size": { "style": "form", "explode": true } } }
            """, Value, """
            Content-Type: application/x-www-form-urlencoded

            name=a+b%26c%3D%C3%A9%7E&count=2&tags=x%7Cy%2Cz&w=1&h=2
            """),
        (""" "text/markdown": { "schema": { "type": "string" } } """, "\"# é\"", """
            Content-Type: text/markdown

            # é
            """),
        (""" "application/x-ndjson": {} """, "\"{}\\n{}\\n\"", "Content-Type: application/x-ndjson\n\n{}\n{}\n"),
        (""" "*/*": { "schema": { "type": "string", "format": "binary" } } """, "File(\"a.png\", \"png\")", """
            Content-Type: image/png

            png
            """),
        (""" "image/*": {} """, "File(\"a.webp\", \"webp\")", """
            Content-Type: image/webp

            webp
            """),
        (""" "application/octet-stream": { "schema": { "type": "string" } } """, "File(\"a.png\", \"png\")", """
            Content-Type: application/octet-stream

            png
            """),
        ($$"""
            "multipart/form-data": {
              "schema": { "type": "object", "properties": {
                "note": { "type": "string" },
                "tags": { "type": "array", "items": { "type": "string" } },
                "size": { "$ref": "#/components/schemas/Size" },
                "lines": { "type": "array", "items": { "$ref": "#/components/schemas/Size" } },
                "deep": { "$ref": "#/components/schemas/Size" },
                "files": { "type": "array", "items": { "type": "string", "format": "binary" } } } },
              "encoding": {
                "note": { "contentType": "text/markdown" },
                "deep": { "style": "deepObject", "explode": true },
                "files": { "contentType": "image/png, image/webp", "headers": { "X-Order": { "schema": { "type": "integer" } } } } } }
            """,
            """
            note: "hi", tags: new[] { "a", "b" }, size: new() { W = 1 }, lines: new[] { new Size { W = 3 }, new Size { W = 4 } }, deep: new() { W = 5, H = 6 },
                files: new[] { File("a.png", "png"), File("b \"c\".webp", "webp") }, filesXOrder: 7
            """, """
            Content-Type: multipart/form-data; boundary=BOUNDARY

            --BOUNDARY
            Content-Disposition: form-data; name="note"
            Content-Type: text/markdown

            hi
            --BOUNDARY
            Content-Disposition: form-data; name="tags"

            a
            --BOUNDARY
            Content-Disposition: form-data; name="tags"

            b
            --BOUNDARY
            Content-Disposition: form-data; name="size"
            Content-Type: application/json

            {"w":1}
            --BOUNDARY
            Content-Disposition: form-data; name="lines"
            Content-Type: application/json

            {"w":3}
            --BOUNDARY
            Content-Disposition: form-data; name="lines"
            Content-Type: application/json

            {"w":4}
            --BOUNDARY
            Content-Disposition: form-data; name="deep[w]"

            5
            --BOUNDARY
            Content-Disposition: form-data; name="deep[h]"

            6
            --BOUNDARY
            Content-Disposition: form-data; name="files"; filename="a.png"
            Content-Type: image/png
            X-Order: 7

            png
            --BOUNDARY
            Content-Disposition: form-data; name="files"; filename="b %22c%22.webp"
            Content-Type: image/webp
            X-Order: 7

            webp
            --BOUNDARY--

            """),
    ];

    [Fact]
    public async Task Bodies_arrive_as_their_media_type_says()
    {
        await using var api = await WireApi.StartAsync(
            server => Document(server, string.Join(",\n", Rows.Select((row, i) => Operation(row.Content, i)))),
            [.. Rows.Select((row, i) => Format($"Client.R{i}Async({row.Arguments})"))]);
        for (var i = 0; i < Rows.Length; i++)
        {
            Assert.Equal(Format($"POST /{i}\n{Rows[i].Expected.ReplaceLineEndings("\n")}"), await api.RequestAsync(i));
        }
    }

    [Fact]
    public async Task A_body_with_a_file_beside_one_of_JSON_has_a_method_of_its_own()
    {
        const string content = """
            "application/json": { "schema": { "type": "object", "properties": { "url": { "type": "string" } } } },
            "multipart/form-data": { "schema": { "type": "object", "required": [ "file" ], "properties": {
              "file": { "type": "string", "contentMediaType": "application/octet-stream" } } } }
            """;
        await using var api = await WireApi.StartAsync(
            server => Document(server, Operation(content, 0)), ["Client.R0Async(new() { Url = \"u\" })", "Client.R0FormDataAsync(File(\"a.png\", \"png\"))"]);
        Assert.EndsWith("{\"url\":\"u\"}", await api.RequestAsync(0), StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"a.png\"\nContent-Type: image/png\n\npng", await api.RequestAsync(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.1.0", "")]
    [InlineData("3.1.0", """, "encoding": { "file": { "contentType": "*/*" }, "files": { "contentType": "image/png, image/webp" } }""")]
    [InlineData("3.0.3", """, "encoding": { "file": { "contentType": "image/png" }, "files": { "contentType": "image/png, image/webp" } }""")]
    public async Task A_part_of_which_the_schema_says_nothing_is_a_file(string version, string encoding)
    {
        var content = $$"""
            "multipart/form-data": { "schema": { "type": "object", "required": [ "file", "files" ], "properties": {
              "file": {}, "files": { "type": "array", "items": {} } } }{{encoding}} }
            """;
        await using var api = await WireApi.StartAsync(
            server => Document(server, Operation(content, 0)).Replace("3.1.0", version, StringComparison.Ordinal),
            ["Client.R0Async(File(\"a.png\", \"1\"), new[] { File(\"b.webp\", \"2\") })"]);
        var request = await api.RequestAsync(0);
        Assert.Contains("name=\"file\"; filename=\"a.png\"\nContent-Type: image/png\n\n1", request, StringComparison.Ordinal);
        Assert.Contains("name=\"files\"; filename=\"b.webp\"\nContent-Type: image/webp\n\n2", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.0.3", "")]
    [InlineData("3.1.0", """, "encoding": { "file": { "contentType": "application/json" } }""")]
    public async Task A_part_that_is_said_to_be_JSON_or_of_an_older_document_is_any_value(string version, string encoding)
    {
        var content = $$"""
            "multipart/form-data": { "schema": { "type": "object", "required": [ "file" ], "properties": { "file": {} } }{{encoding}} }
            """;
        await using var api = await WireApi.StartAsync(
            server => Document(server, Operation(content, 0)).Replace("3.1.0", version, StringComparison.Ordinal),
            ["Client.R0Async(System.Text.Json.JsonDocument.Parse(\"[1]\").RootElement)"]);
        Assert.DoesNotContain("filename", await api.RequestAsync(0), StringComparison.Ordinal);
    }

    private static string Document(string server, string paths) => $$"""
        {
          "openapi": "3.1.0",
          "info": { "title": "Bodies", "version": "1" },
          "servers": [ { "url": "{{server}}" } ],
          "paths": { {{paths}} },
          "components": { "schemas": {
            "Order": { "type": "object", "properties": {
              "name": { "type": "string" }, "count": { "type": "integer" }, "tags": { "type": "array", "items": { "type": "string" } },
              "size": { "$ref": "#/components/schemas/Size" }, "lines": { "type": "array", "items": { "$ref": "#/components/schemas/Size" } },
              "notes": { "type": "object", "additionalProperties": { "type": "string" } } } },
            "Size": { "type": "object", "properties": { "w": { "type": "integer" }, "h": { "type": "integer" } } }
          } }
        }
        """;

    private static string Operation(string content, int i) => Format($$"""
        "/{{i}}": { "post": { "operationId": "r{{i}}", "requestBody": { "required": true, "content": { {{content}} } },
          "responses": { "204": { "description": "" } } } }
        """);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
