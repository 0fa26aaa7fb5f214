namespace UploadGen.Tests;

/// <summary>A file that goes as a whole, with a state: whatever breaks off, the next run goes on, and never with another file.</summary>
public sealed class UploadStateTests : IDisposable
{
    private static readonly byte[] First = Bytes.Of(1000);
    private static readonly DateTime Written = new(2026, 11, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly TestFile _file = new(First);
    private readonly OneFileApi _api = new();

    public UploadStateTests() => Write(First);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private UploadStateFile State => new(_file.FilePath + ".state");

    private UploadOptions Kept => new() { StateFile = State };

    private UploadContent Content => UploadContent.FromFile(_file.FilePath);

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("open", "open, put u1, confirm u1")]
    [InlineData("after open", "open, put u2, confirm u2")]
    [InlineData("put u1", "put u1, confirm u1")]
    [InlineData("after put u1", "put u1, confirm u1")]
    [InlineData("confirm u1", "confirm u1")]
    public async Task It_goes_on_from_wherever_it_has_broken_off(string line, string then)
    {
        await _api.UploadUntilAsync(line, Content, Kept);

        await _api.UploadAsync(Content, State);

        Assert.Equal(then, string.Join(", ", _api.Log));
        Assert.Equal(First, Assert.Single(_api.Confirmed));
        Assert.False(File.Exists(State.Path));
    }

