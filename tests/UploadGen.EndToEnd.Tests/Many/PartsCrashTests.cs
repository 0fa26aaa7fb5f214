using UploadGen.EndToEnd.Tests.Flows;
using UploadGen.EndToEnd.Tests.Reel;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>Uploads in parts, in a process of their own that is killed at some request, and the run after it.</summary>
public sealed class PartsCrashTests
{
    private const int Files = 4;
    private const int PartsPerFile = 10;
    private const int Length = PartsPerFile * ReelServer.PartSize - 1;

    /// <summary>Parts of a file that are under way at a time.</summary>
    private const int Parallelism = 4;

    private static readonly OtherProcess Other = new("UPLOADGEN_TEST_PARTS");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(12)]
    public async Task A_state_file_goes_on_after_a_kill(int requests)
    {
        await using var server = await ReelServer.StartAsync();
        using var folder = new SampleFolder(1, Length);
        var state = Path.Combine(folder.FullName, "film.state");
        await UntilKilledAsync(server, requests, folder.FullName, state, isMany: false);
        var begun = Begun(server);

        if (server.Completed.Count == 0)
        {
            await UploadAsync(server.Client, folder.FullName, state);
            Assert.False(File.Exists(state));
        }
        else
        {
            // Killed before it had the answer: nobody knows, and that is told.
            var failure = await Assert.ThrowsAsync<ApiException>(() => UploadAsync(server.Client, folder.FullName, state));
            Assert.Contains("whether the API has confirmed it isn't known", failure.Message, StringComparison.Ordinal);
        }

        HasEachOnce(server, folder);
        Assert.InRange(server.Count("PUT", "/parts"), PartsPerFile, PartsPerFile + Parallelism);
        Assert.InRange(server.Count("POST", "/films"), 1, 2 - begun);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(14, 1)]
    [InlineData(6, 4)]
    [InlineData(20, 4)]
    [InlineData(33, 4)]
    [InlineData(45, 4)]
    public async Task A_journal_goes_on_with_the_parts_of_each_file_after_a_kill(int requests, int concurrency)
    {
        await using var server = await ReelServer.StartAsync();
        using var folder = new SampleFolder(Files, Length);
        var path = Path.Combine(folder.FullName, "films.journal");
        await UntilKilledAsync(server, requests, folder.FullName, path, isMany: true, concurrency);
        var (before, begun, opened) = (server.Completed.Count, Begun(server), server.Count("POST", "/films"));

        var outcomes = await UploadManyAsync(server.Client, folder.FullName, path, concurrency);

        HasEachOnce(server, folder);
        Assert.All(outcomes.Where(outcome => outcome.IsUploaded), outcome => Assert.Equal(folder.Sha256(outcome.Content.FileName), outcome.Result!.Sha256));
        // Of a file whose completion was under way nobody knows, and that is told.
        Assert.InRange(outcomes.Count(outcome => !outcome.IsUploaded), 0, Math.Min(before, concurrency));
        Assert.InRange(server.Count("PUT", "/parts"), Files * PartsPerFile, Files * PartsPerFile + concurrency * Parallelism);
        // What had a part was on record: it isn't opened again.
        Assert.InRange(server.Count("POST", "/films"), Files, opened + Files - begun);
    }

    [Fact]
    public async Task Uploads_that_the_API_has_dropped_begin_anew()
    {
        await using var server = await ReelServer.StartAsync();
        using var folder = new SampleFolder(Files, Length);
        var path = Path.Combine(folder.FullName, "films.journal");
        await UntilKilledAsync(server, 20, folder.FullName, path, isMany: true, concurrency: 4);
        server.DropOpen();

        var outcomes = await UploadManyAsync(server.Client, folder.FullName, path, 4);

        Assert.All(outcomes, outcome => Assert.True(outcome.IsUploaded, $"{outcome}: {outcome.Exception}"));
        HasEachOnce(server, folder);
    }

    /// <summary>Also what the other process is started with: then it uploads the files of the test that kills it.</summary>
    [Fact]
    public async Task A_run_that_nobody_kills_uploads_every_film()
    {
        if (Other.Arguments is [var files, var kept, var address, var isMany, var concurrency])
        {
            var client = new ReelClient(new ReelClientOptions { BaseAddress = new Uri(address), Credential = ApiCredential.FromToken("key") });
            await (bool.Parse(isMany)
                ? (Task)UploadManyAsync(client, files, kept, int.Parse(concurrency, System.Globalization.CultureInfo.InvariantCulture))
                : UploadAsync(client, files, kept));
            return;
        }

        await using var server = await ReelServer.StartAsync();
        using var folder = new SampleFolder(Files, Length);
        var path = Path.Combine(folder.FullName, "films.journal");

        foreach (var status in new[] { UploadStatus.Uploaded, UploadStatus.AlreadyUploaded })
        {
            var outcomes = await UploadManyAsync(server.Client, folder.FullName, path, 2);
            Assert.All(outcomes, outcome => Assert.Equal((status, folder.Sha256(outcome.Content.FileName)), (outcome.Status, outcome.Result!.Sha256)));
        }

        HasEachOnce(server, folder);
        Assert.Equal(Files * (PartsPerFile + 2), server.Log.Count);
    }

    private static Task<CompleteFilmResponse> UploadAsync(ReelClient client, string folder, string state)
        => client.UploadFilmAsync(
            SampleFolder.ContentsOf(folder).Single(), options: new() { StateFile = new UploadStateFile(state) }, cancellationToken: Cancellation);

    private static async Task<List<UploadOutcome<CompleteFilmResponse>>> UploadManyAsync(ReelClient client, string folder, string path, int concurrency)
    {
        using var journal = UploadJournal.Open(path);
        var options = new UploadManyOptions { Journal = journal, MaxConcurrency = concurrency };
        return await client.UploadManyFilmsAsync(SampleFolder.ContentsOf(folder), options: options, cancellationToken: Cancellation).ToListAsync();
    }

    private static async Task UntilKilledAsync(ReelServer server, int requests, string folder, string kept, bool isMany, int concurrency = 1)
    {
        server.Observer = (_, count) =>
        {
            if (count == requests)
            {
                Other.Kill();
            }
        };
        object[] arguments = [folder, kept, server.Address, isMany, concurrency];
        var exit = await Other.RunAsync(typeof(PartsCrashTests), nameof(A_run_that_nobody_kills_uploads_every_film), arguments, Cancellation);
        server.Observer = (_, _) => { };

        Assert.NotEqual(0, exit);
        Assert.InRange(server.Log.Count, requests, int.MaxValue);
    }

    /// <summary>How many films have got a part.</summary>
    private static int Begun(ReelServer server)
        => server.Log.Where(line => line.StartsWith("PUT", StringComparison.Ordinal)).Select(line => line.Split('/')[2]).Distinct().Count();

    private static void HasEachOnce(ReelServer server, SampleFolder folder)
    {
        Assert.Equal(folder.Names, server.Completed.Select(film => film.Name).Order(StringComparer.Ordinal));
        Assert.All(server.Completed, film => Assert.Equal(folder.Sha256(film.Name), film.Sha256));
    }
}
