namespace UploadGen.Generator.Tests.Streams;

/// <summary>What a document says of items and parts, and no method can do, is told.</summary>
public sealed class UncarriedTests
{
    private const string Todo = """{ "type": "object", "properties": { "id": { "type": "integer" } } }""";

    [Theory]
    [InlineData("""{ "multipart/mixed": { "itemSchema": {} } }""", "the items of a body of the type 'multipart/mixed' don't go one by one")]
    [InlineData("""{ "application/json": { "itemSchema": {} } }""", "the items of a body of the type 'application/json' don't go one by one")]
    [InlineData(
        """
        { "text/event-stream": { "itemSchema": { "oneOf": [
          { "type": "object", "properties": { "data": { "type": "string" } } }, { "type": "object", "properties": { "data": { "type": "integer" } } } ] } } }
        """,
        "which events have data that is JSON, and which have text, isn't told by their names")]
    public async Task Of_an_answer(string content, string reason)
    {
        var problem = await ProblemAsync($$""" "responses": { "200": { "description": "", "content": {{content}} } } """);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "text/event-stream": { "itemSchema": {} } }""", "the items of a body of the type 'text/event-stream' don't go one by one")]
    [InlineData($$"""{ "multipart/mixed": { "schema": {{Todo}} } }""", "the parts of a body of the type 'multipart/mixed' have places and no names")]
    [InlineData(
        $$"""{ "multipart/form-data": { "schema": { "type": "object", "properties": { "a": {{Todo}} } }, "encoding": { "a": { "itemEncoding": {} } } } }""",
        "the part 'a' is made of parts itself")]
    [InlineData(
        """
        { "multipart/form-data": { "schema": { "type": "object", "properties": { "a": { "type": "string" } } },
          "encoding": { "a": { "headers": { "Content-Disposition": { "schema": { "type": "string" } } } } } } }
        """,
        "'Content-Disposition' has the part's name and its file's, and nothing else")]
    public async Task Of_a_body(string content, string reason)
        => Assert.Contains(reason, await ProblemAsync($$""" "requestBody": { "content": {{content}} }, "responses": {} """), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "name": "q", "in": "querystring", "schema": { "type": "string" } }""", "a parameter that is the whole query needs 'content'")]
    [InlineData(
        """
        { "name": "q", "in": "querystring", "content": { "text/plain": { "schema": { "type": "string" } } } },
        { "name": "p", "in": "query", "schema": { "type": "string" } }
        """,
        "a parameter that is the whole query leaves no place for another one in it")]
    public async Task Of_a_query(string parameters, string reason)
        => Assert.Contains(reason, await ProblemAsync($$""" "parameters": [ {{parameters}} ], "responses": {} """), StringComparison.Ordinal);

    [Fact]
    public void Beside_a_whole_answer_there_is_a_method_of_its_own()
    {
        var files = Run($$"""
            "responses": { "200": { "description": "", "content": {
              "application/json": { "schema": {{Todo}} }, "text/event-stream": { "schema": {{Todo}} } } } }
            """).Files;
        var code = string.Concat(files.Values);

        Assert.Contains("global::System.Threading.Tasks.Task<WatchResponse> WatchAsync(", code, StringComparison.Ordinal);
        Assert.Contains("global::System.Collections.Generic.IAsyncEnumerable<WatchEvent> WatchStreamAsync(", code, StringComparison.Ordinal);
        Assert.Contains(".Accept(\"text/event-stream\")", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public void Earlier_documents_may_say_what_items_are(string version)
    {
        var run = GeneratorRun.Of(Document($$"""
            "responses": { "200": { "description": "", "content": { "application/jsonl": { "itemSchema": {{Todo}} } } } }
            """).Replace("3.2.0", version, StringComparison.Ordinal));

        Assert.Contains("IAsyncEnumerable<WatchItem> WatchAsync(", string.Concat(run.AssertCompiles().Files.Values), StringComparison.Ordinal);
    }

    private static async Task<string> ProblemAsync(string operation)
        => Assert.Single(await Run(operation).PrintedDocumentDiagnosticsAsync(), problem => problem.Contains("UPG005", StringComparison.Ordinal));

    private static GeneratorRun Run(string operation) => GeneratorRun.Of(Document(operation)).AssertCompiles();

    private static string Document(string operation) => $$"""
        {
          "openapi": "3.2.0",
          "info": { "title": "Streams", "version": "1" },
          "paths": { "/watch": { "post": { "operationId": "watch", {{operation}} } } }
        }
        """;
}
