using System.Text.Json;

namespace UploadGen.Tests;

/// <summary>Secrets in what is saved, in what is read back, and in parts of uploads. Runs alone, as whoever listens hears of all uploads.</summary>
[Collection(nameof(MemoryTests))]
public sealed class SavedSecretTests : IDisposable
{
    private readonly Listener _listener = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> BrokenStates =>
    [
        "{\"flow\":t{0}}",
        "{0}",
        """{"api":"","flow":"{0}","file_name":"{0}","length":1,"part_size":0,"session":"{0}","parts":{}}""",
        """{"api":"","flow":"{0}","file_name":"a","length":"{0}","part_size":1,"session":"{0}","parts":{}}""",
        """{"api":"","flow":"{0}","file_name":"a","length":1,"last_write":"{0}","part_size":1,"session":"{0}","parts":{}}""",
        """{"api":"","flow":"{0}","file_name":"a","length":1,"part_size":1,"session":"{0}","parts":{"{0}":1}}""",
        """{"api":"","flow":"{0}","file_name":"a","length":1,"part_size":1,"session":"{0}","parts":{"0":{"{0}":"{0}"}""",
    ];

    public static TheoryData<string> Lines =>
    [
        "{0}", "t{0}", """{"flow":"{0}"}""", """{"flow":"a","file":"b","event":"{0}"}""", """{"flow":"a","file":"b","event":"Uploaded","value":"{0}"{0}}""",
    ];

    public void Dispose() => _listener.Dispose();

    [Theory]
    [MemberData(nameof(BrokenStates))]
    public void A_state_that_cannot_be_read_is_not_quoted(string state)
        => IsNotTold(text => UploadState.FromJson(state.Replace("{0}", text, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(BrokenStates))]
    public void Nor_is_it_by_the_serializer(string state)
    {
        // Where the JSON itself is broken, the serializer says so in its own words.
        if (!state.StartsWith('{') || state.Contains(":t", StringComparison.Ordinal))
        {
            return;
        }

        IsNotTold(text => JsonSerializer.Deserialize<UploadState>(state.Replace("{0}", text, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_file_that_is_no_journal_is_not_quoted(string line) => IsNotTold(text =>
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, line.Replace("{0}", text, StringComparison.Ordinal) + "\n");
            using var journal = UploadJournal.Open(path);
        }
        finally
        {
            File.Delete(path);
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_state_of_another_API_or_flow_is_not_quoted(bool isOtherApi)
    {
        var secret = Canary.Token.Secret;
        var state = UploadState.FromJson(
            $$"""{"api":"{{(isOtherApi ? secret : "")}}","flow":"{{secret}}","file_name":"a","length":1,"part_size":1,"session":"s","parts":{} }""");

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => PartsAsync(_ => Task.FromResult("etag"), new PartsUploadOptions { State = state }));

        _listener.Hear(refused);
        _listener.Hear(state.ToString());
        Assert.False(Canary.Token.IsToldIn(_listener.Everything));
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("json")]
    [InlineData("base64")]
    public async Task What_fails_a_part_is_told_without_it(string spelling)
    {
        var text = Canary.Token.In(spelling);
        UploadState? state = null;
        var options = new PartsUploadOptions { StateChanged = changed => state = changed };

        var failure = await Assert.ThrowsAsync<UploadException>(() => PartsAsync(
            _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, $"PUT with {text}", new IOException(text)), options));

        _listener.Hear(failure);
        _listener.Hear(state!.ToString());
        Assert.Contains("It was part 1 of 1.", failure.Message, StringComparison.Ordinal);
        Assert.False(Canary.Token.IsToldIn(_listener.Everything), _listener.Everything);
    }

    [Fact]
    public async Task What_a_part_was_sent_with_is_not_told()
    {
        var text = Canary.Words.Secret;
        await using var server = WireServer.Recording(
            [], Scene.Answer("403 No", $"<Error><Code>{text}</Code><HeadersNotSigned>{text}</HeadersNotSigned></Error>", $"x-amz-request-id: {text}\r\n"));
        var api = new ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri(server.Address), LoggerFactory = _listener }, "");
        var part = new FilePart(UploadContent.FromBytes(Bytes.Of(10), "a"), index: 0, count: 1, offset: 0, length: 10)
        {
            Target = new PartTarget(server.Address + "/correct-horse?a=b"),
        };

        var failure = await Assert.ThrowsAsync<UploadException>(
            () => api.Storage.SendPartAsync("op", part, [new("x-amz-security-token", text)], needsETag: true, progress: null, Token));

        _listener.Hear(failure);
        Assert.False(Canary.Words.IsToldIn(_listener.Everything), _listener.Everything);
    }

    [Fact]
    public void What_comes_back_while_the_caller_cancels_is_not_told()
    {
        using var caller = new CancellationTokenSource();
        var timeouts = new TransferTimeouts(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));
        using var transfer = new Transfer(timeouts, progress: null, caller.Token);
        caller.Cancel();

        var unreadable = $"Received an invalid status line: '{Canary.Words.Secret}'.";
        _listener.Hear(transfer.Explain(new HttpRequestException(HttpRequestError.InvalidResponse, unreadable)));
        _listener.Hear(transfer.Explain(new IOException($"with {Canary.Token.Secret}")));

        Assert.DoesNotContain(new[] { Canary.Token, Canary.Words }, canary => canary.IsToldIn(_listener.Everything));
    }

