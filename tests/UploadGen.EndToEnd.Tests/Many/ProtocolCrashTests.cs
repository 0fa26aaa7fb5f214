using System.Security.Cryptography;
using UploadGen.EndToEnd.Tests.Flows;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>Uploads by each protocol in a process of their own that is killed at each point of each request, and the run after it.</summary>
public sealed class ProtocolCrashTests
{
    /// <summary>Of three requests, where a protocol has a limit for one.</summary>
    private const int Length = 21 * 1024 * 1024 + 1;

    private static readonly OtherProcess Other = new("UPLOADGEN_TEST_PROTOCOL");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// The opening has come (<c>open</c>); the first, second … request of the protocol has come (<c>1</c>), half of its body (<c>1/2</c>), or it is about to be
    /// answered (<c>1!</c>).
    /// </summary>
    public static TheoryData<string, string> Points
        => [.. from kind in BargeUploads.All from point in PointsOf(kind) select (kind, point)];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_state_file_goes_on_after_a_kill(string kind, string point)
    {
        await using var server = await BargeServer.StartAsync();
        using var folder = new SampleFolder(1, Length);
        var state = Path.Combine(folder.FullName, "a.state");
        await UntilKilledAsync(server, point, folder.FullName, state, kind);
        var had = server.Sessions.Sum(session => session.Count);

        if ((kind, point) is (BargeUploads.Drive, "3!"))
        {
            // The session is gone with its file, and the answer that said so got lost.
            var failure = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(server.Address, kind, folder.FullName, state));
            Assert.Contains("ask the API whether it has it", failure.Message, StringComparison.Ordinal);
        }
        else
        {
            var progress = new FirstSent();
            await UploadAsync(server.Address, kind, folder.FullName, state, progress);
            Assert.False(File.Exists(state));
            Assert.True(kind == BargeUploads.Blob || progress.BytesSent >= had, $"{progress.BytesSent} of {had} bytes weren't sent again");
        }

