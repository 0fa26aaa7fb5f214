using Microsoft.AspNetCore.Http;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>Answers without a body where the document describes one: there is no result, and only what needs one fails.</summary>
public sealed class EmptyAnswerTests
{
    private const string Item = """
        { "application/json": { "schema": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } } } }
        """;

    private const string Helpers = """
        private static async System.Threading.Tasks.Task<string> Text<T>(System.Threading.Tasks.Task<T> call)
        {
            try { return (await call) is { } result ? result.ToString()! : "nothing"; }
            catch (UploadGen.UploadGenException failure) { return failure.GetType().Name; }
        }
        private static async System.Threading.Tasks.Task<string> ManyTwice(string journal)
        {
            var outcomes = new List<string>();
            for (var i = 0; i < 2; i++)
            {
                using var opened = UploadGen.UploadJournal.Open(journal, content => content.FileName);
                await foreach (var outcome in Client.UploadManyFilesAsync([File("a.txt", "x")], options: new UploadGen.UploadManyOptions { Journal = opened }))
                {
                    outcomes.Add(outcome.Status + " " + (outcome.Result is null) + outcome.Exception?.Message);
                }
            }
            return string.Join(", ", outcomes);
        }
        """;

    [Theory]
    [InlineData("Client.GetItemAsync(\"1\")", "nothing")]
    [InlineData("Client.GetNamesAsync()", "nothing")]
    [InlineData("Client.GetCountAsync()", "ResponseFormatException")]
    [InlineData("Client.UploadFileAsync(File(\"a.txt\", \"x\"))", "nothing")]
    [InlineData("Client.UploadFileAsync(File(\"empty\", \"x\"))", "ResponseFormatException")]
    public async Task What_needs_no_answer_ends_well(string call, string expected)
    {
        await using var api = await WireApi.StartAsync(Document, [$"Text({call})"], AnswerAsync, Helpers);
        Assert.Equal(expected, await api.ResultAsync(0));
    }

    [Fact]
    public async Task A_journal_remembers_that_there_was_none()
    {
        var journal = Path.Combine(Directory.CreateTempSubdirectory().FullName, "journal");
        await using var api = await WireApi.StartAsync(Document, [$"ManyTwice({System.Text.Json.JsonSerializer.Serialize(journal)})"], AnswerAsync, Helpers);
        Assert.Equal("Uploaded True, AlreadyUploaded True", await api.ResultAsync(0));
    }

    /// <summary>Opening is answered, unless the file is called so that it isn't; storage takes the file; all else is done without a word.</summary>
    private static async Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        using var body = new StreamReader(context.Request.Body);
        if (context.Request.Path == "/files" && !(await body.ReadToEndAsync()).Contains("empty", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync($$"""{"id":"1","upload_url":"http://{{context.Request.Host}}/store/1"}""");
        }
    }

    private static string Document(string server) => $$"""
        {
          "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "servers": [ { "url": "{{server}}" } ],
          "paths": {
            "/items/{id}": { "get": { "operationId": "getItem",
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ],
              "responses": { "200": { "description": "", "content": {{Item}} } } } },
            "/names": { "get": { "operationId": "getNames", "responses": { "200": { "description": "", "content": {
              "application/json": { "schema": { "type": "array", "items": { "type": "string" } } } } } } } },
            "/count": { "get": { "operationId": "getCount", "responses": { "200": { "description": "", "content": {
              "application/json": { "schema": { "type": "integer" } } } } } } },
            "/files": { "post": { "operationId": "createFile", "description": "Send the bytes by PUT.",
              "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "required": ["filename"], "properties": {
                "filename": { "type": "string" } } } } } },
              "responses": { "201": { "description": "", "content": { "application/json": { "schema": { "type": "object", "required": ["id", "upload_url"],
                "properties": { "id": { "type": "string" }, "upload_url": { "type": "string" } } } } } } } } },
            "/files/{id}/confirm": { "post": { "operationId": "confirmFile",
              "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ],
              "responses": { "200": { "description": "", "content": {{Item}} } } } }
          }
        }
        """;
}
