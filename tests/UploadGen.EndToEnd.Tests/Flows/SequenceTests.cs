using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using UploadGen.EndToEnd.Tests.Shelf;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Uploads whose file goes to an operation of the API: <c>shelf.json</c> has one that takes it as it is, and one that takes a form.</summary>
public sealed class SequenceTests
{
    private static readonly UploadContent File = UploadContent.FromBytes("hello"u8.ToArray(), "a.png");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_is_sent_between_opening_and_completion()
    {
        await using var server = await StartAsync();
        var reports = new List<UploadProgress>();

        var result = await Client(server).UploadFileAsync(File, tray: "top", progress: new Observer(reports.Add), cancellationToken: Cancellation);

        Assert.Equal("whole", result.State);
        Assert.Equal(["POST /uploads", "PUT /uploads/u%2F1/content", "POST /uploads/u%2F1/complete"], Log(server));
        Assert.Equal("""{"filename":"a.png","size":5,"tray":"top"}""", server.Requests[0].Text);
        Assert.Equal("hello", server.Requests[1].Text);
        Assert.Equal("image/png", server.Requests[1].Headers["Content-Type"]);
        Assert.Equal([UploadStep.Create, UploadStep.Put, UploadStep.Confirm], reports.Select(report => report.Step).Distinct());
    }

    [Fact]
    public async Task A_form_with_the_file_ends_the_upload_where_nothing_completes_it()
    {
        await using var server = await StartAsync();

        var document = await Client(server).UploadDocumentAsync(File, title: "A", note: "n", cancellationToken: Cancellation);

        Assert.Equal("d", document.DocumentId);
        Assert.Equal(["POST /documents", "POST /documents/d/file"], Log(server));
        Assert.Contains("hello", server.Requests[1].Text, StringComparison.Ordinal);
        Assert.Contains("filename=a.png", server.Requests[1].Text.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("part_number", server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_gives_the_upload_up_and_is_not_completed()
    {
        await using var server = await StartAsync(send: context => context.AnswerAsync(422));

        var failure = await Assert.ThrowsAsync<ApiException>(() => Client(server).UploadFileAsync(File, cancellationToken: Cancellation));

        Assert.Equal((UploadStep.Put, false, "u/1"), (failure.Step, failure.IsStored, failure.UploadId));
        Assert.Contains("The upload was given up with the API.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["POST /uploads", "PUT /uploads/u%2F1/content", "DELETE /uploads/u%2F1"], Log(server));
    }

    /// <summary>An API that doesn't answer keeps nobody who has canceled.</summary>
    [Fact]
    public async Task A_cancellation_does_not_wait_for_the_API_to_take_the_upload_back()
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var server = await WebServer.RecordingAsync(async context =>
        {
            if (context.Request.Path.Value == "/uploads")
            {
                await context.AnswerAsync(201, """{ "id": "u" }""");
                return;
            }

            await canceled.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var watch = new Stopwatch();
        canceled.Token.Register(watch.Start);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(server).UploadFileAsync(File, cancellationToken: canceled.Token));

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(5));
        Assert.Equal(["POST /uploads", "PUT /uploads/u/content", "DELETE /uploads/u"], Log(server));
    }

    [Fact]
    public async Task A_form_whose_answer_is_lost_may_have_arrived()
    {
        await using var server = await StartAsync(send: context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var failure = await Assert.ThrowsAsync<UploadException>(() => Client(server).UploadDocumentAsync(File, title: "A", cancellationToken: Cancellation));

        Assert.Equal((UploadStep.Put, null), (failure.Step, failure.IsStored));
        Assert.Contains("Whether the API got the whole file isn't known: ask the API before you upload it again.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_files_each_have_an_upload_of_their_own()
    {
        await using var server = await StartAsync();
        var files = new[] { "a", "b", "c" }.Select(name => UploadContent.FromBytes("hello"u8.ToArray(), name + ".png"));

        var outcomes = await Client(server).UploadManyFilesAsync(files, cancellationToken: Cancellation).ToListAsync(Cancellation);

        Assert.All(outcomes, outcome => Assert.Equal(UploadStatus.Uploaded, outcome.Status));
        Assert.Equal(3, server.Requests.Count(request => request.Method == "PUT"));
        Assert.Equal(3, server.Requests.Count(request => request.Target.EndsWith("/complete", StringComparison.Ordinal)));
    }

    private static Task<WebServer> StartAsync(Func<HttpContext, Task>? send = null)
        => WebServer.RecordingAsync(context => context.Request switch
        {
            { Method: "POST", Path.Value: "/uploads" } => context.AnswerAsync(201, """{ "id": "u/1" }"""),
            { Method: "POST", Path.Value: "/documents" } => context.AnswerAsync(201, """{ "document_id": "d" }"""),
            { Method: "PUT" } => send?.Invoke(context) ?? context.AnswerAsync(200, """{ "received": 5 }"""),
            { Path.Value: "/documents/d/file" } => send?.Invoke(context) ?? context.AnswerAsync(204),
            { Method: "DELETE" } => context.AnswerAsync(204),
            _ => context.AnswerAsync(200, """{ "state": "whole", "size": 5 }"""),
        });

    private static ShelfClient Client(WebServer server)
        => new(new ShelfClientOptions { BaseAddress = server.Address, Credential = ApiCredential.FromToken("key") });

    private static IEnumerable<string> Log(WebServer server) => server.Requests.Select(request => $"{request.Method} {request.Target}");
}
