using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>Runs that break off at every point, and the run after each: one record for each file, whatever happened.</summary>
public sealed class JournalTests : IDisposable
{
    private const int FileCount = 3;
    private const int PointsPerFile = 6;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-journal-");
    private readonly UploadContent[] _files;

    public JournalTests()
    {
        for (byte i = 0; i < FileCount; i++)
        {
            File.WriteAllBytes(PathOf($"{i}.png"), [i, i, i]);
        }

        _files = Files();
    }

    public static TheoryData<int, int> Points
        => [.. from point in Enumerable.Range(0, FileCount * PointsPerFile) from concurrency in new[] { 1, 3 } select (point, concurrency)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string JournalPath => PathOf("uploads.journal");

    [Theory]
    [MemberData(nameof(Points))]
    public async Task After_a_crash_at_any_point_the_next_run_leaves_one_record_of_each_file(int point, int concurrency)
    {
        var api = new RecordingApi();
        await CrashAsync(api, point, concurrency);

        var outcomes = await RunAsync(api, concurrency);

        Assert.All(outcomes, outcome => Assert.True(outcome.IsUploaded, $"{outcome}: {outcome.Exception}"));
        HasOneOfEach(api, outcomes);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_journal_that_cannot_be_written_from_some_point_on_duplicates_nothing(int point, int concurrency)
    {
        var api = new RecordingApi();
        using (var journal = UploadJournal.Open(JournalPath))
        {
            api.At(point, journal.Dispose);
            var first = await RunAsync(api, concurrency, journal);
            Assert.All(first, outcome => Assert.True(outcome.Status == UploadStatus.Uploaded || outcome.Exception is not null));
        }

        HasOneOfEach(api, await RunAsync(api, concurrency));
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_off_at_any_byte_is_as_if_it_was_never_written()
    {
        // After the PUT of the first file, and after its confirmation: behind the line of each.
        foreach (var point in new[] { 4, 6 })
        {
            for (int kept = 0, length = 1; kept < length; kept += 7)
            {
                var api = new RecordingApi();
                await CrashAsync(api, point, 1);
                length = await CutLastLineAsync(kept);

                HasOneOfEach(api, await RunAsync(api, 1));
            }
        }
    }

    [Fact]
    public async Task What_is_done_is_left_out_with_its_recorded_result()
    {
        var api = new RecordingApi();
        var first = await RunAsync(api, 1);

        var second = await RunAsync(api, 1);

        Assert.All(second, outcome => Assert.Equal(UploadStatus.AlreadyUploaded, outcome.Status));
        Assert.Equal(first.Select(outcome => outcome.Result), second.Select(outcome => outcome.Result));
        HasOneOfEach(api, second);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(503)]
    public async Task A_second_confirmation_that_is_refused_is_a_failure_that_stays_until_the_file_is_forgotten(int status)
    {
        var api = new RecordingApi();
        await CrashAsync(api, 5, 1);
        api.RefuseConfirmation = status;

        foreach (var again in Enumerable.Range(0, 2))
        {
            var failed = Assert.Single(await RunAsync(api, 1), outcome => outcome.Content.FileName == "0.png");
            Assert.Equal((UploadStatus.Failed, status), (failed.Status, Assert.IsType<ApiException>(failed.Exception).StatusCode));
            Assert.All(
                ["in storage (upload s1)", "isn't known", "ask the API", "UploadJournal.Forget"],
                part => Assert.Contains(part, failed.Exception!.Message, StringComparison.Ordinal));
        }

        Assert.Empty(api.Aborted.Intersect(["s1"]));
        api.RefuseConfirmation = null;
        using (var journal = UploadJournal.Open(JournalPath))
        {
            Assert.True(await journal.ForgetAsync(_files[0], Token));
        }

        Assert.Contains(await RunAsync(api, 1), outcome => outcome is { Content.FileName: "0.png", Status: UploadStatus.Uploaded });
    }

    [Fact]
    public async Task A_first_confirmation_that_is_refused_lets_the_next_run_begin_anew()
    {
        var api = new RecordingApi { RefuseConfirmation = 422 };
        Assert.All(await RunAsync(api, 1), outcome => Assert.Equal(UploadStatus.Failed, outcome.Status));
        api.RefuseConfirmation = null;

        HasOneOfEach(api, await RunAsync(api, 1));
    }

    [Fact]
    public async Task Secrets_are_not_in_the_journal()
    {
        const string answer = """
            {"id":"s1","url":"https://storage.example/k?X-Sig=topsecret","again":["curl 'https://storage.example/k?X-Sig=topsecret'"],
            "headers":{"x-token":"topsecret","x-list":["topsecret"]}}
            """;
        using var document = System.Text.Json.JsonDocument.Parse(answer);
        var json = new JournalJson<System.Text.Json.JsonElement>(JsonCodec.ReadElement, JsonCodec.WriteElement, "headers");
        using (var journal = UploadJournal.Open(JournalPath))
        {
            await using (var claim = await journal.ClaimAsync("", "Thing", _files[0], Token))
            {
                await claim.RecordAsync(JournalEvent.Stored, default, json.Write(document.RootElement));
            }

            await using var again = await journal.ClaimAsync("", "Thing", _files[0], Token);
            var read = again.ReadLast(json);
            Assert.Equal(
                ("s1", "https://storage.example/k?…", "…"),
                (read.GetProperty("id").GetString(), read.GetProperty("url").GetString(), read.GetProperty("headers").GetProperty("x-token").GetString()));
        }

        var text = await File.ReadAllTextAsync(JournalPath, Token);
        Assert.DoesNotContain("topsecret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Sig", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_its_owner_can_read_a_journal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        UploadJournal.Open(JournalPath).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(JournalPath));
        }
    }

    [Fact]
    public void A_journal_is_one_process_at_a_time()
    {
        using (UploadJournal.Open(JournalPath))
        {
            var refused = Assert.Throws<IOException>(() => UploadJournal.Open(JournalPath));
            Assert.Contains("another process", refused.Message, StringComparison.Ordinal);
        }

        UploadJournal.Open(JournalPath).Dispose();
    }

    [Theory]
    [InlineData("hello\n")]
    [InlineData("a photo without a line feed")]
    [InlineData("{\"key\":\"somebody's settings\"}")]
    public void A_file_that_is_no_journal_is_refused_with_the_line_and_left_as_it_is(string text)
    {
        File.WriteAllText(JournalPath, text);

        Assert.Contains("Line 1", Assert.Throws<InvalidDataException>(() => UploadJournal.Open(JournalPath)).Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(JournalPath));
    }

    [Fact]
    public async Task One_file_given_twice_is_uploaded_once()
    {
        var api = new RecordingApi();
        using var journal = UploadJournal.Open(JournalPath);

        var outcomes = await RunAsync(api, 4, journal, [_files[0], .. Files()]);

        Assert.Equal(1, outcomes.Count(outcome => outcome is { Content.FileName: "0.png", Status: UploadStatus.Failed }));
        HasOneOfEach(api, outcomes.Where(outcome => outcome.IsUploaded).ToList());
    }

    [Fact]
    public async Task Bytes_need_to_be_told_what_they_are_known_by()
    {
        var api = new RecordingApi();
        var bytes = UploadContent.FromBytes(new byte[] { 1 }, "bytes.png");
        using (var journal = UploadJournal.Open(JournalPath))
        {
            var failed = Assert.Single(await RunAsync(api, 1, journal, [bytes]));
            Assert.Contains("UploadJournal.Open(path, identify)", failed.Exception!.Message, StringComparison.Ordinal);
        }

        foreach (var status in new[] { UploadStatus.Uploaded, UploadStatus.AlreadyUploaded })
        {
            using var journal = UploadJournal.Open(JournalPath, content => content.FileName);
            Assert.Equal(status, Assert.Single(await RunAsync(api, 1, journal, [bytes])).Status);
        }
    }

    [Fact]
    public async Task A_file_that_has_changed_since_is_another_one()
    {
        var api = new RecordingApi();
        await RunAsync(api, 1);
        File.WriteAllBytes(_files[0].FileName is var name ? PathOf(name) : "", [9, 9, 9, 9]);

        Assert.Equal(
            [UploadStatus.Uploaded, UploadStatus.AlreadyUploaded, UploadStatus.AlreadyUploaded],
            (await RunAsync(api, 1)).OrderBy(outcome => outcome.Content.FileName).Select(outcome => outcome.Status));
    }

    [Theory]
    [InlineData(true, UploadStatus.Failed)]
    [InlineData(false, UploadStatus.Uploaded)]
    public async Task Of_one_request_that_broke_off_it_is_told_that_nobody_knows_unless_bytes_were_missing(bool isWhole, UploadStatus expected)
    {
        var breaks = true;
        var upload = new WholeUpload<string>("Thing", "sendThing")
        {
            ResultJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
            Send = (file, progress, _) =>
            {
                if (!breaks)
                {
                    return Task.FromResult("done");
                }

                progress!.Report(new UploadProgress { Step = UploadStep.Put, BytesSent = isWhole ? file.Length : file.Length - 1, TotalBytes = file.Length });
                throw new HttpRequestException("cut");
            },
        };
        async Task<UploadOutcome<string>> OnceAsync()
        {
            using var journal = UploadJournal.Open(JournalPath);
            await foreach (var outcome in Runner.RunManyAsync(upload, Files().Take(1), new() { Journal = journal }, null, Token))
            {
                return outcome;
            }

            throw new InvalidOperationException("No outcome.");
        }

        Assert.IsType<HttpRequestException>((await OnceAsync()).Exception);
        breaks = false;
        var second = await OnceAsync();

        Assert.Equal(expected, second.Status);
        if (expected == UploadStatus.Failed)
        {
            Assert.Contains("isn't known whether the API has it", second.Exception!.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static UploadRunner Runner { get; } = new(NullLogger.Instance);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private UploadContent[] Files() => [.. Enumerable.Range(0, FileCount).Select(i => UploadContent.FromFile(PathOf($"{i}.png")))];

    /// <summary>From the point on nothing happens any more: neither with the API nor in the journal.</summary>
    private async Task CrashAsync(RecordingApi api, int point, int concurrency)
    {
        using var journal = UploadJournal.Open(JournalPath);
        api.At(point, () =>
        {
            api.IsReachable = false;
            journal.Dispose();
        });
        await RunAsync(api, concurrency, journal);
        api.IsReachable = true;
    }

    /// <returns>The length that the line had.</returns>
    private async Task<int> CutLastLineAsync(int kept)
    {
        var bytes = await File.ReadAllBytesAsync(JournalPath, Token);
        var start = bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1;
        await File.WriteAllBytesAsync(JournalPath, bytes[..Math.Min(bytes.Length, start + kept)], Token);
        return bytes.Length - start;
    }

    private async Task<List<UploadOutcome<string>>> RunAsync(RecordingApi api, int concurrency)
    {
        using var journal = UploadJournal.Open(JournalPath);
        return await RunAsync(api, concurrency, journal);
    }

    private async Task<List<UploadOutcome<string>>> RunAsync(RecordingApi api, int concurrency, UploadJournal journal, UploadContent[]? files = null)
    {
        List<UploadOutcome<string>> outcomes = [];
        var options = new UploadManyOptions { MaxConcurrency = concurrency, Journal = journal };
        await foreach (var outcome in Runner.RunManyAsync(api.Flow, files ?? Files(), options, null, Token))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private void HasOneOfEach(RecordingApi api, List<UploadOutcome<string>> outcomes)
    {
        Assert.Equal(_files.Select(file => file.FileName), api.Records.Select(record => record.Name).Order());
        Assert.All(api.Records, record => Assert.Equal(File.ReadAllBytes(PathOf(record.Name)), record.Bytes));
        Assert.Equal(api.Records.Select(record => record.Id).Order(), outcomes.Select(outcome => outcome.Result).Order());
        File.Delete(JournalPath);
    }
}
