namespace UploadGen.Tests;

/// <summary>A file that keeps how far an upload in parts is, whatever becomes of it.</summary>
public sealed class UploadStateFileTests : IDisposable
{
    private const int Parts = 10;

    private readonly TestFile _file = new(Bytes.Of(Parts * PartsApi.PartSize));
    private readonly PartsApi _api = new();
    private readonly UploadStateFile _state;

    public UploadStateFileTests() => _state = new UploadStateFile(_file.FilePath + ".state");

    private UploadContent Content => UploadContent.FromFile(_file.FilePath);

    [Fact]
    public async Task An_upload_that_failed_goes_on_and_the_file_is_gone_when_it_is_complete()
    {
        await _api.UploadUntilAsync(6, Content, _state);
        Assert.True(File.Exists(_state.Path));

        await _api.UploadAsync(Content, _state);

        Assert.Equal(["part 6", "part 7", "part 8", "part 9", "complete"], _api.Log);
        Assert.Equal(Bytes.Of(Parts * PartsApi.PartSize), Assert.Single(_api.Completed));
        Assert.False(File.Exists(_state.Path));
    }

    [Fact]
    public async Task What_fails_says_how_to_go_on()
    {
        _api.BreakAt(3);

        var failure = await Assert.ThrowsAsync<UploadException>(() => _api.UploadAsync(Content, _state));

        var said = $"stays open with the API: upload the file again with the same UploadStateFile ('{_state.Path}')";
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abort", _api.Log);
    }

    [Fact]
    public async Task It_is_paused_by_a_cancellation_and_resumed_by_the_same_call()
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _api.AfterPart = part =>
        {
            if (part == 5)
            {
                pause.Cancel();
            }
        };
        var options = new PartsUploadOptions { Parallelism = 1, StateFile = _state };
        var canceled = await Assert.ThrowsAsync<UploadCanceledException>(() => _api.Runner.RunAsync(_api.Flow, Content, options, null, pause.Token));
        Assert.Contains("stays open with the API: upload the file again with the same UploadStateFile", canceled.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abort", _api.Log);
        _api.Forget();

        await _api.UploadAsync(Content, _state);

        Assert.Equal(["part 6", "part 7", "part 8", "part 9", "complete"], _api.Log);
        Assert.Equal(Bytes.Of(Parts * PartsApi.PartSize), Assert.Single(_api.Completed));
    }

    [Fact]
    public async Task A_part_is_added_and_nothing_before_it_is_written_again()
    {
        var before = Array.Empty<byte>();
        for (var part = 1; part < Parts; part++)
        {
            await _api.UploadUntilAsync(part, Content, _state);

            var now = await File.ReadAllBytesAsync(_state.Path, TestContext.Current.CancellationToken);
            Assert.True(now.AsSpan().StartsWith(before));
            Assert.True(part == 1 || now.Length - before.Length is > 20 and < 120);
            before = now;
        }
    }

    [Fact]
    public async Task Whatever_a_crash_leaves_of_the_end_costs_no_more_than_its_parts()
    {
        await _api.UploadUntilAsync(6, Content, _state);
        var whole = await File.ReadAllBytesAsync(_state.Path, TestContext.Current.CancellationToken);
        var head = Ends(whole)[1];

        for (var length = head; length <= whole.Length; length++)
        {
            await GoOnAsync(whole[..length], Ends(whole).Count(end => end <= length) - 2);
        }
    }

    [Fact]
    public async Task Damage_in_the_midst_costs_the_parts_whose_lines_it_hits()
    {
        await _api.UploadUntilAsync(6, Content, _state);
        var whole = await File.ReadAllBytesAsync(_state.Path, TestContext.Current.CancellationToken);

        for (var place = Ends(whole)[1]; place < whole.Length; place++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[place] ^= 0x15;
            // A line feed more or less makes two lines of one, or one of two.
            await GoOnAsync(damaged, 4, 5);
        }
    }

    [Fact]
    public async Task Where_it_is_not_known_what_upload_it_is_of_it_is_refused_and_left_as_it_is()
    {
        await _api.UploadUntilAsync(6, Content, _state);
        var damaged = await File.ReadAllBytesAsync(_state.Path, TestContext.Current.CancellationToken);
        damaged[Ends(damaged)[0] + 40] ^= 1;
        await File.WriteAllBytesAsync(_state.Path, damaged, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => _api.UploadAsync(Content, _state));

        Assert.Contains("Delete it to begin a new upload", refused.Message, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(_state.Path, TestContext.Current.CancellationToken));
        Assert.Empty(_api.Log);
    }

