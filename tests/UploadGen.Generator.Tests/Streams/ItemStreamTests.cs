using System.Globalization;
using Microsoft.AspNetCore.Http;
using UploadGen.Generator.Tests.Wire;

namespace UploadGen.Generator.Tests.Streams;

/// <summary>Answers that are read item by item, as a caller gets them.</summary>
public sealed class ItemStreamTests
{
    private const string Todo = """{ "$ref": "#/components/schemas/Todo" }""";
    private const string JsonText = """ "contentMediaType": "application/json", "contentSchema": """;

    private static readonly (string Content, string Type, string Answer, string Item, string Expected)[] Rows =
    [
        // JSON Lines, by itemSchema, a list's schema, an item's schema.
        ($$""" "application/jsonl": { "itemSchema": {{Todo}} } """, "application/jsonl", "{\"id\":1}\n{\"id\":2}\n", "one.Id.ToString()", "1|2"),
        ($$""" "application/x-ndjson": { "schema": { "type": "array", "items": {{Todo}} } } """, "application/x-ndjson", "{\"id\":1}\r\n\n{\"id\":2}",
            "one.Id.ToString()", "1|2"),
        ($$""" "application/json-lines": { "schema": {{Todo}} } """, "text/plain", "\ufeff{\"id\":1}\n", "one.Id.ToString()", "1"),
        (""" "application/jsonl": { "itemSchema": { "type": "array", "items": { "type": "integer" } } } """, "application/jsonl", "[1,2]\n[]\n",
            "one.Count.ToString()", "2|0"),
        (""" "application/jsonl": { "itemSchema": {} } """, "application/jsonl", "1\n\"a\"\nnull\n", "one.ToString()", "1|a|"),
        ($$""" "application/jsonl": { "itemSchema": {{Todo}} } """, "application/jsonl", "", "one.Id.ToString()", ""),
        ($$""" "application/jsonl": { "itemSchema": {{Todo}} } """, "application/jsonl", "{\"id\":1}\n{\"id\":\n", "one.Id.ToString()",
            "1|ResponseFormatException: Item 2 isn't what the document describes, at $.id"),
        ($$""" "application/jsonl": { "itemSchema": {{Todo}} } """, "application/jsonl", "{\"id\":1}\n{\"name\":\"x\"}\n", "one.Id.ToString()",
            "1|ResponseFormatException: Item 2 isn't what the document describes, at $.id"),

        // RFC 7464.
        ($$""" "application/json-seq": { "itemSchema": {{Todo}} } """, "application/json-seq",
            "\u001e{\"id\":1}\n\u001e{\n\"id\":\n2}\n\u001e\n\u001e{\"id\":3}",
            "one.Id.ToString()", "1|2|3"),
        (""" "application/geo+json-seq": { "itemSchema": { "type": "integer" } } """, "application/geo+json-seq", "\u001e1\n\u001e2\n\u001e33",
            "one.ToString()", "1|2|HttpRequestException: the answer ended within item 3"),

        // Events: an object, its data in a text, data alone.
        ($$"""
            "text/event-stream": { "itemSchema": { "type": "object", "required": [ "data" ], "properties": {
            "event": { "type": "string" }, "id": { "type": "string" }, "retry": { "type": "integer" }, "data": {{Todo}} } } }
            """,
            "text/event-stream; charset=utf-8",
            ": hello\n\nid: 7\nevent: add\nretry: 300\ndata: {\"id\":\ndata: 1}\n\nevent: none\n\ndata:{\"id\":2}\r\rdata: {\"id\":3}\r\n\r\n",
            "one.Event + one.Id + one.Retry + '/' + one.Data.Id", "add7300/1|message7/2|message7/3"),
        ($$""" "text/event-stream": { "itemSchema": { "type": "object", "properties": { "data": { "type": "string", {{JsonText}} {{Todo}} } } } } """,
            "text/event-stream", "data: {\"id\":1}\n\n", "one.Data!.Id.ToString()", "1"),
        (""" "text/event-stream": { "itemSchema": { "type": "object", "properties": { "data": { "type": "string" } } } } """,
            "text/event-stream", "data: {\"id\":1}\ndata\ndata:  x\n\n", "one.Data!.Replace('\\n', '#')", "{\"id\":1}## x"),
        ($$""" "text/event-stream": { "schema": {{Todo}} } """, "text/event-stream", "data: {\"id\":1}\n\ndata: [DONE]\n\n", "one.Id.ToString()",
            "1|ResponseFormatException: Item 2 isn't what the document describes, at $"),
        ($$""" "text/event-stream": { "itemSchema": { "oneOf": [ {{Todo}}, { "type": "string", "const": "[DONE]", "x-ms-sse-terminal-event": true } ] } } """,
            "text/event-stream", "data: {\"id\":1}\n\ndata: [DONE]\n\ndata: ?\n\n", "one.Id.ToString()", "1"),
        (""" "text/event-stream": { "itemSchema": { "type": "string" } } """, "text/event-stream", "data: a\n\ndata: b\n\n", "one", "a|b"),
        ($$""" "text/event-stream": { "schema": {{Todo}} } """, "application/json", "", "one.Id.ToString()", ""),
        ($$""" "text/event-stream": { "schema": {{Todo}} } """, "application/json", "{\"id\":1}", "one.Id.ToString()",
            "ResponseFormatException: The body (application/json) isn't the text/event-stream that was asked for"),
        ($$""" "text/event-stream": { "schema": {{Todo}} } """, "text/event-stream", "data: {\"id\":1}\n\ndata: {\"id\":2}\n", "one.Id.ToString()",
            "1|HttpRequestException: the answer ended within item 2"),

        // Several kinds of events: by names, as OpenAPI 3.2 shows it, and as TypeSpec writes them.
        ($$"""
            "text/event-stream": { "itemSchema": { "type": "object",
            "properties": { "event": { "type": "string" }, "data": { "type": "string" } }, "required": [ "event" ],
            "oneOf": [
            { "properties": { "event": { "const": "text" } } },
            { "properties": { "event": { "const": "todo" }, "data": { {{JsonText}} {{Todo}} } } } ] } }
            """,
            "text/event-stream", "event: text\ndata: 12\n\nevent: todo\ndata: {\"id\":4}\n\nevent: odd\ndata: ?\n\n",
            "one.Match(text => text.Data!, todo => todo.Data!.Id.ToString(), other => other.GetProperty(\"data\").GetString()!)", "12|4|?"),
        ($$"""
            "text/event-stream": { "itemSchema": { "type": "object", "properties": { "event": { "type": "string" }, "data": { "type": "string" } },
            "anyOf": [
            { "properties": { "event": { "const": "todo" }, "data": { {{JsonText}} {{Todo}} } } },
            { "properties": { "event": { "const": "name" }, "data": { {{JsonText}} { "type": "string" } } } },
            { "properties": { "data": { "contentMediaType": "text/plain", "const": "[unsubscribe]" } }, "x-ms-sse-terminal-event": true } ] } }
            """,
            "text/event-stream", "event: todo\ndata: {\"id\":4}\n\nevent: name\ndata: \"n\"\n\ndata: [unsubscribe]\n\nevent: todo\n",
            "one.Match(todo => todo.Data!.Id.ToString(), name => name.Data!, _ => \"?\")", "4|n"),
    ];

