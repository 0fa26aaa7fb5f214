namespace UploadGen.Tests;

/// <summary>Uploads that are to go on with another file than they were begun with, or whose file changes under them: never completed.</summary>
public sealed class WrongFileTests : IDisposable
{
    private const int Parts = 10;

    private static readonly byte[] First = Bytes.Of(Parts * PartsApi.PartSize);
    private static readonly DateTime Written = new(2026, 11, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-wrong-");
    private readonly PartsApi _api = new();

    public WrongFileTests() => Write(FilePath, First);

    public enum Change
    {
        OtherBytes,
        OneOtherByte,
        OtherTime,
        Longer,
        Gone,
    }

    private string FilePath => Path.Combine(_folder.FullName, "film.mp4");

    private UploadStateFile State => new(FilePath + ".state");

    [Theory]
    [InlineData(Change.OtherBytes, "other bytes were sent as part 1 of 10")]
    [InlineData(Change.OneOtherByte, "other bytes were sent as part 4 of 10")]
    [InlineData(Change.OtherTime, "last written")]
    [InlineData(Change.Longer, "(1,001 bytes")]
    public async Task A_file_that_has_changed_since_is_refused(Change change, string said)
    {
        await _api.UploadUntilAsync(6, Content(), State);
        Apply(change);

        var refused = await Assert.ThrowsAsync<IOException>(() => _api.UploadAsync(Content(), State));

        Assert.All(
            ["film.mp4 isn't the file that the upload was begun with, or has changed since", said, "nothing was sent", "Begin a new upload"],
            part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        Assert.Empty(_api.Log);
        Assert.True(File.Exists(State.Path));
    }

    [Fact]
    public async Task A_part_that_was_not_sent_yet_may_change_since_the_file_as_it_is_now_is_what_arrives()
    {
        await _api.UploadUntilAsync(6, Content(), State);
        var bytes = (byte[])First.Clone();
        bytes[^1] ^= 1;
        Write(FilePath, bytes);

        await _api.UploadAsync(Content(), State);

        Assert.Equal(bytes, Assert.Single(_api.Completed));
    }

    [Fact]
    public async Task A_file_of_the_same_name_in_another_folder_is_refused()
    {
        await _api.UploadUntilAsync(6, Content(), State);
        var other = Path.Combine(_folder.CreateSubdirectory("other").FullName, "film.mp4");
        Write(other, First);

        var refused = await Assert.ThrowsAsync<IOException>(() => _api.UploadAsync(UploadContent.FromFile(other), State));

        Assert.Contains($"it was begun with {FilePath} (1,000 bytes", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"and this is {other} (1,000 bytes", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_api.Log);
    }

    [Fact]
    public async Task A_file_that_was_moved_is_refused_and_goes_on_where_it_was()
    {
        await _api.UploadUntilAsync(6, Content(), State);
        var moved = FilePath + ".moved";
        File.Move(FilePath, moved);
        await Assert.ThrowsAsync<IOException>(() => _api.UploadAsync(UploadContent.FromFile(moved, fileName: "film.mp4"), State));
        File.Move(moved, FilePath);

        await _api.UploadAsync(Content(), State);

        Assert.Equal(First, Assert.Single(_api.Completed));
        Assert.DoesNotContain("open", _api.Log);
    }

    [Theory]
    [InlineData("https://other.example.com/v1", "ada", "https://api.example.com/v1 as ada")]
    [InlineData("https://api.example.com/v2", "ada", "https://api.example.com/v1 as ada")]
    [InlineData("https://api.example.com/v1", "bob", "https://api.example.com/v1 as bob")]
    [InlineData("https://api.example.com/v1", null, "https://api.example.com/v1 as ada")]
    public async Task A_state_of_another_API_or_account_is_refused(string address, string? account, string said)
    {
        await _api.UploadUntilAsync(6, Content(), State);
        _api.Target = new UploadTarget(address, account);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _api.UploadAsync(Content(), State));

        Assert.All([said, "Nothing was sent"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        Assert.Empty(_api.Log);
    }

    [Fact]
    public async Task Bytes_and_streams_are_known_by_what_was_sent_of_them()
    {
        UploadState? state = null;
        await _api.UploadUntilAsync(6, UploadContent.FromBytes(First, "film.mp4"), changed: changed => state = changed);

        await Assert.ThrowsAsync<IOException>(() => _api.UploadAsync(UploadContent.FromBytes(new byte[First.Length], "film.mp4"), state: Copy()));
        using var stream = new MemoryStream(First);
        await _api.UploadAsync(UploadContent.FromStream(stream, "film.mp4"), state: Copy());

        Assert.Equal(First, Assert.Single(_api.Completed));
        UploadState Copy() => UploadState.FromJson(state!.ToJson());
    }

    [Fact]
    public async Task What_was_only_looked_at_differently_is_the_same_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        await _api.UploadUntilAsync(6, Content(), State);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        await _api.UploadAsync(Content(), State);

        Assert.Equal(["part 6", "part 7", "part 8", "part 9", "complete"], _api.Log);
    }

    [Theory]
    [InlineData(Change.OtherBytes)]
    [InlineData(Change.OneOtherByte)]
    [InlineData(Change.OtherTime)]
    [InlineData(Change.Longer)]
    [InlineData(Change.Gone)]
    public async Task A_write_in_the_midst_of_an_upload_is_told_and_nothing_is_completed(Change change)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "On Windows nobody can write to a file that is read; elsewhere a time that is put back isn't noticed.");
        _api.AfterPart = part => Apply(part == 4 ? change : null);

        var failure = await Assert.ThrowsAnyAsync<IOException>(() => _api.UploadAsync(Content()));

        Assert.Contains(change == Change.Gone ? "is gone now" : "has changed since its upload was prepared", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_api.Completed);
        Assert.Equal(5, _api.PartsSent.Count());
        Assert.Equal("abort", _api.Log[^1]);
    }

