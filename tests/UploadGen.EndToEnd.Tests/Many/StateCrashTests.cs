using System.Security.Cryptography;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>Uploads of a file as a whole, of each kind, in a process of their own that is killed at each point of each request, and the run after it.</summary>
public sealed class StateCrashTests
{
    private const int Length = 3_000_001;

    private static readonly string[] Kinds = ["put", "post", "form", "operation"];
    private static readonly OtherProcess Other = new("UPLOADGEN_TEST_STATE");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// The opening has come (1) and is about to be answered (2), half of the file has come (3), all of it (4), it is about to be answered (5), and so on with
    /// the completion (6, 7), where there is one.
    /// </summary>
    public static TheoryData<string, int> Points
        => [.. from kind in Kinds from point in Enumerable.Range(1, kind is "put" or "operation" ? 7 : 5) select (kind, point)];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_state_file_goes_on_after_a_kill(string kind, int point)
    {
        await using var server = await KeepServer.StartAsync();
        using var folder = new SampleFolder(1, Length);
        var state = Path.Combine(folder.FullName, "a.state");
        await UntilKilledAsync(server, point, folder.FullName, state, kind);

        if (point < 7)
        {
            await UploadAsync(server.Address, kind, folder.FullName, state);
            Assert.False(File.Exists(state));
        }
        else
        {
            // Killed before it had the answer: nobody knows, and that is told.
            var failure = await Assert.ThrowsAsync<ApiException>(() => UploadAsync(server.Address, kind, folder.FullName, state));
            Assert.Contains("whether the API has confirmed it isn't known", failure.Message, StringComparison.Ordinal);
        }

        var complete = Assert.Single(server.Complete);
        Assert.Equal(folder.Sha256(folder.Names.Single()), Convert.ToHexStringLower(SHA256.HashData(complete)));
        // What was opened on record isn't opened again, and what was stored on record isn't sent again.
        Assert.Equal(point == 2 ? 2 : 1, server.Count("open"));
        Assert.Equal(point == 5 ? 2 : 1, server.Count("file"));
    }

    /// <summary>A session that holds no secret is in the journal as it is.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task A_journal_goes_on_after_a_kill_with_the_upload_that_is_open(int point)
    {
        await using var server = await KeepServer.StartAsync();
        using var folder = new SampleFolder(1, Length);
        var path = Path.Combine(folder.FullName, "a.journal");
        await UntilKilledAsync(server, point, folder.FullName, path, "many");

        var outcome = Assert.Single(await KeepServer.UploadManyAsync(server.Address, folder.Contents, path, Cancellation));

        Assert.Equal(point < 7 ? UploadStatus.Uploaded : UploadStatus.Failed, outcome.Status);
        Assert.Equal(folder.Sha256(folder.Names.Single()), Convert.ToHexStringLower(SHA256.HashData(Assert.Single(server.Complete))));
        Assert.Equal((point == 2 ? 2 : 1, point == 5 ? 2 : 1), (server.Count("open"), server.Count("file")));
    }

    [Theory]
    [InlineData("put")]
    [InlineData("post")]
    [InlineData("form")]
    [InlineData("operation")]
    public async Task What_is_paused_is_resumed_by_the_same_call(string kind)
    {
        await using var server = await KeepServer.StartAsync();
        using var folder = new SampleFolder(1, Length);
        var state = Path.Combine(folder.FullName, "a.state");
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        server.Observer = point =>
        {
            if (point != 4)
            {
                return true;
            }

            pause.Cancel();
            return false;
        };

        var canceled = await Assert.ThrowsAsync<UploadCanceledException>(() => UploadAsync(server.Address, kind, folder.FullName, state, pause.Token));
        Assert.Contains("stays open with the API: upload the file again with the same UploadStateFile", canceled.Message, StringComparison.Ordinal);
        await UploadAsync(server.Address, kind, folder.FullName, state);

        Assert.Equal(folder.Sha256(folder.Names.Single()), Convert.ToHexStringLower(SHA256.HashData(Assert.Single(server.Complete))));
        Assert.Equal((1, 0), (server.Count("open"), server.Count("abort")));
    }

    /// <summary>Also what the other process is started with: then it uploads the file of the test that kills it.</summary>
    [Fact]
    public async Task A_run_that_nobody_kills_uploads_each_kind()
    {
        if (Other.Arguments is [var files, var kept, var address, var asked])
        {
            await (asked == "many"
                ? KeepServer.UploadManyAsync(new Uri(address), SampleFolder.ContentsOf(files), kept, Cancellation)
                : UploadAsync(new Uri(address), asked, files, kept));
            return;
        }

        foreach (var kind in Kinds)
        {
            await using var server = await KeepServer.StartAsync();
            using var folder = new SampleFolder(1, Length);
            var state = Path.Combine(folder.FullName, "a.state");

            await UploadAsync(server.Address, kind, folder.FullName, state);

            Assert.False(File.Exists(state));
            Assert.Single(server.Complete);
        }
    }

    private static Task UploadAsync(Uri address, string kind, string folder, string state, CancellationToken? token = null)
        => KeepServer.UploadAsync(
            address, kind, SampleFolder.ContentsOf(folder).Single(), new UploadOptions { StateFile = new UploadStateFile(state) }, token ?? Cancellation);

    private static async Task UntilKilledAsync(KeepServer server, int point, string folder, string state, string kind)
    {
        var isKilled = false;
        server.Observer = here =>
        {
            if (here != point)
            {
                return true;
            }

            isKilled = true;
            Other.Kill();
            return false;
        };
        object[] arguments = [folder, state, server.Address, kind];
        var exit = await Other.RunAsync(typeof(StateCrashTests), nameof(A_run_that_nobody_kills_uploads_each_kind), arguments, Cancellation);

        Assert.NotEqual(0, exit);
        Assert.True(isKilled);
    }
}
