using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>Whether a journal knows the bytes that it says are uploaded, whatever has been done to the file.</summary>
public sealed class JournalBytesTests : IDisposable
{
    /// <summary>Longer than a file must have been left alone for the time of its last change to tell anything.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2.2);

    private static readonly DateTime Written = new(2026, 11, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-bytes-");
    private readonly RecordingApi _api = new();

    public JournalBytesTests() => Write(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(_folder.FullName, "photo.png");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Other_bytes_with_the_length_and_the_time_of_those_before_are_uploaded_anew(bool isRested)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a time that is put back isn't noticed.");
        await RestAsync(isRested);
        Assert.Equal(UploadStatus.Uploaded, (await RunAsync()).Status);
        Write(2);

        Assert.Equal((UploadStatus.Uploaded, "s2"), await RunAsync() is var second ? (second.Status, second.Result) : default);
        Assert.Equal(UploadStatus.AlreadyUploaded, (await RunAsync()).Status);

        Assert.Equal([1, 2], _api.Records.Select(record => record.Bytes[0]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_was_only_looked_at_differently_is_uploaded_once(bool isRested)
    {
        await RestAsync(isRested);
        await RunAsync();
        Touch();

        Assert.Equal((UploadStatus.AlreadyUploaded, "s1"), await RunAsync() is var second ? (second.Status, second.Result) : default);
        Assert.Single(_api.Records);
    }

    [Fact]
    public async Task A_file_is_read_again_only_where_nothing_else_tells_and_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere files aren't read again.");
        await RestAsync(true);
        await RunAsync();
        await IsNotReadAsync();
        Touch();
        await RestAsync(true);

        Assert.Equal(UploadStatus.AlreadyUploaded, (await RunAsync()).Status);

        await IsNotReadAsync();
    }

    [Fact]
    public async Task What_is_in_storage_is_not_confirmed_for_other_bytes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a time that is put back isn't noticed.");
        await BreakBeforeConfirmationAsync();
        Write(2);

        Assert.Equal((UploadStatus.Uploaded, "s2"), await RunAsync() is var second ? (second.Status, second.Result) : default);

        Assert.Equal(2, Assert.Single(_api.Records).Bytes[0]);
        // The first may have been confirmed, for all that anybody knows.
        Assert.Empty(_api.Aborted);
    }

    [Fact]
    public async Task What_is_in_storage_is_confirmed_for_a_file_that_was_only_looked_at_differently()
    {
        await BreakBeforeConfirmationAsync();
        Touch();

        Assert.Equal((UploadStatus.Uploaded, "s1"), await RunAsync() is var second ? (second.Status, second.Result) : default);
        Touch();
        Assert.Equal(UploadStatus.AlreadyUploaded, (await RunAsync()).Status);
        Assert.Single(_api.Records);
    }

    [Fact]
    public async Task Whoever_says_what_a_file_is_known_by_is_believed()
    {
        await RunAsync(content => content.FileName);
        Write(2);

        Assert.Equal(UploadStatus.AlreadyUploaded, (await RunAsync(content => content.FileName)).Status);
    }

    [Fact]
    public async Task A_record_that_says_nothing_of_its_bytes_is_not_taken_for_other_bytes()
    {
        using (var journal = UploadJournal.Open(JournalPath))
        {
            await using var claim = await journal.ClaimAsync("", "Thing", UploadContent.FromFile(FilePath), Token);
            await claim.RecordAsync(new JournalRecord(JournalEvent.Uploaded, "\"s1\""u8.ToArray()));
        }

        var outcome = await RunAsync();

        Assert.Contains("the result can't be read", Assert.IsType<InvalidDataException>(outcome.Exception).Message, StringComparison.Ordinal);
        Assert.Empty(_api.Records);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string JournalPath => Path.Combine(_folder.FullName, "uploads.journal");

    private static Task RestAsync(bool isRested) => isRested ? Task.Delay(Rest, Token) : Task.CompletedTask;

    private async Task BreakBeforeConfirmationAsync()
    {
        // Points 4 and 5 are before and after the confirmation of the first file.
        _api.At(4, () => _api.IsReachable = false);
        Assert.Equal(UploadStatus.Failed, (await RunAsync()).Status);
        _api.IsReachable = true;
    }

    private async Task IsNotReadAsync()
    {
        using var held = new FileStream(FilePath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(UploadStatus.AlreadyUploaded, (await RunAsync()).Status);
    }

    /// <summary>Other bytes; all that whoever writes can choose is as before.</summary>
    private void Write(byte value)
    {
        File.WriteAllBytes(FilePath, [value, value, value]);
        File.SetLastWriteTimeUtc(FilePath, Written);
    }

    private void Touch()
    {
        var moved = FilePath + ".moved";
        File.Move(FilePath, moved);
        File.Move(moved, FilePath);
        File.SetLastWriteTimeUtc(FilePath, Written);
    }

    private async Task<UploadOutcome<string>> RunAsync(Func<UploadContent, string>? identify = null)
    {
        using var journal = UploadJournal.Open(JournalPath, identify);
        var contents = new[] { UploadContent.FromFile(FilePath) };
        await foreach (var outcome in new UploadRunner(NullLogger.Instance).RunManyAsync(_api.Flow, contents, new() { Journal = journal }, null, Token))
        {
            return outcome;
        }

        throw new InvalidOperationException("No outcome.");
    }
}