        Assert.Empty(server.Violations);
        Assert.Equal(folder.Sha256(folder.Names.Single()), Convert.ToHexStringLower(SHA256.HashData(Assert.Single(server.Complete))));
        // What was opened on record isn't opened again.
        Assert.Equal(point == "open" ? 2 : 1, server.Opened);
    }

    /// <summary>Also what the other process is started with: then it uploads the file of the test that kills it.</summary>
    [Fact]
    public async Task A_run_that_nobody_kills_uploads_by_each_protocol()
    {
        if (Other.Arguments is [var files, var kept, var address, var asked])
        {
            await (asked == "many" ? UploadManyAsync(new Uri(address), files, kept) : UploadAsync(new Uri(address), asked, files, kept));
            return;
        }

        foreach (var kind in BargeUploads.All)
        {
            await using var server = await BargeServer.StartAsync();
            using var folder = new SampleFolder(1, Length);
            var state = Path.Combine(folder.FullName, "a.state");

            await UploadAsync(server.Address, kind, folder.FullName, state);

            Assert.False(File.Exists(state));
            Assert.Single(server.Complete);
        }
    }

    /// <summary>A URL that only a header told, and that holds no secret, is in the journal.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("2/2")]
    [InlineData("2!")]
    public async Task A_journal_goes_on_with_an_upload_by_tus(string point)
    {
        await using var server = await BargeServer.StartAsync(servesTus: true);
        using var folder = new SampleFolder(1, Length);
        var path = Path.Combine(folder.FullName, "a.journal");
        await UntilKilledAsync(server, point, folder.FullName, path, "many");
        var had = server.Sessions[0].Count;

        var outcome = Assert.Single(await UploadManyAsync(server.Address, folder.FullName, path));

        Assert.Equal((UploadStatus.Uploaded, server.Sessions[0].Url), (outcome.Status, outcome.Result?.Location));
        Assert.Equal(folder.Sha256(folder.Names.Single()), Convert.ToHexStringLower(SHA256.HashData(Assert.Single(server.Complete))));
        Assert.Equal(1, server.Opened);
        Assert.Equal(Length, server.Sessions[0].Taken);
        Assert.InRange(had, point == "2/2" ? Length / 2 : 0, Length);

        outcome = Assert.Single(await UploadManyAsync(server.Address, folder.FullName, path));
        Assert.Equal((UploadStatus.AlreadyUploaded, server.Sessions[0].Url), (outcome.Status, outcome.Result?.Location));
        Assert.All(BargeServer.Secrets, secret => Assert.DoesNotContain(secret, File.ReadAllText(path), StringComparison.Ordinal));
    }

    /// <summary>One whose query lets in whoever knows it isn't, so the upload begins anew.</summary>
    [Fact]
    public async Task A_journal_holds_no_URL_with_a_query()
    {
        await using var server = await BargeServer.StartAsync();
        using var folder = new SampleFolder(1, Length);
        var path = Path.Combine(folder.FullName, "a.journal");
        await UntilKilledAsync(server, "2/2", folder.FullName, path, "many");

        var outcome = Assert.Single(await UploadManyAsync(server.Address, folder.FullName, path));

        Assert.Equal((UploadStatus.Uploaded, 2), (outcome.Status, server.Opened));
        Assert.All(BargeServer.Secrets, secret => Assert.DoesNotContain(secret, File.ReadAllText(path), StringComparison.Ordinal));
    }

    private static IEnumerable<string> PointsOf(string kind)
    {
        var requests = kind switch
        {
            BargeUploads.Drive => 3,
            // What the server can, and the file.
            BargeUploads.Stream => 2,
            // What the server can, the creation, and the file.
            BargeUploads.Harbor => 3,
            _ => 1,
        };
        return Enumerable.Range(1, requests).SelectMany(request => new[] { $"{request}", $"{request}!" }).Append($"{requests}/2").Prepend("open");
    }

    private static Task UploadAsync(Uri address, string kind, string folder, string state, IProgress<UploadProgress>? progress = null)
        => BargeServer.Client(address).UploadAsync(
            kind, SampleFolder.ContentsOf(folder).Single(), new UploadOptions { StateFile = new UploadStateFile(state) }, Cancellation, progress);

    private static async Task<List<UploadOutcome<Barge.OpenStreamResponse>>> UploadManyAsync(Uri address, string folder, string path)
    {
        using var journal = UploadJournal.Open(path);
        return await BargeServer.Client(address)
            .UploadManyStreamsAsync(SampleFolder.ContentsOf(folder), _ => null, options: new() { Journal = journal }, cancellationToken: Cancellation)
            .ToListAsync(Cancellation);
    }

    private static async Task UntilKilledAsync(BargeServer server, string point, string folder, string state, string kind)
    {
        var isKilled = false;
        var request = point == "open" ? 0 : int.Parse(point[..1], System.Globalization.CultureInfo.InvariantCulture);
        var fault = point[^1] == '!' ? SessionFault.LostAnswer : SessionFault.Cut;
        server.Opening = () => KillAt(point == "open");
        server.Opens = session =>
        {
            session.Arrives = number => KillAt(number == request && point.Length == 1);
            session.Breaks = () => KillAt(true);
            FailAt(session.Fail);
        };
        server.OpensBlob = blob =>
        {
            blob.Arrives = number => KillAt(number == request && point.Length == 1);
            blob.Breaks = () => KillAt(true);
            FailAt(blob.Fail);
        };
        object[] arguments = [folder, state, server.Address, kind];
        var exit = await Other.RunAsync(typeof(ProtocolCrashTests), nameof(A_run_that_nobody_kills_uploads_by_each_protocol), arguments, Cancellation);

        Assert.NotEqual(0, exit);
        Assert.True(isKilled);
        (server.Opening, server.Opens, server.OpensBlob) = (() => { }, _ => { }, _ => { });

        void KillAt(bool isThere)
        {
            if (isThere && !isKilled)
            {
                isKilled = true;
                Other.Kill();
            }
        }

        void FailAt(Action<int, SessionFault> fail)
        {
            if (point.Length == 2 || point.EndsWith("/2", StringComparison.Ordinal))
            {
                fail(request, fault);
            }
        }
    }

    /// <summary>The bytes that the first report of the file tells of.</summary>
    private sealed class FirstSent : IProgress<UploadProgress>
    {
        public long BytesSent { get; private set; } = -1;

        public void Report(UploadProgress value)
            => BytesSent = BytesSent < 0 && value.Step == UploadStep.Put ? value.BytesSent : BytesSent;
    }
}
