using UploadGen.Tests.Servers;

namespace UploadGen.Tests;

public class PresignedUploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly UploadContent Content = UploadContent.FromBytes(new byte[10], "a.png");

    [Fact]
    public async Task The_steps_run_in_order_and_are_reported()
    {
        var steps = new List<string>();
        var progress = new ProgressLog();

        string result = await PresignedUpload.RunAsync(
            Content,
            announced: null,
            create: (file, _) => { steps.Add($"create {file.FileName}"); return Task.FromResult("session"); },
            put: (session, file, _, _) => { steps.Add($"put {session} {file.Length}"); return Task.CompletedTask; },
            confirm: (session, _) => { steps.Add($"confirm {session}"); return Task.FromResult("asset"); },
            progress, Token);

        Assert.Equal("asset", result);
        Assert.Equal(["create a.png", "put session 10", "confirm session"], steps);
        Assert.Equal([(UploadStep.Create, 0L), (UploadStep.Confirm, 10L)], progress.Reports.Select(report => (report.Step, report.BytesSent)));
    }

    [Fact]
    public async Task A_failed_put_is_not_confirmed()
    {
        bool confirmed = false;
        await Assert.ThrowsAsync<UploadException>(() => PresignedUpload.RunAsync<string, string>(
            Content,
            announced: null,
            create: (_, _) => Task.FromResult("session"),
            put: (_, _, _, _) => throw new UploadException("no", UploadStep.Put, "op"),
            confirm: (_, _) => { confirmed = true; return Task.FromResult(""); },
            null, Token));
        Assert.False(confirmed);
    }

    [Fact]
    public async Task No_upload_is_opened_for_a_file_that_is_gone()
    {
        var file = new TestFile([1]);
        var content = UploadContent.FromFile(file.FilePath);
        file.Dispose();
        bool created = false;
        await Assert.ThrowsAsync<FileNotFoundException>(() => PresignedUpload.RunAsync(
            content, announced: null, (_, _) => { created = true; return Task.FromResult("session"); }, (_, _, _, _) => Task.CompletedTask, null, Token));
        Assert.False(created);
    }

    [Fact]
    public async Task Without_a_confirmation_the_session_is_the_result()
        => Assert.Equal("session", await PresignedUpload.RunAsync(
            Content, announced: null, (_, _) => Task.FromResult("session"), (_, _, _, _) => Task.CompletedTask, null, Token));
}
