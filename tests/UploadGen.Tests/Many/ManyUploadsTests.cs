using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

public sealed class ManyUploadsTests
{
    private readonly ConcurrentQueue<string> _steps = new();
    private int _running;
    private int _most;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_file_has_its_outcome_and_no_more_run_than_allowed()
    {
        var outcomes = await RunAsync(Files(20), new UploadManyOptions { MaxConcurrency = 3 });

        Assert.Equal(20, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal((UploadStatus.Uploaded, $"asset {outcome.Content.FileName}"), (outcome.Status, outcome.Result)));
        Assert.Equal(3, _most);
    }

    [Fact]
    public async Task A_failure_stops_and_hides_nothing()
    {
        var outcomes = await RunAsync(Files(6), put: name => name == "2.png" ? throw new IOException("gone") : Task.CompletedTask);

        var failed = Assert.Single(outcomes, outcome => outcome.Status == UploadStatus.Failed);
        Assert.Equal(("2.png", "gone"), (failed.Content.FileName, failed.Exception!.Message));
        Assert.Equal(5, outcomes.Count(outcome => outcome.IsUploaded));
    }

    [Fact]
    public async Task Results_come_as_they_are_done_not_in_the_order_of_the_source()
    {
        var second = new TaskCompletionSource();
        List<string> order = [];

        await foreach (var outcome in Many(Files(2), put: name => name == "0.png" ? second.Task : Task.CompletedTask))
        {
            order.Add(outcome.Content.FileName);
            second.TrySetResult();
        }

        Assert.Equal(["1.png", "0.png"], order);
    }

    [Fact]
    public async Task The_source_is_pulled_only_as_places_become_free()
    {
        var pulled = 0;
        var held = new TaskCompletionSource();
        async IAsyncEnumerable<UploadContent> Source()
        {
            foreach (var file in Files(100))
            {
                await Task.Yield();
                pulled++;
                yield return file;
            }
        }

        await using var outcomes = Runner.RunManyAsync(Flow(put: (name, _) => name is "0.png" ? Task.CompletedTask : held.Task), Source(), null, null, Token)
            .GetAsyncEnumerator(Token);
        Assert.True(await outcomes.MoveNextAsync());
        Assert.InRange(pulled, 1, 5);
        held.SetResult();
    }

