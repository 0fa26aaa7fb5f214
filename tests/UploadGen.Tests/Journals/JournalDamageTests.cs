using System.Text;

namespace UploadGen.Tests;

/// <summary>Journals that were damaged, have grown, or are of another API.</summary>
public sealed class JournalDamageTests : IDisposable
{
    private const string Api = "https://api.example.com/v1 as ada";
    private const int Files = 8;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-journal-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_folder.FullName, "uploads.journal");

    [Fact]
    public async Task A_damaged_line_is_left_out_and_told_and_all_others_count()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(Path, Token);
        var lines = Lines(whole);

        for (var number = 1; number <= lines.Count; number++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[lines[number - 1].Start + lines[number - 1].Length / 2] ^= 1;
            await File.WriteAllBytesAsync(Path, damaged, Token);

            using var journal = UploadJournal.Open(Path);

            Assert.Equal([number], journal.DamagedLines);
            var known = await KnownAsync(journal);
            // The first two lines say what the file is, and of which API.
            Assert.Equal(number <= 2 ? Files : Files - 1, known.Count(file => file == JournalEvent.Uploaded));
        }
    }

    [Fact]
    public async Task A_run_with_a_damaged_journal_logs_it()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(Path, Token);
        bytes[^5] ^= 1;
        await File.WriteAllBytesAsync(Path, bytes, Token);
        using var log = new Listener();
        using var journal = UploadJournal.Open(Path);

        var runner = new UploadRunner(log);
        await foreach (var outcome in runner.RunManyAsync(new PartsApi().Flow, Array.Empty<UploadContent>(), new() { Journal = journal }, null, Token))
        {
            Assert.Fail($"{outcome}");
        }

        Assert.Contains($"1 lines of the journal {Path} are damaged and left out, line {Files + 2} first", log.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_file_whose_last_line_is_damaged_the_one_before_counts()
    {
        await FillAsync();
        using (var journal = UploadJournal.Open(Path))
        {
            await RecordAsync(journal, 3, JournalEvent.Sending);
        }

        var bytes = await File.ReadAllBytesAsync(Path, Token);
        bytes[^3] ^= 1;
        await File.WriteAllBytesAsync(Path, bytes, Token);

        using var opened = UploadJournal.Open(Path);
        Assert.Single(opened.DamagedLines);
        Assert.All(await KnownAsync(opened), last => Assert.Equal(JournalEvent.Uploaded, last));
    }

    [Fact]
    public async Task What_is_written_after_damage_is_read_again()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(Path, Token);
        // Zeros at the end, as a machine leaves them that has lost its power.
        await File.WriteAllBytesAsync(Path, [.. bytes[..^20], .. new byte[300]], Token);
        using (var journal = UploadJournal.Open(Path))
        {
            Assert.Equal([Files + 2], journal.DamagedLines);
            Assert.Null((await KnownAsync(journal))[^1]);
            await RecordAsync(journal, Files - 1, JournalEvent.Uploaded);
        }

        // Nothing of the zeros is left for a later line to follow.
        Assert.Equal((byte)'\n', (await File.ReadAllBytesAsync(Path, Token))[^1]);
        using var again = UploadJournal.Open(Path);
        Assert.Empty(again.DamagedLines);
        Assert.All(await KnownAsync(again), last => Assert.Equal(JournalEvent.Uploaded, last));
    }

    [Fact]
    public async Task What_a_crash_has_left_of_the_last_line_is_told()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(Path, Token);
        var (start, length) = Lines(whole)[^1];
        for (var kept = 1; kept <= length; kept++)
        {
            await File.WriteAllBytesAsync(Path, whole[..(start + kept)], Token);
            using var journal = UploadJournal.Open(Path);
            Assert.Equal([Files + 2], journal.DamagedLines);
        }
    }

    /// <summary>Whatever is left of the line that says which API a journal is of.</summary>
    [Theory]
    [InlineData(Damage.OneBit)]
    [InlineData(Damage.LineFeed)]
    [InlineData(Damage.Gone)]
    public async Task A_journal_stays_bound_to_its_API_where_the_line_that_says_so_is_damaged(Damage damage)
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(Path, Token);
        var (start, length) = Lines(bytes)[1];
        await File.WriteAllBytesAsync(Path, Damaged(bytes, start, length, damage), Token);
        var content = UploadContent.FromBytes(new byte[1], $"file {Files - 1}");

        using (var journal = UploadJournal.Open(Path, file => file.FileName))
        {
            foreach (var other in new[] { "https://api.example.com/v1 as bob", "https://api.example.com/v1", "" })
            {
                var refused = await Assert.ThrowsAsync<InvalidOperationException>(
                    async () => await journal.TryClaimAsync(new JournalKey(other, "Thing", "new"), Token));
                Assert.Contains("is of uploads to another API or account", refused.Message, StringComparison.Ordinal);
            }

            var unclear = await Assert.ThrowsAsync<InvalidOperationException>(async () => await journal.ForgetAsync(content, Token));
            Assert.Contains("the line is damaged that says which API it is of", unclear.Message, StringComparison.Ordinal);
            await RecordAsync(journal, 0, JournalEvent.Uploaded);
            Assert.True(await journal.ForgetAsync(content, Token));
        }

        using var again = UploadJournal.Open(Path);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await again.TryClaimAsync(new JournalKey("", "Thing", "new"), Token));
        Assert.Equal(Files - 1, (await KnownAsync(again)).Count(last => last is not null));
    }

    [Fact]
    public async Task It_is_bound_to_the_first_API_and_account()
    {
        await FillAsync();
        using var journal = UploadJournal.Open(Path);

        foreach (var other in new[] { "https://api.example.com/v1 as bob", "https://api.example.com/v1", "https://other.example.com/v1 as ada" })
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(
                async () => await journal.TryClaimAsync(new JournalKey(other, "Thing", "file 0"), Token));
            Assert.All([Path, $"uploads to {Api}", $"one to {other}", "of its own"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_run_for_another_API_sends_nothing()
    {
        var file = System.IO.Path.Combine(_folder.FullName, "film.mp4");
        await File.WriteAllBytesAsync(file, Bytes.Of(300), Token);
        var api = new PartsApi();
        using var journal = UploadJournal.Open(Path);
        var other = new UploadTarget("https://other.example.com", null);
        foreach (var (target, status) in new[] { (api.Target, UploadStatus.Uploaded), (other, UploadStatus.Failed) })
        {
            api.Target = target;
            api.Forget();
            var options = new UploadManyOptions { Journal = journal };
            await foreach (var outcome in api.Runner.RunManyAsync(api.Flow, new[] { UploadContent.FromFile(file) }, options, null, Token))
            {
                Assert.Equal((status, status == UploadStatus.Failed), (outcome.Status, outcome.Exception is InvalidOperationException));
            }

            Assert.Equal(status == UploadStatus.Failed, api.Log.Count == 0);
        }
    }

    [Fact]
    public async Task What_is_past_is_left_out_when_it_is_most_of_the_file()
    {
        await FillAsync();
        using (var journal = UploadJournal.Open(Path))
        {
            await using var claim = await journal.TryClaimAsync(Key(3), Token);
            await claim!.RecordAsync(new(JournalEvent.Opened, "1"u8.ToArray()));
            for (var part = 0; part < 2000; part++)
            {
                await claim.AddPartAsync(new(part, "2"u8.ToArray()));
            }

            await claim.RecordAsync(new(JournalEvent.Uploaded, "3"u8.ToArray()));
        }

        var grown = new FileInfo(Path).Length;
        for (var i = 0; i < 2; i++)
        {
            using var journal = UploadJournal.Open(Path);
            Assert.InRange(new FileInfo(Path).Length, 100, grown / 50);
            Assert.All(await KnownAsync(journal), last => Assert.Equal(JournalEvent.Uploaded, last));
            Assert.Empty(journal.DamagedLines);
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await journal.TryClaimAsync(new JournalKey("", "Thing", "file 0"), Token));
            Assert.Equal([System.IO.Path.GetFileName(Path)], _folder.GetFiles().Select(file => file.Name));
        }
    }

    [Fact]
    public async Task Parts_are_those_of_the_upload_that_was_opened_last()
    {
        using (var journal = UploadJournal.Open(Path))
        {
            await using var claim = await journal.TryClaimAsync(Key(0), Token);
            foreach (var upload in new[] { "1", "2" })
            {
                await claim!.RecordAsync(new(JournalEvent.Opened, Encoding.UTF8.GetBytes(upload)));
                await claim.AddPartAsync(new(7, Encoding.UTF8.GetBytes(upload)));
            }

            await claim!.RecordAsync(new(JournalEvent.Stored, "2"u8.ToArray()));
        }

        using var opened = UploadJournal.Open(Path);
        await using var again = await opened.TryClaimAsync(Key(0), Token);
        Assert.Equal(JournalEvent.Stored, again!.Last!.Value.Event);
        var part = Assert.Single(again.Parts);
        Assert.Equal((7, "2"), (part.Index, Encoding.UTF8.GetString(part.Value.Span)));
    }

    [Fact]
    public async Task Forgetting_is_for_every_flow_of_a_file_and_lasts()
    {
        var content = UploadContent.FromBytes(new byte[1], "file 0");
        using (var journal = UploadJournal.Open(Path, file => file.FileName))
        {
            await RecordAsync(journal, 0, JournalEvent.Uploaded);
            await RecordAsync(journal, Key(0) with { Flow = "Other" }, JournalEvent.Uploaded);
            await RecordAsync(journal, 1, JournalEvent.Uploaded);
        }

        using (var journal = UploadJournal.Open(Path, file => file.FileName))
        {
            await using (await journal.TryClaimAsync(Key(0), Token))
            {
                await Assert.ThrowsAsync<InvalidOperationException>(async () => await journal.ForgetAsync(content, Token));
            }

            Assert.True(await journal.ForgetAsync(content, Token));
            Assert.False(await journal.ForgetAsync(content, Token));
        }

        using var again = UploadJournal.Open(Path);
        Assert.Null(await again.FindAsync(Key(0), Token));
        Assert.Null(await again.FindAsync(Key(0) with { Flow = "Other" }, Token));
        Assert.NotNull(await again.FindAsync(Key(1), Token));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public enum Damage
    {
        OneBit,
        LineFeed,
        Gone,
    }

    private static byte[] Damaged(byte[] bytes, int start, int length, Damage damage)
    {
        switch (damage)
        {
            case Damage.OneBit:
                bytes[start + length / 2] ^= 1;
                return bytes;
            case Damage.LineFeed:
                // It makes one line of two: the first file's is lost, too.
                bytes[start + length] ^= 1;
                return bytes;
            default:
                return [.. bytes[..start], .. bytes[(start + length + 1)..]];
        }
    }

    private static JournalKey Key(int file) => new(Api, "Thing", $"file {file}");

    private static Task RecordAsync(UploadJournal journal, int file, JournalEvent last) => RecordAsync(journal, Key(file), last);

    private static async Task RecordAsync(UploadJournal journal, JournalKey key, JournalEvent last)
    {
        await using var claim = await journal.TryClaimAsync(key, Token);
        await claim!.RecordAsync(new(last, "\"result\""u8.ToArray()));
    }

    private async Task FillAsync()
    {
        using var journal = UploadJournal.Open(Path);
        for (var file = 0; file < Files; file++)
        {
            await RecordAsync(journal, file, JournalEvent.Uploaded);
        }
    }

    private static async Task<List<JournalEvent?>> KnownAsync(UploadJournal journal)
    {
        List<JournalEvent?> known = [];
        for (var file = 0; file < Files; file++)
        {
            known.Add((await journal.FindAsync(Key(file), Token))?.Event);
        }

        return known;
    }

    private static List<(int Start, int Length)> Lines(byte[] bytes)
    {
        List<(int, int)> lines = [];
        for (var start = 0; start < bytes.Length;)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            lines.Add((start, length));
            start += length + 1;
        }

        return lines;
    }
}