    private const string Helpers = """
        private static async System.Threading.Tasks.Task<string> All<T>(IAsyncEnumerable<T> items, Func<T, string> text)
        {
            var all = new List<string>();
            try
            {
                await foreach (var item in items) { all.Add(text(item)); }
            }
            catch (Exception cause)
            {
                all.Add(cause.GetType().Name + ": " + cause.Message);
            }

            return string.Join("|", all);
        }
        """;

    [Fact]
    public async Task Items_are_read_as_the_document_says()
    {
        await using var api = await WireApi.StartAsync(
            Document, [.. Rows.Select((row, i) => Format($"All(Client.R{i}Async(), one => {row.Item})"))], AnswerAsync, Helpers);
        for (var i = 0; i < Rows.Length; i++)
        {
            var expected = Rows[i].Expected.Split(": ");
            var result = await api.ResultAsync(i);
            if (expected.Length == 1)
            {
                Assert.Equal(FormattableString.Invariant($"{i}: {expected[0]}"), FormattableString.Invariant($"{i}: {result}"));
            }
            else
            {
                Assert.StartsWith(expected[0] + ": r", result);
                Assert.Contains(expected[1], result, StringComparison.Ordinal);
            }
        }
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var row = Rows[int.Parse(context.Request.Path.Value![1..], CultureInfo.InvariantCulture)];
        context.Response.StatusCode = 200;
        context.Response.ContentType = row.Type;
        await context.Response.WriteAsync(row.Answer);
    }

    private static string Document(string server) => $$"""
        {
          "openapi": "3.2.0",
          "info": { "title": "Streams", "version": "1" },
          "servers": [ { "url": "{{server}}" } ],
          "paths": { {{string.Join(",\n", Rows.Select((row, i) => Operation(row.Content, i)))}} },
          "components": { "schemas": { "Todo": { "type": "object", "required": [ "id" ], "properties": { "id": { "type": "integer" } } } } }
        }
        """;

    private static string Operation(string content, int i) => Format($$"""
        "/{{i}}": { "get": { "operationId": "r{{i}}", "responses": { "200": { "description": "", "content": { {{content}} } } } } }
        """);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
