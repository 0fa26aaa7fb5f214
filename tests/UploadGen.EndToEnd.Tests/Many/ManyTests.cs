using UploadGen.EndToEnd.Tests.Flows;
using UploadGen.EndToEnd.Tests.Server;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>Many files to each of three contracts.</summary>
public sealed class ManyTests : FlowTests
{
    [Fact]
    public async Task Many_files_are_opened_sent_and_confirmed_each()
    {
        using var folder = new SampleFolder(30, 20_000);
        var progress = new LastReport();

        var outcomes = await Runflow().UploadManyAssetsAsync(folder.Contents, progress: progress, cancellationToken: Cancellation).ToListAsync();

        Assert.All(outcomes, outcome => Assert.Equal(folder.Sha256(outcome.Content.FileName), Server.FindObject(outcome.Result!.R2Key!)!.Sha256));
        Assert.Equal(folder.Names, outcomes.Select(outcome => outcome.Result!.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            new UploadManyProgress { FilesUploaded = 30, TotalFiles = 30, BytesSent = 600_000, TotalBytes = 600_000 }, progress.Last);
    }

    [Fact]
    public async Task Forms_and_unconfirmed_uploads_go_out_the_same_way()
    {
        using var folder = new SampleFolder(10, 5_000);

        var forms = await Images().UploadManyFilesAsync(folder.Contents, cancellationToken: Cancellation).ToListAsync();
        var puts = await Cyberun().UploadManyFilesAsync(folder.ContentsOneByOneAsync(), cancellationToken: Cancellation).ToListAsync();

        Assert.All(forms, outcome => Assert.Equal(folder.Sha256(outcome.Content.FileName), Server.FindObject(outcome.Result!.UploadKey)!.Sha256));
        Assert.All(puts, outcome => Assert.Equal(folder.Sha256(outcome.Content.FileName), Server.FindObject(outcome.Result!.FileKey)!.Sha256));
        Assert.Equal(20, Server.Objects.Count);
    }

    [Fact]
    public async Task A_file_over_the_limit_and_one_that_is_gone_leave_the_others_alone()
    {
        using var folder = new SampleFolder(4, 1_000);
        var contents = folder.Contents;
        File.Delete(Path.Combine(folder.FullName, contents[1].FileName));
        contents.Insert(2, UploadContent.FromStream(new ZeroStream(52_428_801), "film.mp4", length: 52_428_801));

        var outcomes = await Runflow().UploadManyAssetsAsync(contents, cancellationToken: Cancellation).ToListAsync();

        Assert.Equal(3, outcomes.Count(outcome => outcome.Status == UploadStatus.Uploaded));
        Assert.IsType<RequestValidationException>(outcomes.Single(outcome => outcome.Content.FileName == "film.mp4").Exception);
        Assert.IsType<FileNotFoundException>(outcomes.Single(outcome => outcome.Content == contents[1]).Exception);
    }

    [Fact]
    public async Task Leaving_the_loop_ends_what_is_under_way()
    {
        using var folder = new SampleFolder(1, 1_000);
        var films = Enumerable.Range(0, 5).Select(i => UploadContent.FromStream(new ZeroStream(40_000_000), $"{i}.mp4", length: 40_000_000));
        IEnumerable<UploadContent> contents = [.. folder.Contents, .. films];

        await foreach (var outcome in Runflow().UploadManyAssetsAsync(contents, cancellationToken: Cancellation))
        {
            break;
        }

        var requests = Server.Requests.Count;
        await Task.Delay(300, Cancellation);

        // Requests that were broken off may be recorded late; none is made anew.
        Assert.InRange(Server.Requests.Count(request => request.Path.EndsWith("/asset-uploads", StringComparison.Ordinal)), 1, 6);
        Assert.All(Server.Requests.Skip(requests), request => Assert.NotEqual(201, request.Status));
    }

    private sealed class LastReport : IProgress<UploadManyProgress>
    {
        public UploadManyProgress Last { get; private set; }

        public void Report(UploadManyProgress value) => Last = value;
    }
}
