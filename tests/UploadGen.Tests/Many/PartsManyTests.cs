namespace UploadGen.Tests;

/// <summary>Many files, each in parts.</summary>
public sealed class PartsManyTests : IDisposable
{
    private readonly TestFile _file = new(Bytes.Of(10 * PartsApi.PartSize), "film.mp4");
    private readonly PartsApi _api = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string JournalPath => _file.FilePath + ".journal";

    [Fact]
    public async Task Without_a_journal_what_fails_is_given_up()
    {
        _api.BreakAt(6);

        var outcome = await UploadAsync(isJournaled: false);

        Assert.Equal(UploadStatus.Failed, outcome.Status);
        Assert.Contains("given up with the API", outcome.Exception!.Message, StringComparison.Ordinal);
        Assert.Equal("abort", _api.Log[^1]);
    }

    [Fact]
    public async Task With_a_journal_what_fails_stays_open_and_the_next_run_goes_on()
    {
        _api.BreakAt(6);
        var failed = await UploadAsync();
        Assert.Contains("stays open with the API: the next run with this journal goes on", failed.Exception!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abort", _api.Log);
        _api.BreakAt(null);
        var sent = _api.PartsSent.ToList();
        _api.Forget();

        var outcome = await UploadAsync();

        Assert.Equal((UploadStatus.Uploaded, "u1"), (outcome.Status, outcome.Result));
        Assert.Empty(_api.PartsSent.Intersect(sent));
        Assert.DoesNotContain("open", _api.Log);
        Assert.Equal(Bytes.Of(1000), Assert.Single(_api.Completed));
        _api.Forget();
        Assert.Equal((UploadStatus.AlreadyUploaded, "u1"), await UploadAsync() is var again ? (again.Status, again.Result) : default);
        Assert.Empty(_api.Log);
    }

    [Fact]
    public async Task An_upload_of_other_bytes_begins_anew()
    {
        var written = File.GetLastWriteTimeUtc(_file.FilePath);
        _api.BreakAt(6);
        await UploadAsync();
        _api.BreakAt(null);
        var bytes = Bytes.Of(1001)[1..];
        await File.WriteAllBytesAsync(_file.FilePath, bytes, Token);
        File.SetLastWriteTimeUtc(_file.FilePath, written);

        var outcome = await UploadAsync();

        Assert.Equal((UploadStatus.Uploaded, "u2"), (outcome.Status, outcome.Result));
        Assert.Equal(bytes, Assert.Single(_api.Completed));
    }

    [Fact]
    public async Task A_journal_holds_no_part_whose_answer_holds_a_secret()
    {
        _api.PartNames = part => $"https://storage.example/{part}?X-Sig=topsecret";
        _api.BreakAt(6);
        await UploadAsync();
        _api.BreakAt(null);
        _api.Forget();

        await UploadAsync();

        Assert.Equal(10, _api.PartsSent.Count());
        Assert.DoesNotContain("topsecret", await File.ReadAllTextAsync(JournalPath, Token), StringComparison.Ordinal);
        Assert.Equal(Bytes.Of(1000), Assert.Single(_api.Completed));
    }

    public void Dispose() => _file.Dispose();

    private async Task<UploadOutcome<string>> UploadAsync(bool isJournaled = true)
    {
        using var journal = isJournaled ? UploadJournal.Open(JournalPath) : null;
        var contents = new[] { UploadContent.FromFile(_file.FilePath) };
        await foreach (var outcome in _api.Runner.RunManyAsync(_api.Flow, contents, new() { Journal = journal }, null, Token))
        {
            return outcome;
        }

        throw new InvalidOperationException("No outcome.");
    }
}
