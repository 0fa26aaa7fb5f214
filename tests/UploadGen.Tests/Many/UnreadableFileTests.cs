using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>Many files, some of which aren't there, are no files or may not be read: each has its outcome, and the others go on.</summary>
public sealed class UnreadableFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-unreadable-");
    private readonly RecordingApi _api = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_gone_when_its_turn_comes_fails_and_no_other()
    {
        var paths = Enumerable.Range(0, 4).Select(i => Write($"{i}.png")).ToList();
        IEnumerable<string> Vanishing()
        {
            foreach (var path in paths)
            {
                if (path == paths[1])
                {
                    File.Delete(path);
                }

                yield return path;
            }
        }

        var outcomes = await RunAsync(UploadContent.FromFiles(Vanishing()));

        var failed = Assert.Single(outcomes, outcome => !outcome.IsUploaded);
        Assert.Equal((UploadStatus.Failed, "1.png", 0), (failed.Status, failed.Content.FileName, failed.Content.Length));
        Assert.Contains(paths[1], Assert.IsType<FileNotFoundException>(failed.Exception).Message, StringComparison.Ordinal);
        Assert.Equal(["0.png", "2.png", "3.png"], _api.Records.Select(record => record.Name).Order());
    }

    [Fact]
    public async Task So_do_a_pipe_a_folder_and_what_is_no_path()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        var pipe = Path.Combine(_folder.FullName, "pipe");
        await ShellAsync($"mkfifo '{pipe}'");
        string[] bad = [pipe, _folder.FullName, _folder.FullName + "/", "", "a\0b", null!];
        var outcomes = await RunAsync(UploadContent.FromFiles([bad[0], bad[1], bad[2], Write("good.png"), bad[3], bad[4], bad[5]]), isJournaled: true);

        Assert.Equal(7, outcomes.Count);
        Assert.Equal("good.png", Assert.Single(outcomes, outcome => outcome.IsUploaded).Content.FileName);
        Assert.All(outcomes.Where(outcome => !outcome.IsUploaded), outcome => Assert.Equal(UploadStatus.Failed, outcome.Status));
        Assert.Contains(outcomes, outcome => outcome.Exception?.Message.StartsWith($"'{pipe}' isn't a file, but a pipe", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Of_a_file_whose_name_is_not_UTF8_it_is_said_that_it_cannot_be_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such names.");
        var name = $"\"{_folder.FullName}/$(printf 'a\\377.png')\"";
        await ShellAsync($"touch {name}");
        Write("b.png");
        var outcomes = await RunAsync(UploadContent.FromFiles(_folder.EnumerateFiles().Select(file => file.FullName)));
        await ShellAsync($"rm {name}");

        var failed = Assert.Single(outcomes, outcome => !outcome.IsUploaded);
        var told = Assert.IsType<FileNotFoundException>(failed.Exception);
        Assert.Contains("its name isn't UTF-8, and .NET can't open it", told.Message, StringComparison.Ordinal);
        Assert.Equal(2, outcomes.Count);
    }

    [Fact]
    public async Task Of_a_list_progress_knows_the_totals()
    {
        var reports = new List<UploadManyProgress>();
        var files = UploadContent.FromFiles([Write("a.png"), Path.Combine(_folder.FullName, "gone.png"), Write("b.png")]).ToList();

        await RunAsync(files, progress: new Reports(reports.Add));

        Assert.Equal(
            new UploadManyProgress { TotalFiles = 3, FilesUploaded = 2, FilesFailed = 1, TotalBytes = 6, BytesSent = 6 }, reports[^1]);
    }

    [Fact]
    public void Media_types_are_those_that_are_given_and_else_the_usual_ones()
    {
        var files = UploadContent.FromFiles(
            [Write("a.png"), Write("b.png"), Write("c")], path => path.EndsWith("b.png", StringComparison.Ordinal) ? "image/x-b" : null);

        Assert.Equal(["image/png", "image/x-b", "application/octet-stream"], files.Select(file => file.MediaType));
    }

    [Fact]
    public async Task A_media_type_that_is_none_fails_its_file()
    {
        var outcome = Assert.Single(await RunAsync(UploadContent.FromFiles([Write("a.png")], _ => "no type")));

        Assert.IsType<ArgumentException>(outcome.Exception);
    }

    /// <summary>What says something of each file, such as where it goes, can't say it of one that can't be read.</summary>
    [Fact]
    public async Task Nothing_is_asked_of_a_file_that_cannot_be_read()
    {
        var asked = new List<string>();
        var outcomes = new List<UploadOutcome<string>>();
        var files = UploadContent.FromFiles([Path.Combine(_folder.FullName, "gone.png"), Write("a.png")]);
        await foreach (var outcome in new UploadRunner(NullLogger.Instance).RunManyAsync(
            file =>
            {
                asked.Add(file.FileName);
                return _api.Flow;
            },
            files, null, null, Token))
        {
            outcomes.Add(outcome);
        }

        Assert.Equal(["a.png"], asked);
        Assert.Equal(2, outcomes.Count);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task ShellAsync(string command)
    {
        using var shell = Process.Start("sh", ["-c", command]);
        await shell.WaitForExitAsync(Token);
        Assert.Equal(0, shell.ExitCode);
    }

    private string Write(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, [1, 2, 3]);
        return path;
    }

    private async Task<List<UploadOutcome<string>>> RunAsync(
        IEnumerable<UploadContent> files, bool isJournaled = false, IProgress<UploadManyProgress>? progress = null)
    {
        using var journal = isJournaled ? UploadJournal.Open(Path.Combine(_folder.FullName, "uploads.journal")) : null;
        List<UploadOutcome<string>> outcomes = [];
        await foreach (var outcome in new UploadRunner(NullLogger.Instance).RunManyAsync(_api.Flow, files, new() { Journal = journal }, progress, Token))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private sealed class Reports(Action<UploadManyProgress> report) : IProgress<UploadManyProgress>
    {
        public void Report(UploadManyProgress value) => report(value);
    }
}
