using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>Answers as a caller gets them.</summary>
public sealed class AnswerTests
{
    private const string Item = """{ "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } }""";
    private const string Problem = """{ "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } }""";
    private const string Id = """{"id":7}""";

    private static readonly (string Responses, int Status, string Answer, string Call, string Expected)[] Rows =
    [
        ($$""" "2XX": { "description": "", "content": {{Item}} } """, 203, Id, "(await Client.@Async()).Id.ToString()!", "7"),
        ($$""" "default": { "description": "", "content": {{Item}} } """, 200, Id, "(await Client.@Async()).Id.ToString()!", "7"),
        ($$""" "200": { "description": "", "content": {{Item}} }, "204": { "description": "" } """, 204, "", "(await Client.@Async() is null).ToString()",
            "True"),
        ($$"""
            "200": { "description": "", "content": {{Item}} },
            "207": { "description": "", "content": { "application/json": { "schema": {
              "type": "object", "properties": { "id": { "type": "integer" }, "errors": { "type": "integer" } } } } } }
            """,
            207, Id, "(await Client.@Async()).Id.ToString()!", "7"),
        ($$""" "202": { "description": "", "content": {{Problem}} }, "200": { "description": "", "content": {{Item}} } """, 202, "{}",
            "(await Client.@Async() is null).ToString()", "True"),
        ($$""" "200": { "description": "" }, "4XX": { "description": "Bad", "content": {{Problem}} } """, 418, """{"title":"teapot"}""",
            "Error<Problem>(Client.@Async, e => e.Title!)", "418 teapot"),
        ($$""" "200": { "description": "" }, "418": { "description": "Bad" }, "default": { "description": "", "content": {{Problem}} } """, 500,
            """{"title":"down"}""", "Error<Problem>(Client.@Async, e => e.Title!)", "500 down"),
        (""" "200": { "description": "", "content": { "application/pdf": {} } } """, 200, "%PDF", "Read(await Client.@Async())", "%PDF"),
        (""" "200": { "description": "", "content": { "text/csv": { "schema": { "type": "string" } } } } """, 200, "a,b", "await Client.@Async()", "a,b"),
        ($$""" "200": { "description": "", "content": { "*/*": { "schema": { "$ref": "#/components/schemas/Item" } } } } """, 200, Id,
            "(await Client.@Async()).Id.ToString()!", "7"),
        ($$""" "200": { "description": "", "content": { "text/plain": { "schema": {{Text}} }, "application/json": { "schema": {{Text}} } } } """,
            200, "\"a\"", "await Client.@Async()", "a"),
        ($$""" "200": { "description": "", "content": { "text/plain": { "schema": {{Text}} }, "text/json": { "schema": {{Text}} } } } """,
            -200, "\"a\" b", "await Client.@Async()", "\"a\" b"),
        ($$""" "200": { "description": "", "content": {{Item}} } """, 200, "", "(await Client.@Async() is null).ToString()", "True"),
        (""" "302": { "description": "The archive is there" } """, 302, "", "(await Client.@Async()).AbsolutePath", "/elsewhere"),
        ("", 200, "whatever", "await Done(Client.@Async())", "done"),
        ($$""" "200": { "description": "", "headers": { "X-Total": { "schema": { "type": "integer" } } }, "content": {{Item}} } """, 200, Id,
            "await Header(Client.@Async, \"x-total\")", "12"),
    ];

    private const string Text = """{ "type": "string" }""";

    /// <summary>A status below zero is of an answer in plain text.</summary>
    private const string Helpers = """
        private static async System.Threading.Tasks.Task<string> Error<T>(
            Func<System.Threading.CancellationToken, System.Threading.Tasks.Task> call, Func<T, string> text)
        {
            try { await call(default); return ""; }
            catch (UploadGen.ApiException<T> error) { return error.StatusCode + " " + text(error.Error); }
        }
        private static string Read(System.IO.Stream stream) { using (stream) return new System.IO.StreamReader(stream).ReadToEnd(); }
        private static async System.Threading.Tasks.Task<string> Done(System.Threading.Tasks.Task task) { await task; return "done"; }
        private static async System.Threading.Tasks.Task<string> Header(Func<System.Threading.CancellationToken, System.Threading.Tasks.Task> call, string name)
        {
            using var response = UploadGen.ResponseScope.Begin();
            await call(default);
            return response.Headers[name];
        }
        """;

    [Fact]
    public async Task Answers_are_read_as_the_document_says()
    {
        await using var api = await WireApi.StartAsync(Document, [.. Rows.Select(Call)], AnswerAsync, Helpers);
        var results = new List<string>();
        for (var i = 0; i < Rows.Length; i++)
        {
            results.Add(await api.ResultAsync(i));
        }

        Assert.Equal(Rows.Select(row => row.Expected), results);
    }

    private static string Call((string Responses, int Status, string Answer, string Call, string Expected) row, int i)
    {
        var call = row.Call.Replace("@", Format($"R{i}"), StringComparison.Ordinal);
        return call.StartsWith("Error", StringComparison.Ordinal) ? call : $"((Func<System.Threading.Tasks.Task<string>>)(async () => {call}))()";
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var (_, status, answer, _, _) = Rows[int.Parse(context.Request.Path.Value![1..], CultureInfo.InvariantCulture)];
        context.Response.StatusCode = Math.Abs(status);
        context.Response.ContentType = status < 0 ? "text/plain; charset=utf-8" : null;
        context.Response.Headers["X-Total"] = "12";
        if (status == 302)
        {
            context.Response.Headers.Location = "/elsewhere";
        }

        if (answer.Length > 0)
        {
            await context.Response.WriteAsync(answer);
        }
    }

    private static string Document(string server) => $$"""
        {
          "openapi": "3.1.0",
          "info": { "title": "Answers", "version": "1" },
          "servers": [ { "url": "{{server}}" } ],
          "paths": { {{string.Join(",\n", Rows.Select((row, i) => Operation(row.Responses, i)))}} },
          "components": { "schemas": {
            "Item": { "type": "object", "properties": { "id": { "type": "integer" } } },
            "Problem": { "type": "object", "properties": { "title": { "type": "string" } } }
          } }
        }
        """;

    private static string Operation(string responses, int i)
        => Format($$""" "/{{i}}": { "get": { "operationId": "r{{i}}"{{(responses.Length == 0 ? "" : $$""", "responses": { {{responses}} }""")}} } } """);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
