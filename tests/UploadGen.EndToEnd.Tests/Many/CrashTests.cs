using UploadGen.EndToEnd.Tests.Flows;
using UploadGen.EndToEnd.Tests.Runflow;
using UploadServer;
using UploadServer.Recording;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>Runs in a process of their own that is killed while it uploads, and the run after it.</summary>
public sealed class CrashTests : FlowTests
{
    private const int Files = 12;

    private static readonly OtherProcess Other = new("UPLOADGEN_TEST_JOURNAL");

    private int _left = int.MaxValue;

    private protected override UploadServerOptions Options => new() { RequestObserver = CountDown };

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(9, 4)]
    [InlineData(17, 4)]
    [InlineData(30, 4)]
    [InlineData(35, 2)]
    public async Task After_a_kill_the_next_run_leaves_one_asset_of_each_file(int requests, int concurrency)
    {
        using var folder = new SampleFolder(Files, 50_000);
        var journal = Path.Combine(folder.FullName, "uploads.journal");

        await UntilKilledAsync(requests, folder.FullName, journal, concurrency);
        var doneBefore = Confirmed().Count;
        var outcomes = await UploadAsync(Runflow(), folder.FullName, journal, concurrency);

        Assert.All(outcomes, outcome => Assert.True(outcome.IsUploaded, $"{outcome}: {outcome.Exception}"));
        Assert.Equal(Files, Confirmed().Count);
        Assert.Equal(Confirmed(), outcomes.Select(outcome => outcome.Result!.Id.ToString()).Order());
        Assert.All(outcomes, outcome => Assert.Equal(folder.Sha256(outcome.Content.FileName), Server.FindObject(outcome.Result!.R2Key!)!.Sha256));
        Assert.InRange(outcomes.Count(outcome => outcome.Status == UploadStatus.AlreadyUploaded), doneBefore - concurrency, doneBefore);
        Assert.DoesNotContain("X-Amz-", await File.ReadAllTextAsync(journal, Cancellation), StringComparison.Ordinal);
    }

    /// <summary>Also what the other process is started with: then it uploads the files of the test that kills it.</summary>
    [Fact]
    public async Task A_run_that_nobody_kills_uploads_every_file()
    {
        if (Other.Arguments is [var journal, var files, var address, var key, var concurrency])
        {
            var client = new RunflowClient(new RunflowClientOptions { BaseAddress = new Uri(address), Credential = ApiCredential.FromToken(key) });
            await UploadAsync(client, files, journal, int.Parse(concurrency, System.Globalization.CultureInfo.InvariantCulture));
            return;
        }

        using var folder = new SampleFolder(Files, 50_000);
        var outcomes = await UploadAsync(Runflow(), folder.FullName, Path.Combine(folder.FullName, "uploads.journal"), 4);

        Assert.All(outcomes, outcome => Assert.Equal(UploadStatus.Uploaded, outcome.Status));
        Assert.Equal(Files, Confirmed().Count);
    }

    private static async Task<List<UploadOutcome<FullValidator>>> UploadAsync(RunflowClient client, string folder, string path, int concurrency)
    {
        using var journal = UploadJournal.Open(path);
        return await client
            .UploadManyAssetsAsync(
                SampleFolder.ContentsOf(folder), options: new() { Journal = journal, MaxConcurrency = concurrency }, cancellationToken: Cancellation)
            .ToListAsync();
    }

    private async Task UntilKilledAsync(int requests, string folder, string journal, int concurrency)
    {
        _left = requests;
        object[] arguments = [journal, folder, Server.BaseAddress, Server.ApiKey, concurrency];
        var exit = await Other.RunAsync(typeof(CrashTests), nameof(A_run_that_nobody_kills_uploads_every_file), arguments, Cancellation);

        Assert.NotEqual(0, exit);
        Assert.InRange(_left, int.MinValue, 0);
    }

    /// <summary>Called as an answer starts: the other process is killed before it has that answer, or just after.</summary>
    private void CountDown(RecordedRequest request)
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            Other.Kill();
        }
    }

    /// <summary>The ids of the uploads that were confirmed, however often.</summary>
    private List<string> Confirmed() => [.. Server.Requests
        .Where(request => request is { Status: 201 } && request.Path.EndsWith("/confirmations", StringComparison.Ordinal))
        .Select(request => request.Path.Split('/')[^2])
        .Distinct()
        .Order()];
}
