using System.Globalization;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>What is asked for where an answer comes in several media types.</summary>
public sealed class NegotiationTests
{
    private const string Json = """ "application/json": { "schema": { "type": "object", "properties": { "id": { "type": "integer" } } } } """;
    private const string Png = """ "image/png": { "schema": { "contentMediaType": "image/png" } } """;
    private const string Accept = """
        "parameters": [ { "name": "accept", "in": "header", "schema": { "type": "string", "enum": [ "image/png", "image/webp" ] } } ],
        """;

    private static readonly (string Parameters, string Content, string Call, string Accepted)[] Rows =
    [
        ("", $"{Json}, {Png}", "Client.@Async()", "application/json"),
        ("", $"{Json}, {Png}", "Client.@PngAsync()", "image/png"),
        (Accept, $"{Png}, {Json}", "Client.@PngAsync()", "image/png"),
        ("", $$"""{{Png}}, "image/webp": {} """, "Client.@Async()", "image/png, image/webp"),
        (Accept, $$"""{{Png}}, "image/webp": {} """, "Client.@Async(accept: R4Accept.ImageWebp)", "image/webp"),
        (Accept, $$"""{{Png}}, "image/webp": {} """, "Client.@Async()", "image/png, image/webp"),
        ("", """ "text/plain": { "schema": { "type": "string" } } """, "Client.@Async()", "text/plain"),
        ("", """ "text/csv": { "schema": { "type": "string" } }, "text/plain": { "schema": { "type": "string" } } """,
            "Client.@Async()", "text/csv, text/plain"),
    ];

    [Fact]
    public async Task What_a_method_returns_is_asked_for()
    {
        var accepted = new List<string>();
        await using var api = await WireApi.StartAsync(
            Document,
            [.. Rows.Select((row, i) => row.Call.Replace("@", Format($"R{i}"), StringComparison.Ordinal))],
            async context =>
            {
                accepted.Add(context.Request.Headers.Accept.ToString());
                context.Response.StatusCode = 200;
                await context.Response.Body.WriteAsync("{}"u8.ToArray());
            });
        for (var i = 0; i < Rows.Length; i++)
        {
            await api.RequestAsync(i);
        }

        Assert.Equal(Rows.Select(row => row.Accepted), accepted);
    }

    private static string Document(string server) => $$"""
        {
          "openapi": "3.1.0",
          "info": { "title": "Negotiation", "version": "1" },
          "servers": [ { "url": "{{server}}" } ],
          "paths": { {{string.Join(",\n", Rows.Select((row, i) => Operation(row.Parameters, row.Content, i)))}} }
        }
        """;

    private static string Operation(string parameters, string content, int i) => Format($$"""
        "/{{i}}": { "get": { "operationId": "r{{i}}", {{parameters}} "responses": { "200": { "description": "", "content": { {{content}} } } } } }
        """);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
