using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

public class UploadRunTests
{
    private const string Url = "https://storage.example/k?X-Amz-Signature=topsecret";

    private readonly List<string> _steps = [];
    private int _opened;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly UploadContent Content = UploadContent.FromBytes(new byte[10], "a.png");

    [Fact]
    public async Task The_steps_run_in_order_and_are_reported()
    {
        var progress = new ProgressLog();

        var result = await RunAsync(Flow(), progress);

        Assert.Equal("asset", result);
        Assert.Equal(["create a.png", "put session 1 10", "confirm session 1"], _steps);
        Assert.Equal([(UploadStep.Create, 0L), (UploadStep.Confirm, 10L)], progress.Reports.Select(report => (report.Step, report.BytesSent)));
    }

    [Fact]
    public async Task A_failed_put_is_not_confirmed_but_given_up()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => RunAsync(Flow(put: _ => throw Refused())));

        Assert.Equal(["create a.png", "put session 1 10", "abort session 1"], _steps);
        Assert.Contains("given up", failure.Message, StringComparison.Ordinal);
        Assert.Equal(("session 1", UploadStep.Put), (failure.UploadId, failure.Step));
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(false, false, true)]
    [InlineData(false, null, false)]
    public async Task What_nothing_confirms_and_storage_may_have_whole_is_not_given_up(bool isConfirmed, bool? isStored, bool isGivenUp)
    {
        var lost = new UploadException("lost", UploadStep.Put, "op") { IsStored = isStored };

        await Assert.ThrowsAsync<UploadException>(() => RunAsync(Flow(put: _ => throw lost, isConfirmed: isConfirmed)));

        Assert.Equal(isGivenUp, _steps.Contains("abort session 1"));
    }

    [Fact]
    public async Task An_expired_URL_is_replaced_once()
    {
        var result = await RunAsync(Flow(put: session => session == "session 1" ? throw Refused(isExpired: true) : Task.CompletedTask));

        Assert.Equal("asset", result);
        Assert.Equal(["create a.png", "put session 1 10", "abort session 1", "create a.png", "put session 2 10", "confirm session 2"], _steps);
    }

    [Fact]
    public async Task A_second_expired_URL_is_the_end()
    {
        await Assert.ThrowsAsync<UploadException>(() => RunAsync(Flow(put: _ => throw Refused(isExpired: true))));
        Assert.Equal(2, _opened);
    }

    [Fact]
    public async Task A_URL_that_says_it_has_ended_is_replaced_before_a_byte_is_sent()
    {
        const string ended = "https://storage.example/k?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60";
        await RunAsync(Flow(url: session => session == "session 1" ? ended : Url));
        Assert.Equal(["create a.png", "abort session 1", "create a.png", "put session 2 10", "confirm session 2"], _steps);
    }

    [Fact]
    public async Task A_file_that_the_API_has_already_is_neither_sent_nor_confirmed()
    {
        Assert.Equal("session 1 was there", await RunAsync(Flow(existing: "session 1")));
        Assert.Equal(["create a.png"], _steps);
    }

    [Fact]
    public async Task A_file_that_the_API_has_when_the_upload_is_opened_again_is_not_sent_again()
    {
        var result = await RunAsync(Flow(put: _ => throw Refused(isExpired: true), existing: "session 2"));

        Assert.Equal("session 2 was there", result);
        Assert.Equal(["create a.png", "put session 1 10", "abort session 1", "create a.png"], _steps);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_does_not_keep_a_file_from_storage()
    {
        const string ended = "https://storage.example/k?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60";
        Assert.Equal("asset", await RunAsync(Flow(url: _ => ended)));
    }

    [Fact]
    public async Task A_lost_answer_to_the_confirmation_gives_nothing_up()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => RunAsync(Flow(confirm: _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "it broke"))));

        Assert.DoesNotContain("abort session 1", _steps);
        Assert.Equal((UploadStep.Confirm, (bool?)true, "session 1"), (failure.Step, failure.IsStored, failure.UploadId));
        Assert.Contains("isn't known", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_that_is_refused_ends_the_upload()
    {
        var failure = await Assert.ThrowsAsync<ApiException>(() => RunAsync(Flow(confirm: _ => throw new ApiException("no") { StatusCode = 422 })));

        Assert.Contains("abort session 1", _steps);
        Assert.Equal((UploadStep.Confirm, (bool?)true), (failure.Step, failure.IsStored));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task An_upload_that_the_API_has_dropped_starts_anew(int status)
    {
        Task GoneAsync(string session) => session == "session 1" ? throw new ApiException("gone") { StatusCode = status } : Task.CompletedTask;

        Assert.Equal("asset", await RunAsync(Flow(confirm: GoneAsync)));
        Assert.Equal(
            ["create a.png", "put session 1 10", "confirm session 1", "create a.png", "put session 2 10", "confirm session 2"], _steps);

        _steps.Clear();
        _opened = 0;
        Assert.Equal("asset", await RunAsync(Flow(put: GoneAsync, goesToApi: true)));
        Assert.Equal(["create a.png", "put session 1 10", "create a.png", "put session 2 10", "confirm session 2"], _steps);
    }

    [Fact]
    public async Task An_upload_that_storage_has_dropped_starts_anew_unless_an_answer_was_lost()
    {
        Assert.Equal("asset", await RunAsync(Flow(put: session => session == "session 1" ? throw Gone(isStored: false) : Task.CompletedTask)));
        // The API has it open still.
        Assert.Equal(["create a.png", "put session 1 10", "abort session 1", "create a.png", "put session 2 10", "confirm session 2"], _steps);

        await Assert.ThrowsAsync<UploadException>(() => RunAsync(Flow(put: _ => throw Gone(isStored: null))));
        Assert.Equal(3, _opened);
    }

    [Fact]
    public async Task An_upload_that_is_dropped_when_the_confirmation_was_repeated_may_be_confirmed()
    {
        var gone = new ApiException("gone") { StatusCode = 404, Attempts = 2 };
        var failure = await Assert.ThrowsAsync<ApiException>(() => RunAsync(Flow(confirm: _ => throw gone)));
        Assert.Contains("isn't known", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, _opened);
    }

    [Fact]
    public async Task An_end_of_the_URL_is_by_the_clock_of_the_API()
    {
        const string ended = "https://storage.example/k?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60";
        var clock = new ServerClock();
        using var answer = new HttpResponseMessage { Headers = { Date = new DateTimeOffset(2020, 1, 1, 0, 0, 30, TimeSpan.Zero) } };
        clock.Read(answer);

        await new UploadRunner(NullLogger.Instance, clock: clock).RunAsync(Flow(url: _ => ended), Content, null, null, Token);

        Assert.Equal(1, _opened);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    public async Task A_confirmation_that_may_have_been_done_before_gives_nothing_up(int status)
    {
        var failure = await Assert.ThrowsAsync<ApiException>(() => RunAsync(Flow(confirm: _ => throw new ApiException("no") { StatusCode = status })));

        Assert.DoesNotContain("abort session 1", _steps);
        Assert.Contains("isn't known", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_that_was_not_sent_gives_the_upload_up()
    {
        await Assert.ThrowsAsync<RequestValidationException>(
            () => RunAsync(Flow(confirm: _ => throw new RequestValidationException("confirm", [new Violation("/a", "maxLength", "1", "2")]))));
        Assert.Contains("abort session 1", _steps);
    }

    [Fact]
    public async Task A_date_beyond_the_calendar_is_no_date()
        => Assert.Equal("asset", await RunAsync(Flow(url: _ => "https://storage.example/k?X-Amz-Date=99991231T235959Z&X-Amz-Expires=60")));

    [Fact]
    public async Task Another_size_than_was_sent_is_an_error_with_both()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => RunAsync(Flow(recordedSize: 9)));
        Assert.Contains("10 bytes were sent, but the API recorded 9", failure.Message, StringComparison.Ordinal);
        Assert.Equal((UploadStep.Confirm, (bool?)null), (failure.Step, failure.IsStored));
    }

    [Fact]
    public async Task An_API_that_cannot_be_reached_is_told_with_the_step()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => RunAsync(Flow(create: () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"))));
        Assert.Equal((UploadStep.Create, (bool?)false, true), (failure.Step, failure.IsStored, failure.IsTransient));
    }

    [Fact]
    public async Task A_canceled_upload_is_given_up()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(Flow(put: _ => throw new OperationCanceledException())));
        Assert.Contains("abort session 1", _steps);
    }

    [Fact]
    public async Task No_upload_is_opened_for_a_file_that_is_gone()
    {
        var file = new TestFile([1]);
        var content = UploadContent.FromFile(file.FilePath);
        file.Dispose();

        await Assert.ThrowsAsync<FileNotFoundException>(() => new UploadRunner(NullLogger.Instance).RunAsync(Flow(), content, null, null, Token));
        Assert.Empty(_steps);
    }

    private static UploadException Gone(bool? isStored) => new("gone", UploadStep.Put, "op") { IsGone = true, IsStored = isStored };

    private static UploadException Refused(bool isExpired = false) => new("no", UploadStep.Put, "op") { IsUrlExpired = isExpired, IsStored = false };

    private static Task<string> RunAsync(UploadFlow<string, string> flow, IProgress<UploadProgress>? progress = null)
        => new UploadRunner(NullLogger.Instance).RunAsync(flow, Content, null, progress, Token);

    private UploadFlow<string, string> Flow(
        Func<Task>? create = null,
        Func<string, Task>? put = null,
        Func<string, Task>? confirm = null,
        Func<string, string>? url = null,
        long? recordedSize = null,
        string? existing = null,
        bool goesToApi = false,
        bool isConfirmed = true)
        => new("Thing", "openThing")
        {
            Create = async (file, _) =>
            {
                _steps.Add($"create {file.FileName}");
                await (create?.Invoke() ?? Task.CompletedTask);
                return $"session {++_opened}";
            },
            Url = goesToApi ? null : url ?? (_ => Url),
            Existing = new(session => session == existing, session => $"{session} was there"),
            Id = session => session,
            Put = (session, file, _, _) =>
            {
                _steps.Add($"put {session} {file.Length}");
                return put?.Invoke(session) ?? Task.CompletedTask;
            },
            Confirm = async (session, _, _) =>
            {
                _steps.Add($"confirm {session}");
                await (confirm?.Invoke(session) ?? Task.CompletedTask);
                return "asset";
            },
            IsConfirmed = isConfirmed,
            RecordedSize = _ => recordedSize,
            Abort = (session, _) =>
            {
                _steps.Add($"abort {session}");
                return Task.CompletedTask;
            },
        };
}
