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

        _api.Forget();
        var outcome = await UploadAsync();

        Assert.Equal((UploadStatus.Uploaded, "u2"), (outcome.Status, outcome.Result));
        Assert.Equal(bytes, Assert.Single(_api.Completed));
        // What was begun is given up, since nobody would ever go on with it.
        Assert.Equal(["abort", "open"], _api.Log.Take(2));
        Assert.Single(_api.Log, line => line == "abort");
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_upload_whose_parts_storage_has_dropped_is_given_up_with_the_API(bool isOfStorage, int aborts)
    {
        _api.BreakAt(6);
        await UploadAsync();
        _api.BreakAt(null);
        _api.Forget();
        var isDropped = true;
        _api.BeforePart = _ =>
        {
            if (isDropped)
            {
                isDropped = false;
                throw isOfStorage
                    ? new UploadException("gone", UploadStep.Put, "openFilm") { StatusCode = 404, IsStored = false }
                    : new ApiException("gone") { StatusCode = 404 };
            }
        };

        var outcome = await UploadAsync();

        Assert.Equal((UploadStatus.Uploaded, "u2"), (outcome.Status, outcome.Result));
        // Where the API itself knows nothing of it any more, there is nothing to give up.
        Assert.Equal(aborts, _api.Log.Count(line => line == "abort"));
    }

    [Fact]
    public async Task All_of_a_file_in_parts_is_known_again()
    {
        _api.BreakAt(6);
        await UploadAsync();
        _api.BreakAt(null);
        Assert.Equal(UploadStatus.Uploaded, (await UploadAsync()).Status);
        Move();
        Assert.Equal((UploadStatus.AlreadyUploaded, "u1"), await UploadAsync() is var again ? (again.Status, again.Result) : default);

        var written = File.GetLastWriteTimeUtc(_file.FilePath);
        await File.WriteAllBytesAsync(_file.FilePath, Bytes.Of(1001)[1..], Token);
        File.SetLastWriteTimeUtc(_file.FilePath, written);

        Assert.Equal((UploadStatus.Uploaded, "u2"), await UploadAsync() is var other ? (other.Status, other.Result) : default);
    }

    [Fact]
    public async Task A_completion_that_nobody_knows_of_is_not_asked_for_again_for_other_bytes()
    {
        _api.RefuseCompletion = 503;
        await UploadAsync();
        _api.RefuseCompletion = null;
        var written = File.GetLastWriteTimeUtc(_file.FilePath);
        var bytes = Bytes.Of(1001)[1..];
        await File.WriteAllBytesAsync(_file.FilePath, bytes, Token);
        File.SetLastWriteTimeUtc(_file.FilePath, written);
        _api.Forget();

        Assert.Equal((UploadStatus.Uploaded, "u2"), await UploadAsync() is var outcome ? (outcome.Status, outcome.Result) : default);

        Assert.Equal(bytes, Assert.Single(_api.Completed));
        // It may be complete, for all that anybody knows.
        Assert.DoesNotContain("abort", _api.Log);
    }

    private void Move()
    {
        File.Move(_file.FilePath, _file.FilePath + ".moved");
        File.Move(_file.FilePath + ".moved", _file.FilePath);
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