    [Fact]
    public void What_is_sent_with_a_file_writes_no_secret_of_itself()
    {
        KeyValuePair<string, string>[] values = [new("x-amz-security-token", Canary.Token.Secret)];
        _listener.Hear(new AnsweredRequest(Canary.Token.Secret) { Headers = values, Fields = values, FileField = Canary.Token.Secret }.ToString());
        _listener.Hear(new StorageForm(values) { Headers = values, FileField = Canary.Token.Secret }.ToString());
        _listener.Hear(ApiCredential.FromToken(Canary.Token.Secret).ToString());
        _listener.Hear(ApiCredential.FromBasic("a", Canary.Token.Secret).ToString());
        Assert.False(Canary.Token.IsToldIn(_listener.Everything));
    }

    [Theory]
    [InlineData("correct-horse/battery")]
    [InlineData("Y29ycmVjdC1ob3JzZS9iYXR0ZXJ5")]
    [InlineData("ada:correct-horse/battery")]
    [InlineData("Basic;YWRhOmNvcnJlY3QtaG9yc2UvYmF0dGVyeQ==")]
    public async Task A_password_is_not_told_however_it_comes_back(string text)
    {
        await using var server = await WebServer.RecordingAsync(400, $$"""{"message":"{{text}} is no password of Ada's"}""");
        var api = server.Connect(options => options.Credential = ApiCredential.FromBasic("ada", "correct-horse/battery"));

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(
            api.Request("op", HttpMethod.Get, "/x").Authorize(SecurityScheme.Basic("basic")), new ApiResponses(), Token));

        Assert.Equal("""{"message":"… is no password of Ada's"}""", error.BodyStart);
    }

    private void IsNotTold(Action<string> read)
    {
        foreach (var canary in new[] { Canary.Token, Canary.Words })
        {
            _listener.Hear(Assert.ThrowsAny<Exception>(() => read(canary.Secret)));
            Assert.False(canary.IsToldIn(_listener.Everything), _listener.Everything);
        }
    }

    private Task<string> PartsAsync(Func<FilePart, Task<string>> send, PartsUploadOptions options)
    {
        var flow = new PartsFlow<string, string, string>("Thing", "openThing")
        {
            Create = (_, _, _) => Task.FromResult("s"),
            SendPart = (_, part, _, _) => send(part),
            Complete = (_, _, _, _) => Task.FromResult("done"),
            ReadSession = JsonCodec.ReadString,
            WriteSession = JsonCodec.WriteString,
            ReadPart = JsonCodec.ReadString,
            WritePart = JsonCodec.WriteString,
        };
        return new UploadRunner(_listener).RunAsync(flow, UploadContent.FromBytes(Bytes.Of(1), "a"), options, _listener, Token);
    }
}