    [Theory]
    [InlineData(Change.OtherBytes)]
    [InlineData(Change.OneOtherByte)]
    public async Task A_file_that_is_sent_whole_is_not_confirmed_either(Change change)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "On Windows nobody can write to a file that is read; elsewhere a time that is put back isn't noticed.");
        var content = Content();
        using var reader = new ContentReader(content);
        Apply(change);

        using var transfer = new Transfer(
            new TransferTimeouts(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), progress: null,
            TestContext.Current.CancellationToken);
        using var sent = new MemoryStream();
        var failure = await Assert.ThrowsAsync<IOException>(() => reader.CopyToAsync(sent, transfer, TestContext.Current.CancellationToken));

        Assert.Contains("put the time back", failure.Message, StringComparison.Ordinal);
        Assert.InRange(sent.Length, 0, First.Length - 1);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private UploadContent Content() => UploadContent.FromFile(FilePath);

    /// <summary>Changes the file. Where that doesn't say otherwise, the time of the last write is as before.</summary>
    private void Apply(Change? change)
    {
        switch (change)
        {
            case Change.OtherBytes:
                Write(FilePath, Bytes.Of(First.Length + 1)[1..]);
                break;
            case Change.OneOtherByte:
                var bytes = (byte[])First.Clone();
                bytes[3 * PartsApi.PartSize + 7] ^= 1;
                Write(FilePath, bytes);
                break;
            case Change.OtherTime:
                File.SetLastWriteTimeUtc(FilePath, Written.AddSeconds(1));
                break;
            case Change.Longer:
                Write(FilePath, [.. First, 1]);
                break;
            case Change.Gone:
                File.Delete(FilePath);
                break;
            case null:
                break;
        }
    }

    private static void Write(string path, byte[] bytes)
    {
        // The clock that files are stamped with ticks some hundred times a second.
        Thread.Sleep(20);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, Written);
    }
}
