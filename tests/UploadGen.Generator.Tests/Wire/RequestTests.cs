using System.Globalization;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>Headers, servers, credentials and answers asked for, as a server receives them.</summary>
public sealed class RequestTests
{
    private const string Done = """ "responses": { "204": { "description": "" } } """;
    private const string File = """ "requestBody": { "required": true, "content": { "application/octet-stream": {} } } """;

    private static readonly (string Path, string Operation, string Arguments, string Expected)[] Rows =
    [
        ("", $$""" "parameters": [ {{Header("Content-MD5")}}, {{Header("Content-Range")}}, {{Header("Content-Disposition")}} ], {{File}}, {{Done}} """,
            """
            File("a.bin", "abc"), contentMd5: "kAFQmDzST7DWlj99KOF/cg==", contentRange: "bytes 0-2/3",
                contentDisposition: "attachment; filename=\"a b.bin\""
            """, """
            POST /@
            Content-Disposition: attachment; filename="a b.bin"
            Content-MD5: kAFQmDzST7DWlj99KOF/cg==
            Content-Range: bytes 0-2/3
            Content-Type: application/octet-stream

            abc
            """),
        ("", $$""" "parameters": [ {{Header("Accept")}}, {{Header("content-type")}}, {{Header("AUTHORIZATION")}}, {{Header("Content-Length")}} ], {{Done}} """,
            "", "POST /@"),
        ("", """ "responses": { "200": { "description": "", "content": { "image/jpeg": {}, "image/png": {} } } } """, "",
            "POST /@\nAccept: image/jpeg, image/png"),
        ("", """ "responses": { "204": { "description": "" }, "200": { "description": "", "content": { "application/vnd.api+json": {} } } } """, "",
            "POST /@\nAccept: application/vnd.api+json"),
        ("", $$""" "servers": [ { "url": "SERVER/{region}/own", "variables": { "region": { "default": "eu", "enum": [ "eu", "us" ] } } } ], {{Done}} """, "",
            "POST /eu/own/@"),
        ("", $$""" "servers": [ { "url": "/relative" } ], {{Done}} """, "", "POST /relative/@"),
        ("", $$""" "security": [ { "key": [] }, { "basic": [] } ], {{Done}} """, "", "POST /@\nAuthorization: Basic dTpw"),
        ("", $$""" "security": [ {}, { "basic": [] } ], {{Done}} """, "", "POST /@\nAuthorization: Basic dTpw"),
        ("", $$""" "security": [ { "key": [] } ], {{Done}} """, "", "POST /@"),
        ("", $$""" "security": [ { "basic": [], "certificate": [] } ], {{Done}} """, "", "POST /@\nAuthorization: Basic dTpw"),
        ("", $$""" "security": [], {{Done}} """, "", "POST /@"),
        ("/of/{id}", Done, "\"a/b\"", "POST /@/of/a%2Fb"),
    ];

    [Fact]
    public async Task Requests_arrive_as_the_document_says()
    {
        await using var api = await WireApi.StartAsync(Document, [.. Rows.Select((row, i) => Format($"Client.R{i}Async({row.Arguments})"))]);
        for (var i = 0; i < Rows.Length; i++)
        {
            Assert.Equal(Rows[i].Expected.ReplaceLineEndings("\n").Replace("@", Format($"{i}"), StringComparison.Ordinal), await api.RequestAsync(i));
        }
    }

    private static string Header(string name) => $$"""{ "name": "{{name}}", "in": "header", "schema": { "type": "string" } }""";

    private static string PathItem(string path, string operation, int i)
        => Format($$""" "/{{i}}{{path}}": { "post": { "operationId": "r{{i}}", {{operation}} } } """);

    private static string Document(string server) => $$"""
        {
          "openapi": "3.1.0",
          "info": { "title": "Requests", "version": "1" },
          "servers": [ { "url": "{{server}}" } ],
          "paths": { {{string.Join(",\n", Rows.Select((row, i) => PathItem(row.Path, row.Operation, i)))}} },
          "components": { "securitySchemes": {
            "key": { "type": "apiKey", "in": "header", "name": "X-Key" }, "basic": { "type": "http", "scheme": "Basic" },
            "certificate": { "type": "mutualTLS" } } }
        }
        """.Replace("SERVER", server, StringComparison.Ordinal);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
