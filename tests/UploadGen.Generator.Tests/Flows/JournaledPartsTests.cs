using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using UploadGen.Generator.Tests.Harness;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Many files in parts, whose URLs come once and are signed, so that a journal can't hold what going on needs.</summary>
public sealed class JournaledPartsTests : IDisposable
{
    private readonly string _journal = Path.GetTempFileName();

    [Fact]
    public async Task Each_file_is_completed_once_and_known_by_the_next_run()
    {
        var completed = new ConcurrentQueue<string>();
        await using var server = await WebServer.StartAsync(context => AnswerAsync(context, completed));
        using var client = Client();

        var first = await (Task<string>)client.Call("Run", server.Address.OriginalString, _journal)!;
        var second = await (Task<string>)client.Call("Run", server.Address.OriginalString, _journal)!;

        Assert.Equal(("Uploaded Uploaded", "AlreadyUploaded AlreadyUploaded"), (first, second));
        Assert.Equal(2, completed.Count);
        Assert.DoesNotContain("X-Amz-Signature", await File.ReadAllTextAsync(_journal, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_journal);

    private static async Task AnswerAsync(HttpContext context, ConcurrentQueue<string> completed)
    {
        var body = await context.Request.Body.ReadAllAsync();
        var address = $"http://{context.Request.Host}";
        switch (context.Request.Path.Value)
        {
            case "/uploads":
                var urls = string.Join(',', Enumerable.Range(1, 3).Select(number => $"\"{address}/storage/{number}?X-Amz-Signature=secret\""));
                await context.AnswerAsync(201, $$"""{ "upload_id": "{{Guid.NewGuid()}}", "part_size": 10, "part_urls": [ {{urls}} ] }""");
                break;
            case { } path when path.StartsWith("/storage/", StringComparison.Ordinal):
                context.Response.Headers.ETag = $"\"{body.Length}\"";
                break;
            case { } path:
                completed.Enqueue(path);
                await context.AnswerAsync(200, """{ "status": "done" }""");
                break;
        }
    }

    private static GeneratedAssembly Client() => GeneratedAssembly.Of(
        Spec.Document($$"""
            {
              "/uploads": { "post": { "operationId": "openUpload", "description": "Opens an upload in parts.",
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "required": [ "filename" ],
                  "properties": { "filename": { "type": "string" }, "size": { "type": "integer" } } } } } },
                "responses": { "201": { "description": "Opened", "content": { "application/json": { "schema": { "type": "object",
                  "required": [ "upload_id", "part_size", "part_urls" ], "properties": { "upload_id": { "type": "string" },
                    "part_size": { "type": "integer" }, "part_urls": { "type": "array", "items": { "type": "string" } } } } } } } } } },
              {{FlowRun.Operation("/uploads/{upload_id}/complete", "completeUpload", FlowRun.PathParameter("upload_id"), """
                { "type": "object", "required": [ "parts" ], "properties": { "parts": { "type": "array", "items": { "type": "object",
                  "properties": { "part_number": { "type": "integer" }, "etag": { "type": "string" } } } } } }
                """)}}
            }
            """),
        """
        public static async System.Threading.Tasks.Task<string> Run(string address, string path)
        {
            using var journal = UploadGen.UploadJournal.Open(path, content => content.FileName);
            var client = new ApiClient(new ApiClientOptions { BaseAddress = new Uri(address) });
            var files = new[] { "a", "b" }.Select(name => UploadGen.UploadContent.FromBytes(new byte[25], name)).ToArray();
            var outcomes = new List<string>();
            await foreach (var outcome in client.UploadManyFilesAsync(files, options: new() { Journal = journal }))
            {
                outcomes.Add(outcome.Exception?.Message ?? outcome.Status.ToString());
            }

            return string.Join(' ', outcomes);
        }
        """);
}