    [Theory]
    [InlineData("put u1", "The upload stays open with the API")]
    [InlineData("confirm u1", "All of the file is there")]
    public async Task What_fails_stays_open_and_says_how_to_go_on(string line, string stands)
    {
        _api.BreakAt(line);

        var failure = await Assert.ThrowsAsync<UploadException>(() => _api.UploadAsync(Content, State));

        Assert.Contains($"{stands}: upload the file again with the same UploadStateFile ('{State.Path}') to go on", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abort u1", _api.Log);
    }

    /// <summary>The run before may have stored the file, and the answer been lost.</summary>
    [Fact]
    public async Task Where_an_earlier_run_may_have_stored_the_file_nobody_says_that_it_is_not_there()
    {
        await _api.UploadUntilAsync("after put u1", Content, Kept);
        _api.At = line => _ = line == "put u1" ? throw new UploadException("no", UploadStep.Put, "openThing") { IsStored = false } : 0;

        var failure = await Assert.ThrowsAsync<UploadException>(() => _api.UploadAsync(Content, State));

        Assert.Null(failure.IsStored);
    }

    [Fact]
    public async Task Without_a_state_what_fails_is_given_up()
    {
        _api.BreakAt("put u1");

        await Assert.ThrowsAsync<UploadException>(() => _api.UploadAsync(Content));

        Assert.Equal("abort u1", _api.Log[^1]);
    }

    [Theory]
    [InlineData("put u1", "put u1, confirm u1")]
    [InlineData("confirm u1", "confirm u1")]
    public async Task It_is_paused_by_a_cancellation_and_resumed_by_the_same_call(string line, string then)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _api.At = here =>
        {
            if (here == line)
            {
                pause.Cancel();
                pause.Token.ThrowIfCancellationRequested();
            }
        };
        var canceled = await Assert.ThrowsAsync<UploadCanceledException>(() => _api.UploadAsync(Content, State, pause.Token));
        Assert.Contains("to go on", canceled.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abort u1", _api.Log);
        _api.BreakAt(null);
        _api.Forget();

        await _api.UploadAsync(Content, State);

        Assert.Equal(then, string.Join(", ", _api.Log));
        Assert.Equal(First, Assert.Single(_api.Confirmed));
    }

    [Fact]
    public async Task A_state_that_the_caller_keeps_does_the_same()
    {
        List<string> states = [];
        var options = new UploadOptions { StateChanged = state => states.Add(state.ToJson()) };
        await _api.UploadUntilAsync("confirm u1", Content, options);
        Assert.Equal([false, true], states.Select(state => UploadState.FromJson(state).IsStored));

        await _api.UploadAsync(Content, new UploadOptions { State = UploadState.FromJson(states[1]) });

        Assert.Equal(["confirm u1"], _api.Log);
    }

    [Fact]
    public async Task A_state_shows_how_far_it_is_and_no_secret()
    {
        List<UploadState> states = [];
        await _api.UploadAsync(Content, new UploadOptions { StateChanged = state => states.Add(UploadState.FromJson(state.ToJson())) });

        var file = $"{Content.FileName} (1,000 bytes)";
        Assert.Equal([$"{file}: its upload is open", $"{file}: all of it is there"], states.Select(state => state.ToString()));
        Assert.All(states, state => Assert.Equal(((long?)null, 0), (state.PartSize, state.PartsSent)));
        Assert.Contains("topsecret", states[0].ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_that_cuts_the_file_at_any_byte_costs_what_the_line_says()
    {
        await _api.UploadUntilAsync("confirm u1", Content, Kept);
        var whole = await File.ReadAllBytesAsync(State.Path, Token);
        var ends = Enumerable.Range(0, whole.Length).Where(i => whole[i] == (byte)'\n').Select(i => i + 1).ToList();
        Assert.Equal(3, ends.Count);

        for (var length = 0; length <= whole.Length; length++)
        {
            File.Delete(State.Path);
            var api = new OneFileApi();
            await api.UploadUntilAsync("confirm u1", Content, Kept);
            await File.WriteAllBytesAsync(State.Path, whole[..length], Token);

            await api.UploadAsync(Content, State);

            var expected = length < ends[1] ? "open, put u2, confirm u2" : length < ends[2] ? "put u1, confirm u1" : "confirm u1";
            Assert.Equal(expected, string.Join(", ", api.Log));
            Assert.Equal(First, Assert.Single(api.Confirmed));
            Assert.False(File.Exists(State.Path));
        }
    }

    [Fact]
    public async Task Damage_in_the_midst_never_confirms_another_file_nor_sends_elsewhere()
    {
        await _api.UploadUntilAsync("confirm u1", Content, Kept);
        var whole = await File.ReadAllBytesAsync(State.Path, Token);

        for (var place = 0; place < whole.Length; place++)
        {
            File.Delete(State.Path);
            var api = new OneFileApi();
            await api.UploadUntilAsync("confirm u1", Content, Kept);
            var damaged = (byte[])whole.Clone();
            damaged[place] ^= 0x15;
            await File.WriteAllBytesAsync(State.Path, damaged, Token);

            try
            {
                await api.UploadAsync(Content, State);
                Assert.Equal(First, Assert.Single(api.Confirmed));
                Assert.DoesNotContain("open", api.Log);
            }
            catch (InvalidDataException)
            {
                Assert.Empty(api.Log);
                Assert.Equal(damaged, await File.ReadAllBytesAsync(State.Path, Token));
            }
        }
    }

    [Theory]
    [InlineData("https://other.example.com/v1", "ada", "https://api.example.com/v1 as ada")]
    [InlineData("https://api.example.com/v1", "bob", "https://api.example.com/v1 as bob")]
    [InlineData("https://api.example.com/v1", null, "https://api.example.com/v1 as ada")]
    public async Task A_state_of_another_API_or_account_is_refused(string address, string? account, string said)
    {
        foreach (var line in new[] { "put u1", "confirm u1" })
        {
            var api = new OneFileApi();
            await api.UploadUntilAsync(line, Content, Kept);
            api.Target = new UploadTarget(address, account);

            var refused = await Assert.ThrowsAsync<ArgumentException>(() => api.UploadAsync(Content, State));

            Assert.All([said, "Nothing was sent"], part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
            Assert.Empty(api.Log);
            File.Delete(State.Path);
        }
    }

    [Fact]
    public async Task A_state_of_another_flow_is_refused()
    {
        await _api.UploadUntilAsync("put u1", Content, Kept);
        var other = new OneFileApi { Name = "Other" };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => other.UploadAsync(Content, State));

        Assert.Contains("an upload of kind Thing, not Other", refused.Message, StringComparison.Ordinal);
        Assert.Empty(other.Log);
    }

    [Fact]
    public async Task A_state_of_a_file_in_parts_is_refused_for_one_as_a_whole_and_the_other_way_round()
    {
        var parts = new PartsApi();
        await parts.UploadUntilAsync(3, Content, State);
        var whole = new OneFileApi { Name = "Film" };
        await Assert.ThrowsAsync<ArgumentException>(() => whole.UploadAsync(Content, State));
        File.Delete(State.Path);

        await whole.UploadUntilAsync("put u1", Content, Kept);
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => parts.UploadAsync(Content, State));

        Assert.Contains("of the file as a whole", refused.Message, StringComparison.Ordinal);
        Assert.Empty(parts.Log);
    }

    [Theory]
    [InlineData("put u1", false)]
    [InlineData("confirm u1", false)]
    [InlineData("put u1", true)]
    public async Task A_state_of_another_file_is_refused(string line, bool isLonger)
    {
        await _api.UploadUntilAsync(line, Content, Kept);
        if (isLonger)
        {
            Write([.. First, 1]);
        }
        else
        {
            File.SetLastWriteTimeUtc(_file.FilePath, Written.AddSeconds(1));
        }

        var refused = await Assert.ThrowsAsync<IOException>(() => _api.UploadAsync(Content, State));

        Assert.Contains("isn't the file that the upload was begun with", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_api.Log);
        Assert.True(File.Exists(State.Path));
    }

    /// <summary>Length and times are as before.</summary>
    [Fact]
    public async Task Other_bytes_are_not_confirmed_where_the_first_are_stored_and_sent_where_they_are_not()
    {
        var other = Bytes.Of(First.Length + 1)[1..];
        await _api.UploadUntilAsync("confirm u1", Content, Kept);
        Write(other);
        var refused = await Assert.ThrowsAsync<IOException>(() => _api.UploadAsync(Content, State));
        Assert.Contains("other bytes were sent", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_api.Log);
        File.Delete(State.Path);

        var api = new OneFileApi();
        await api.UploadUntilAsync("put u1", Content, Kept);
        Write(First);
        await api.UploadAsync(Content, State);

        Assert.Equal(First, Assert.Single(api.Confirmed));
    }

    [Fact]
    public async Task What_was_only_touched_is_the_same_file()
    {
        await _api.UploadUntilAsync("confirm u1", Content, Kept);
        Write(First);

        await _api.UploadAsync(Content, State);

        Assert.Equal(["confirm u1"], _api.Log);
    }

    [Fact]
    public async Task A_URL_that_has_ended_meanwhile_is_replaced_and_its_upload_left_since_it_may_be_complete()
    {
        _api.Query = "?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60&X-Amz-Signature=a";
        var options = Kept;
        _api.BreakAt("put u2");
        await Assert.ThrowsAnyAsync<UploadGenException>(() => _api.UploadAsync(Content, options));
        _api.BreakAt(null);
        _api.Forget();
        _api.Query = "";

        await _api.UploadAsync(Content, State);

        Assert.Equal(["open", "put u3", "confirm u3"], _api.Log);
        Assert.Equal(First, Assert.Single(_api.Confirmed));
    }

    [Fact]
    public async Task An_upload_that_was_dropped_meanwhile_begins_anew()
    {
        await _api.UploadUntilAsync("put u1", Content, Kept);
        _api.Drop();

        await _api.UploadAsync(Content, State);

        Assert.Equal(["put u1", "open", "put u2", "confirm u2"], _api.Log);
        Assert.Equal(First, Assert.Single(_api.Confirmed));
    }

    /// <summary>The run before may have confirmed it, and its answer been lost.</summary>
    [Fact]
    public async Task What_may_be_confirmed_and_is_gone_is_not_uploaded_a_second_time()
    {
        await _api.UploadUntilAsync("after confirm u1", Content, Kept);

        var failure = await Assert.ThrowsAsync<ApiException>(() => _api.UploadAsync(Content, State));

        Assert.Contains("whether the API has confirmed it isn't known", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"delete '{State.Path}' to do so", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["confirm u1"], _api.Log);
        Assert.Single(_api.Confirmed);
    }

    [Fact]
    public async Task A_server_that_can_is_asked_where_it_stands()
    {
        var api = new OneFileApi { Continues = true, CutAfter = 300 };
        await api.UploadUntilAsync("", Content, Kept);
        api.CutAfter = 700;
        await api.UploadUntilAsync("", Content, Kept);
        api.CutAfter = null;

        await api.UploadAsync(Content, State);

        Assert.Equal(["continue u1 700", "confirm u1"], api.Log);
        Assert.Equal(First, Assert.Single(api.Confirmed));
    }

    [Fact]
    public async Task What_is_gone_on_with_is_paused_and_resumed_too()
    {
        var api = new OneFileApi { Continues = true, CutAfter = 300 };
        await api.UploadUntilAsync("", Content, Kept);
        api.CutAfter = null;
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(Token);
        api.At = _ =>
        {
            pause.Cancel();
            pause.Token.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAsync<UploadCanceledException>(() => api.UploadAsync(Content, State, pause.Token));
        api.BreakAt(null);

        await api.UploadAsync(Content, State);

        Assert.Equal(["continue u1 300", "confirm u1"], api.Log);
        Assert.Equal(First, Assert.Single(api.Confirmed));
    }

    [Fact]
    public async Task What_was_dropped_meanwhile_begins_anew_where_the_server_is_asked()
    {
        var api = new OneFileApi { Continues = true, CutAfter = 300 };
        await api.UploadUntilAsync("", Content, Kept);
        api.CutAfter = null;
        api.Drop();

        await api.UploadAsync(Content, State);

        Assert.Equal(["open", "put u2", "confirm u2"], api.Log);
        Assert.Equal(First, Assert.Single(api.Confirmed));
    }

    /// <summary>Bytes in memory: no system tells whether they have changed.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bytes_are_gone_on_with_only_where_they_are_the_same(bool areSame)
    {
        UploadState? state = null;
        var api = new OneFileApi { Continues = true, CutAfter = 300 };
        await api.UploadUntilAsync("", UploadContent.FromBytes(First, "a.bin"), new UploadOptions { StateChanged = changed => state = changed });
        api.CutAfter = null;

        var bytes = areSame ? First.ToArray() : Bytes.Of(First.Length + 1)[1..];
        var run = api.UploadAsync(UploadContent.FromBytes(bytes, "a.bin"), new UploadOptions { State = UploadState.FromJson(state!.ToJson()) });

        if (areSame)
        {
            await run;
            Assert.Equal(["continue u1 300", "confirm u1"], api.Log);
            Assert.Equal(First, Assert.Single(api.Confirmed));
        }
        else
        {
            await Assert.ThrowsAsync<IOException>(() => run);
            Assert.Empty(api.Log);
        }
    }

    [Fact]
    public async Task Other_bytes_of_a_file_are_not_mixed_with_what_the_server_has()
    {
        var api = new OneFileApi { Continues = true, CutAfter = 300 };
        await api.UploadUntilAsync("", Content, Kept);
        Write(Bytes.Of(First.Length + 1)[1..]);
        api.CutAfter = null;

        await Assert.ThrowsAsync<IOException>(() => api.UploadAsync(Content, State));

        Assert.Empty(api.Log);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_has_no_state()
    {
        var content = UploadContent.FromStream(new ForwardStream(new byte[10]), "a.bin", length: 10);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _api.UploadAsync(content, State));

        Assert.Contains("can't seek", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_api.Log);
        Assert.False(File.Exists(State.Path));
    }

    [Fact]
    public async Task A_flow_whose_session_cannot_be_written_down_has_no_state()
    {
        var flow = new UploadFlow<string, string>("Thing", "openThing")
        {
            Create = (_, _) => throw new InvalidOperationException(),
            Put = (_, _, _, _) => Task.CompletedTask,
            Confirm = (session, _, _) => Task.FromResult(session),
        };

        await Assert.ThrowsAsync<ArgumentException>(() => _api.Runner.RunAsync(flow, Content, Kept, null, Token));
    }

    [Theory]
    [InlineData("?X-Amz-Signature=topsecret", "put u1", "open, put u2, confirm u2")]
    [InlineData("", "put u1", "put u1, confirm u1")]
    [InlineData("?X-Amz-Signature=topsecret", "confirm u1", "confirm u1")]
    [InlineData("", "confirm u1", "confirm u1")]
    public async Task A_journal_goes_on_with_what_holds_no_secret(string query, string line, string then)
    {
        _api.Query = query;
        _api.BreakAt(line);
        var failed = await UploadManyAsync();
        Assert.Equal(UploadStatus.Failed, failed.Status);
        var isKept = query.Length == 0;
        Assert.Equal(isKept, failed.Exception!.Message.Contains("the next run with this journal goes on", StringComparison.Ordinal));
        Assert.Equal(!isKept && line == "put u1", _api.Log.Contains("abort u1"));
        _api.BreakAt(null);
        _api.Forget();

        var outcome = await UploadManyAsync();

        Assert.Equal(UploadStatus.Uploaded, outcome.Status);
        Assert.Equal(then, string.Join(", ", _api.Log));
        Assert.Equal(First, Assert.Single(_api.Confirmed));
        Assert.DoesNotContain("topsecret", await File.ReadAllTextAsync(_file.FilePath + ".journal", Token), StringComparison.Ordinal);
    }

    private async Task<UploadOutcome<string>> UploadManyAsync()
    {
        using var journal = UploadJournal.Open(_file.FilePath + ".journal");
        await foreach (var outcome in _api.Runner.RunManyAsync(_api.Flow, [Content], new() { Journal = journal }, null, Token))
        {
            return outcome;
        }

        throw new InvalidOperationException("No outcome.");
    }

    /// <summary>Writes other bytes into the file; the time of the last write is always the same.</summary>
    private void Write(byte[] bytes)
    {
        // The clock that files are stamped with ticks some hundred times a second.
        Thread.Sleep(20);
        File.WriteAllBytes(_file.FilePath, bytes);
        File.SetLastWriteTimeUtc(_file.FilePath, Written);
    }
}