    [Theory]
    [InlineData("hello\n")]
    [InlineData("somebody's thesis")]
    [InlineData("UploadGen journal\n")]
    public async Task Another_file_is_refused_and_left_as_it_is(string text)
    {
        await File.WriteAllTextAsync(_state.Path, text, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidDataException>(() => _api.UploadAsync(Content, _state));

        Assert.Equal(text, await File.ReadAllTextAsync(_state.Path, TestContext.Current.CancellationToken));
        Assert.Empty(_api.Log);
    }

    [Fact]
    public async Task One_upload_at_a_time_uses_it()
    {
        IOException? refused = null;
        _api.AfterPart = _ => refused ??= Assert.ThrowsAsync<IOException>(() => _api.UploadAsync(Content, _state)).GetAwaiter().GetResult();

        await _api.UploadAsync(Content, _state);

        Assert.Contains("does another upload or another process use it?", refused!.Message, StringComparison.Ordinal);
        Assert.Single(_api.Completed);
    }

    [Fact]
    public async Task An_upload_that_was_never_opened_leaves_no_file()
    {
        var content = Content;
        File.Delete(_file.FilePath);

        await Assert.ThrowsAsync<FileNotFoundException>(() => _api.UploadAsync(content, _state));

        Assert.False(File.Exists(_state.Path));
    }

    [Fact]
    public async Task An_upload_whose_beginning_cannot_be_kept_is_given_up()
    {
        await File.WriteAllTextAsync(_state.Path + ".new", "somebody's thesis", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<IOException>(() => _api.UploadAsync(Content, _state));

        Assert.Contains($"'{_state.Path}.new' is in the way", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["open", "abort"], _api.Log);
        Assert.False(File.Exists(_state.Path));
    }

    [Fact]
    public async Task A_state_is_kept_in_one_way()
        => await Assert.ThrowsAsync<ArgumentException>(() => _api.UploadAsync(Content, _state, changed: _ => { }));

    [Fact]
    public async Task An_upload_that_the_API_has_dropped_begins_anew()
    {
        await _api.UploadUntilAsync(6, Content, _state);
        _api.Drop();

        await _api.UploadAsync(Content, _state);

        Assert.Equal(Parts, _api.PartsSent.Count());
        Assert.Equal(Bytes.Of(Parts * PartsApi.PartSize), Assert.Single(_api.Completed));
        Assert.False(File.Exists(_state.Path));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    public async Task A_second_completion_that_is_refused_says_nothing_of_the_first(int status)
    {
        _api.RefuseCompletion = status;
        foreach (var isFirst in new[] { true, false })
        {
            var failure = await Assert.ThrowsAsync<ApiException>(() => _api.UploadAsync(Content, _state));

            Assert.Equal(!isFirst || status == 409, failure.Message.Contains("whether the API has confirmed it isn't known", StringComparison.Ordinal));
            Assert.Contains("All of the file is there", failure.Message, StringComparison.Ordinal);
            Assert.True(File.Exists(_state.Path));
        }

        Assert.Equal(Parts, _api.PartsSent.Count());
    }

    [Fact]
    public async Task Only_its_owner_can_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        await _api.UploadUntilAsync(6, Content, _state);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_state.Path));
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Goes on with a state, and makes sure that the file is whole and that as many parts were taken from the state as said.</summary>
    private async Task GoOnAsync(byte[] state, int least, int? most = null)
    {
        await File.WriteAllBytesAsync(_state.Path, state, TestContext.Current.CancellationToken);
        _api.Forget();
        _api.Completed.Clear();

        await _api.UploadAsync(Content, _state);

        Assert.Equal(Bytes.Of(Parts * PartsApi.PartSize), Assert.Single(_api.Completed));
        Assert.DoesNotContain("open", _api.Log);
        Assert.InRange(Parts - _api.PartsSent.Count(), least, most ?? least);
    }

    /// <summary>Where the lines end.</summary>
    private static List<int> Ends(byte[] text) => [.. Enumerable.Range(0, text.Length).Where(i => text[i] == (byte)'\n').Select(i => i + 1)];
}
