using System.Diagnostics;

namespace UploadGen.Tests;

/// <summary>Paths of journals and states at which there is no such file, and files that stand where a journal is replaced.</summary>
public sealed class RecordPathTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-path-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string JournalPath => PathOf("uploads.journal");

    [Fact]
    public async Task A_pipe_is_neither_journal_nor_state()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        var path = PathOf("pipe");
        await RunAsync("mkfifo", path);

        await RefusesAsync(path, "isn't a file, but a pipe, a socket or a device");
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    public async Task Nor_is_a_device(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked for the type of what a path leads to.");

        await RefusesAsync(path, "isn't a file, but a pipe, a socket or a device");
    }

    [Fact]
    public Task Nor_a_folder() => RefusesAsync(_folder.FullName, "is a folder");

    [Fact]
    public async Task Nor_a_link_to_one_of_these()
    {
        var link = PathOf("link");
        Directory.CreateSymbolicLink(link, _folder.FullName);

        await RefusesAsync(link, "is a folder");
    }

    [Fact]
    public async Task A_journal_behind_a_link_is_replaced_and_the_link_stays()
    {
        Directory.CreateDirectory(PathOf("real"));
        var real = PathOf("real/a.journal");
        await FillAsync(real);
        File.CreateSymbolicLink(JournalPath, Path.Combine("real", "a.journal"));
        var length = new FileInfo(real).Length;

        using (var journal = UploadJournal.Open(JournalPath))
        {
            Assert.Equal(JournalPath, journal.Path);
            Assert.NotNull(await journal.FindAsync(Key(0), Token));
        }

        Assert.NotNull(new FileInfo(JournalPath).LinkTarget);
        Assert.InRange(new FileInfo(real).Length, 100, length / 10);
        using var again = UploadJournal.Open(real);
        Assert.NotNull(await again.FindAsync(Key(0), Token));
    }

    [Fact]
    public async Task A_link_to_a_journal_that_is_not_there_yet_makes_it_where_it_leads()
    {
        File.CreateSymbolicLink(JournalPath, PathOf("later.journal"));

        UploadJournal.Open(JournalPath).Dispose();
        await FillAsync(JournalPath);

        Assert.True(File.Exists(PathOf("later.journal")));
        Assert.NotNull(new FileInfo(JournalPath).LinkTarget);
    }

    [Theory]
    [InlineData("somebody's thesis")]
    [InlineData(null)]
    public async Task What_stands_where_it_is_replaced_is_left_and_the_journal_does_as_it_is(string? text)
    {
        await FillAsync(JournalPath);
        var before = await File.ReadAllBytesAsync(JournalPath, Token);
        var place = JournalPath + ".new";
        if (text is null)
        {
            File.CreateSymbolicLink(place, PathOf("thesis"));
            text = "somebody's thesis";
            await File.WriteAllTextAsync(PathOf("thesis"), text, Token);
        }
        else
        {
            await File.WriteAllTextAsync(place, text, Token);
        }

        using (var journal = UploadJournal.Open(JournalPath))
        {
            Assert.NotNull(await journal.FindAsync(Key(0), Token));
            await RecordAsync(journal, 1);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(place, Token));
        Assert.True((await File.ReadAllBytesAsync(JournalPath, Token)).AsSpan().StartsWith(before));
        using var again = UploadJournal.Open(JournalPath);
        Assert.NotNull(await again.FindAsync(Key(1), Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("UploadGen jou")]
    [InlineData("UploadGen journal\nhalf a line")]
    public async Task What_a_crash_has_left_of_a_replacement_is_deleted(string text)
    {
        await FillAsync(JournalPath);
        await File.WriteAllTextAsync(JournalPath + ".new", text, Token);
        var length = new FileInfo(JournalPath).Length;

        using var journal = UploadJournal.Open(JournalPath);

        Assert.InRange(new FileInfo(JournalPath).Length, 100, length / 10);
        Assert.NotNull(await journal.FindAsync(Key(0), Token));
        Assert.False(File.Exists(JournalPath + ".new"));
    }

    [Fact]
    public async Task A_name_may_be_as_long_as_file_systems_let_it_be()
    {
        var path = PathOf(new string('j', 251) + ".log");
        await FillAsync(path);
        var length = new FileInfo(path).Length;

        using var journal = UploadJournal.Open(path);

        Assert.InRange(new FileInfo(path).Length, 100, length / 10);
        Assert.NotNull(await journal.FindAsync(Key(0), Token));
        Assert.Single(_folder.GetFiles());
    }

    /// <summary>Somebody may have opened the file just before it was replaced.</summary>
    [Fact]
    public async Task Nobody_gets_hold_of_the_file_that_was_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows replaces no file that is open.");
        await FillAsync(JournalPath);
        var old = PathOf("old.journal");
        await RunAsync("ln", JournalPath, old);

        using (UploadJournal.Open(JournalPath))
        {
            var refused = Assert.Throws<IOException>(() => UploadJournal.Open(old));
            Assert.Contains("does another upload or another process use it?", refused.Message, StringComparison.Ordinal);
            Assert.Throws<IOException>(() => UploadJournal.Open(JournalPath));
        }

        // It is what it was.
        using var journal = UploadJournal.Open(old);
        Assert.NotNull(await journal.FindAsync(Key(0), Token));
    }

    [Fact]
    public async Task A_file_of_a_single_endless_line_is_no_journal_and_is_not_read_into_memory()
    {
        await using (var file = File.Create(JournalPath))
        {
            await file.WriteAsync("UploadGen journal\n"u8.ToArray(), Token);
            file.SetLength(5_000_000_000);
        }

        Assert.Contains("is no journal: Line 2", Assert.Throws<InvalidDataException>(() => UploadJournal.Open(JournalPath)).Message, StringComparison.Ordinal);
        Assert.Equal(5_000_000_000, new FileInfo(JournalPath).Length);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static JournalKey Key(int file) => new("https://api.example.com", "Thing", $"file {file}");

    private static async Task RecordAsync(UploadJournal journal, int file)
    {
        await using var claim = await journal.TryClaimAsync(Key(file), Token);
        await claim!.RecordAsync(new(JournalEvent.Uploaded, "{}"u8.ToArray()));
    }

    /// <summary>A journal of one file, most of which is past.</summary>
    private static async Task FillAsync(string path)
    {
        using var journal = UploadJournal.Open(path);
        await using (var claim = await journal.TryClaimAsync(Key(0), Token))
        {
            await claim!.RecordAsync(new(JournalEvent.Opened, "{}"u8.ToArray()));
            for (var part = 0; part < 1100; part++)
            {
                await claim.AddPartAsync(new(part, "{}"u8.ToArray()));
            }
        }

        await RecordAsync(journal, 0);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var made = Process.Start(program, arguments);
        await made.WaitForExitAsync(Token);
    }

    private static async Task RefusesAsync(string path, string why)
    {
        var refused = Assert.Throws<IOException>(() => UploadJournal.Open(path));
        Assert.All([path, why, "Give the path of a journal"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));

        var api = new PartsApi();
        var content = UploadContent.FromBytes(new byte[PartsApi.PartSize], "film.mp4");
        var upload = api.UploadAsync(content, new UploadStateFile(path));
        refused = await Assert.ThrowsAsync<IOException>(() => upload.WaitAsync(TimeSpan.FromSeconds(30), Token));
        Assert.All([path, why, "Give the path of a state of an upload"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        Assert.Empty(api.Log);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
