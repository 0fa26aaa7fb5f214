using System.Globalization;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>Requests that only OpenAPI 3.2 can describe, as they arrive.</summary>
public sealed class NewerDocumentTests
{
    private const string Filter = """
        "schema": { "type": "object", "properties": { "status": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } } } }
        """;

    private static readonly (string Method, string Operation, string Call, string Expected)[] Rows =
    [
        // The whole query.
        ("get", $$"""
            "parameters": [ { "name": "filter", "in": "querystring", "content": { "application/x-www-form-urlencoded": { {{Filter}} } } } ]
            """,
            "Client.@Async(new() { Status = \"a b&c\", Tags = [\"x\", \"y\"] })", "GET /@?status=a+b%26c&tags=x&tags=y"),
        ("get", $$"""
            "parameters": [ { "name": "filter", "in": "querystring", "content": { "application/x-www-form-urlencoded": {
              {{Filter}}, "encoding": { "tags": { "style": "form", "explode": false } } } } } ]
            """,
            "Client.@Async(new() { Tags = [\"x\", \"y\"] })", "GET /@?tags=x,y"),
        ("get", $$"""
            "parameters": [ { "name": "filter", "in": "querystring", "content": { "application/json": { {{Filter}} } } } ]
            """,
            "Client.@Async(new() { Status = \"a\" })", "GET /@?%7B%22status%22%3A%22a%22%7D"),
        ("get", """
            "parameters": [ { "name": "path", "in": "querystring", "content": { "application/jsonpath": { "schema": { "type": "string" } } } } ]
            """,
            "Client.@Async(\"$.a[0]\")", "GET /@?%24.a%5B0%5D"),
        ("get", $$"""
            "parameters": [ { "name": "filter", "in": "querystring", "content": { "application/x-www-form-urlencoded": { {{Filter}} } } } ]
            """,
            "Client.@Async()", "GET /@"),

        // Cookies as they are given.
        ("get", """
            "parameters": [ { "name": "a", "in": "cookie", "style": "cookie", "schema": { "type": "string" } },
              { "name": "b", "in": "cookie", "style": "cookie", "schema": { "type": "array", "items": { "type": "string" } } },
              { "name": "c", "in": "cookie", "style": "cookie", "explode": false, "schema": { "type": "array", "items": { "type": "string" } } } ]
            """,
            "Client.@Async(\"x/y=z\", [\"1\", \"2\"], [\"3\", \"4\"])", "GET /@\nCookie: a=x/y=z; b=1; b=2; c=3,4"),

        // Methods.
        ("query", """
            "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "integer" } } } }
            """,
            "Client.@Async(7)", "QUERY /@\nContent-Type: application/json\n\n7"),
        ("COPY", "", "Client.@Async()", "COPY /@"),

        // Parts that have places and no names.
        ("post", """
            "requestBody": { "required": true, "content": { "multipart/mixed": {
              "schema": { "type": "array", "prefixItems": [
                { "title": "meta", "type": "object", "properties": { "n": { "type": "integer" } } }, { "title": "note", "type": "string" }, {} ],
                "items": {} },
              "prefixEncoding": [ {}, {}, { "contentType": "image/png", "headers": { "X-Kind": { "schema": { "type": "string" } } } } ],
              "itemEncoding": { "contentType": "image/*" } } } }
            """,
            """
            Client.@Async(new() { N = 1 }, "ü", File("a.png", "PNG"), part3XKind: "k", items: [File("b.png", "B"), File("c.png", "C")])
            """,
            """
            POST /@
            Content-Type: multipart/mixed; boundary=BOUNDARY

            --BOUNDARY
            Content-Type: application/json

            {"n":1}
            --BOUNDARY
            Content-Type: text/plain; charset=utf-8

            ü
            --BOUNDARY
            Content-Disposition: attachment; filename="a.png"
            Content-Type: image/png
            X-Kind: k

            PNG
            --BOUNDARY
            Content-Disposition: attachment; filename="b.png"
            Content-Type: image/png

            B
            --BOUNDARY
            Content-Disposition: attachment; filename="c.png"
            Content-Type: image/png

            C
            --BOUNDARY--

            """),
        ("post", """
            "requestBody": { "content": { "multipart/related": {
              "itemSchema": { "type": "object", "properties": { "n": { "type": "integer" } } } } } }
            """,
            "Client.@Async([new() { N = 1 }])",
            """
            POST /@
            Content-Type: multipart/related; boundary=BOUNDARY

            --BOUNDARY
            Content-Type: application/json

            {"n":1}
            --BOUNDARY--

            """),

        // A form of which nothing is set.
        ("post", """
            "requestBody": { "required": true, "content": { "multipart/form-data": { "schema": {
              "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string", "format": "binary" } } } } } }
            """,
            "Client.@Async()",
            """
            POST /@
            Content-Type: multipart/form-data; boundary=BOUNDARY

            --BOUNDARY--

            """),
        ("post", """
            "requestBody": { "content": { "multipart/form-data": { "schema": {
              "type": "object", "properties": { "a": { "type": "string" } } } } } }
            """,
            "Client.@Async()", "POST /@"),
    ];

    [Fact]
    public async Task Requests_arrive_as_the_document_says()
    {
        await using var api = await WireApi.StartAsync(
            Document, [.. Rows.Select((row, i) => row.Call.Replace("@", Format($"R{i}"), StringComparison.Ordinal).Trim())]);
        for (var i = 0; i < Rows.Length; i++)
        {
            var expected = Rows[i].Expected.Replace("/@", Format($"/{i}"), StringComparison.Ordinal).ReplaceLineEndings("\n");
            Assert.Equal(expected, await api.RequestAsync(i));
        }
    }

    [Fact]
    public async Task A_cookie_that_is_sent_as_it_is_holds_nothing_that_ends_it()
    {
        var cookie = Array.FindIndex(Rows, row => row.Operation.Contains("cookie", StringComparison.Ordinal));
        await using var api = await WireApi.StartAsync(Document, [Format($"Client.R{cookie}Async(\"x; admin=1\")")]);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => api.RequestAsync(0));

        Assert.Contains("the cookie 'a' holds a semicolon", refusal.Message, StringComparison.Ordinal);
    }

    private static string Document(string server) => $$"""
        {
          "openapi": "3.2.0",
          "info": { "title": "Newer", "version": "1" },
          "servers": [ { "url": "{{server}}" } ],
          "paths": { {{string.Join(",\n", Rows.Select((row, i) => Path(row.Method, row.Operation, i)))}} }
        }
        """;

    private static string Path(string method, string operation, int i)
    {
        var said = operation.Length == 0 ? "" : operation + ",";
        var member = $$""" "{{method}}": { "operationId": "r{{i.ToString(CultureInfo.InvariantCulture)}}", {{said}} "responses": {} } """;
        return Format($$""" "/{{i}}": { {{(method == "COPY" ? $$""" "additionalOperations": { {{member}} } """ : member)}} } """);
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
