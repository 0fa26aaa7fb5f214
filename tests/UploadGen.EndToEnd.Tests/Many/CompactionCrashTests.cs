using System.Globalization;
using System.Text;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>A process that is killed while it replaces a journal most of which is past, at every stage of that.</summary>
public sealed class CompactionCrashTests : IDisposable
{
    private const int Files = 200;
    private const int Parts = 20_000;
    private const int PastParts = 60_000;

    private static readonly OtherProcess Other = new("UPLOADGEN_TEST_COMPACTION");
    private static readonly string Filler = new('x', 500);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-compaction-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string JournalPath => Path.Combine(_folder.FullName, "uploads.journal");

    [Fact]
    public async Task Killed_at_any_stage_it_has_lost_nothing()
    {
        await FillAsync();
        var whole = new FileInfo(JournalPath).Length;
        var broken = 0;
        // How much of the replacement is written when the process is killed, in shares of what will be; last, when it has taken the journal's place.
        foreach (var share in new[] { 0, 0.01, 0.2, 0.4, 0.6, 0.8, 0.99, 2 })
        {
            await UntilKilledAsync(() => Written() >= share * whole / 4 || new FileInfo(JournalPath).Length < whole);
            broken += new FileInfo(JournalPath).Length == whole ? 1 : 0;

            // Nobody replaces this one: what the killed process has left is what is read.
            var copy = Path.Combine(_folder.FullName, "copy.journal");
            File.Copy(JournalPath, copy, overwrite: true);
            await IsWholeAsync(copy);
            if (new FileInfo(JournalPath).Length != whole)
            {
                await FillAsync();
            }
        }

        Assert.InRange(broken, 1, int.MaxValue);
        await IsWholeAsync(JournalPath);
        Assert.False(File.Exists(JournalPath + ".new"));
    }

    /// <summary>Also what the other process is started with: then it keeps the journal until it is killed.</summary>
    [Fact]
    public async Task A_journal_that_is_replaced_is_whole()
    {
        if (Other.Arguments is [var path])
        {
            using var journal = UploadJournal.Open(path);
            await Task.Delay(Timeout.Infinite, Cancellation);
        }

        await FillAsync();
        var length = new FileInfo(JournalPath).Length;
        UploadJournal.Open(JournalPath).Dispose();

        Assert.InRange(new FileInfo(JournalPath).Length, 1, length / 3);
        await IsWholeAsync(JournalPath);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static JournalKey Key(string file) => new("https://api.example.com", "Film", file);

    private static byte[] Value(string text) => Encoding.UTF8.GetBytes($"\"{text} {Filler}\"");

    private static async Task IsWholeAsync(string path)
    {
        using var journal = UploadJournal.Open(path);
        Assert.Empty(journal.DamagedLines);
        for (var file = 0; file < Files; file++)
        {
            var last = (await journal.FindAsync(Key(Number(file)), Cancellation))!.Value;
            Assert.Equal(JournalEvent.Uploaded, last.Event);
            Assert.Equal(Value(Number(file)), last.Value!.Value.ToArray());
        }

        await using var claim = await journal.TryClaimAsync(Key("film"), Cancellation);
        Assert.Equal(JournalEvent.Opened, claim!.Last!.Value.Event);
        Assert.Equal(Enumerable.Range(0, Parts), claim.Parts.Select(part => part.Index));
        Assert.All(claim.Parts, part => Assert.True(part.Value.Span.SequenceEqual(Value(Number(part.Index)))));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private long Written()
    {
        var replacement = new FileInfo(JournalPath + ".new");
        return replacement.Exists ? replacement.Length : -1;
    }

    private async Task UntilKilledAsync(Func<bool> isTime)
    {
        var run = Other.RunAsync(typeof(CompactionCrashTests), nameof(A_journal_that_is_replaced_is_whole), [JournalPath], Cancellation);
        await Task.Run(
            () =>
            {
                // What an earlier kill has left is no sign of this process.
                File.Delete(JournalPath + ".new");
                while (!isTime() && !run.IsCompleted)
                {
                    Cancellation.ThrowIfCancellationRequested();
                    Thread.Yield();
                }

                Other.Kill();
            },
            Cancellation);
        Assert.NotEqual(0, await run);
    }

    /// <summary>A journal of some files that are uploaded, and of one with many parts that isn't; three times as much is past.</summary>
    private async Task FillAsync()
    {
        File.Delete(JournalPath);
        using var journal = UploadJournal.Open(JournalPath);
        await AddAsync("past", PastParts, isUploaded: true);
        await AddAsync("film", Parts, isUploaded: false);
        await Task.WhenAll(Enumerable.Range(0, Files).Select(async file =>
        {
            await using var claim = await journal.TryClaimAsync(Key(Number(file)), Cancellation);
            await claim!.RecordAsync(new(JournalEvent.Uploaded, Value(Number(file))));
        }));

        async Task AddAsync(string file, int parts, bool isUploaded)
        {
            await using var claim = await journal.TryClaimAsync(Key(file), Cancellation);
            await claim!.RecordAsync(new(JournalEvent.Opened, Value(file)));
            for (var part = 0; part < parts; part++)
            {
                await claim.AddPartAsync(new(part, Value(Number(part))));
            }

            if (isUploaded)
            {
                await claim.RecordAsync(new(JournalEvent.Uploaded, Value(file)));
            }
        }
    }
}