    [Fact]
    public async Task A_slow_source_does_not_hold_results_back()
    {
        var more = new TaskCompletionSource();
        async IAsyncEnumerable<UploadContent> Source()
        {
            yield return Files(1)[0];
            await more.Task;
        }

        await using var outcomes = Runner.RunManyAsync(Flow(), Source(), null, null, Token).GetAsyncEnumerator(Token);
        Assert.True(await outcomes.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token));
        more.SetResult();
        Assert.False(await outcomes.MoveNextAsync());
    }

    [Fact]
    public async Task A_source_that_cancels_itself_has_not_come_to_its_end()
    {
        async IAsyncEnumerable<UploadContent> Source()
        {
            yield return Files(1)[0];
            await Task.Yield();
            throw new TaskCanceledException("the page didn't come in time");
        }

        await using var outcomes = Runner.RunManyAsync(Flow(), Source(), null, null, Token).GetAsyncEnumerator(Token);
        Assert.True(await outcomes.MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await outcomes.MoveNextAsync());
    }

    [Fact]
    public async Task Canceled_files_are_given_up_and_the_others_told_as_not_started()
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        List<UploadOutcome<string>> outcomes = [];
        var many = Runner.RunManyAsync(
            Flow(put: (name, token) => name == "0.png" ? Task.CompletedTask : Task.Delay(Timeout.Infinite, token)),
            Files(9),
            new() { MaxConcurrency = 3 },
            null,
            canceled.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var outcome in many)
            {
                outcomes.Add(outcome);
                await canceled.CancelAsync();
            }
        });

        Assert.Equal(9, outcomes.Select(outcome => outcome.Content).Distinct().Count());
        Assert.Equal(1, outcomes.Count(outcome => outcome.Status == UploadStatus.Uploaded));
        var inFlight = outcomes.Where(outcome => outcome.Status == UploadStatus.Canceled).ToList();
        Assert.Equal(2, inFlight.Count);
        Assert.All(inFlight, outcome => Assert.Contains($"abort {outcome.Content.FileName}", _steps));
        Assert.Equal(6, outcomes.Count(outcome => outcome.Status == UploadStatus.NotStarted));
    }

    [Fact]
    public async Task A_confirmation_under_way_is_finished_when_all_is_canceled()
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var many = Runner.RunManyAsync(
            Flow(confirm: async token =>
            {
                await canceled.CancelAsync();
                token.ThrowIfCancellationRequested();
            }),
            Files(1), null, null, canceled.Token);

        await using var outcomes = many.GetAsyncEnumerator(Token);
        Assert.True(await outcomes.MoveNextAsync());
        Assert.Equal(UploadStatus.Uploaded, outcomes.Current.Status);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outcomes.MoveNextAsync().AsTask());
    }

    /// <summary>It is given most of a second. What became of it isn't known then, and that is told of a canceled file.</summary>
    [Fact]
    public async Task A_confirmation_that_does_not_end_is_canceled_and_it_is_told_how_the_file_stands()
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var many = Runner.RunManyAsync(
            Flow(confirm: async token =>
            {
                await canceled.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            }),
            Files(1), null, null, canceled.Token);

        await using var outcomes = many.GetAsyncEnumerator(Token);
        Assert.True(await outcomes.MoveNextAsync());

        Assert.Equal(UploadStatus.Canceled, outcomes.Current.Status);
        var told = Assert.IsType<UploadCanceledException>(outcomes.Current.Exception);
        Assert.Equal((UploadStep.Confirm, (bool?)true), (told.Step, told.IsStored));
        Assert.Contains("whether the API has confirmed it isn't known", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abort 0.png", _steps);
    }

    [Fact]
    public async Task A_file_that_is_canceled_when_it_is_stored_and_not_confirmed_yet_says_so()
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var many = Runner.RunManyAsync(Flow(put: (_, _) => canceled.CancelAsync()), Files(1), null, null, canceled.Token);

        await using var outcomes = many.GetAsyncEnumerator(Token);
        Assert.True(await outcomes.MoveNextAsync());

        Assert.Equal(UploadStatus.Canceled, outcomes.Current.Status);
        Assert.True(Assert.IsType<UploadCanceledException>(outcomes.Current.Exception).IsStored);
        Assert.Contains("abort 0.png", _steps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_in_one_request_that_is_canceled_says_whether_the_API_may_have_it(bool isWhole)
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var upload = new WholeUpload<string>("Thing", "sendThing")
        {
            ResultJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
            Send = async (file, progress, token) =>
            {
                progress!.Report(new UploadProgress { Step = UploadStep.Put, BytesSent = isWhole ? file.Length : file.Length - 1, TotalBytes = file.Length });
                await canceled.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
                return "done";
            },
        };

        await using var outcomes = Runner.RunManyAsync(upload, Files(1), null, null, canceled.Token).GetAsyncEnumerator(Token);
        Assert.True(await outcomes.MoveNextAsync());

        Assert.Equal(UploadStatus.Canceled, outcomes.Current.Status);
        Assert.Equal(isWhole, outcomes.Current.Exception is UploadCanceledException { IsStored: null } told
            && told.Message.Contains("It isn't known whether the API has it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaving_the_loop_ends_what_runs()
    {
        await foreach (var outcome in Runner.RunManyAsync(
            Flow(put: (name, token) => name == "0.png" ? Task.CompletedTask : Task.Delay(Timeout.Infinite, token)), Files(9), null, null, Token))
        {
            break;
        }

        Assert.Equal(0, _running);
        Assert.Contains("abort 1.png", _steps);
    }

    [Fact]
    public async Task What_the_source_throws_comes_after_the_uploads_that_ran()
    {
        async IAsyncEnumerable<UploadContent> Source([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return Files(1)[0];
            await Task.Delay(1, cancellationToken);
            throw new FormatException("bad list");
        }

        List<UploadOutcome<string>> outcomes = [];
        var failure = await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var outcome in Runner.RunManyAsync(Flow(put: (_, token) => Task.Delay(100, token)), Source(Token), null, null, Token))
            {
                outcomes.Add(outcome);
            }
        });

        Assert.Equal("bad list", failure.Message);
        Assert.Equal(UploadStatus.Uploaded, Assert.Single(outcomes).Status);
    }

    [Fact]
    public async Task Progress_counts_files_and_bytes_and_never_goes_back()
    {
        var reports = new ConcurrentQueue<UploadManyProgress>();

        await RunAsync(Files(10), progress: new Listener(reports.Enqueue), put: name => name == "3.png" ? throw new IOException("gone") : Task.CompletedTask);

        var last = reports.Last();
        Assert.Equal((9, 1, 0, 10, 100L), (last.FilesUploaded, last.FilesFailed, last.FilesCanceled, last.TotalFiles!.Value, last.TotalBytes!.Value));
        Assert.Equal(90, last.BytesSent);
        Assert.Equal(reports.Select(report => report.BytesSent).Order(), reports.Select(report => report.BytesSent));
    }

    [Fact]
    public void Fewer_than_one_at_a_time_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new UploadManyOptions { MaxConcurrency = 0 });

    private static UploadRunner Runner { get; } = new(NullLogger.Instance);

    private static UploadContent[] Files(int count) => [.. Enumerable.Range(0, count).Select(i => UploadContent.FromBytes(new byte[10], $"{i}.png"))];

    private async Task<List<UploadOutcome<string>>> RunAsync(
        UploadContent[] files, UploadManyOptions? options = null, IProgress<UploadManyProgress>? progress = null, Func<string, Task>? put = null)
    {
        List<UploadOutcome<string>> outcomes = [];
        await foreach (var outcome in Many(files, options, progress, put))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private IAsyncEnumerable<UploadOutcome<string>> Many(
        UploadContent[] files, UploadManyOptions? options = null, IProgress<UploadManyProgress>? progress = null, Func<string, Task>? put = null)
        => Runner.RunManyAsync(Flow((name, _) => put?.Invoke(name) ?? Task.Delay(5, Token)), files, options, progress, Token);

    private UploadFlow<string, string> Flow(Func<string, CancellationToken, Task>? put = null, Func<CancellationToken, Task>? confirm = null)
        => new("Thing", "openThing")
        {
            Create = (file, _) => Task.FromResult(file.FileName),
            Url = _ => "https://storage.example/k",
            Put = async (session, file, progress, token) =>
            {
                InterlockedMax(ref _most, Interlocked.Increment(ref _running));
                try
                {
                    await (put?.Invoke(session, token) ?? Task.CompletedTask);
                    progress?.Report(new UploadProgress { Step = UploadStep.Put, BytesSent = file.Length, TotalBytes = file.Length });
                }
                finally
                {
                    Interlocked.Decrement(ref _running);
                }
            },
            Confirm = async (session, _, token) =>
            {
                await (confirm?.Invoke(token) ?? Task.CompletedTask);
                return $"asset {session}";
            },
            Abort = (session, _) =>
            {
                _steps.Enqueue($"abort {session}");
                return Task.CompletedTask;
            },
            ResultJson = new(JsonCodec.ReadString, JsonCodec.WriteString),
        };

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private sealed class Listener(Action<UploadManyProgress> report) : IProgress<UploadManyProgress>
    {
        public void Report(UploadManyProgress value) => report(value);
    }
}
