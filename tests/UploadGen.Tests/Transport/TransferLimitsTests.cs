using System.Diagnostics;

namespace UploadGen.Tests;

/// <summary>What all uploads of a client share: how many go at a time, and how fast.</summary>
public sealed class TransferLimitsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_uploads_together_go_no_faster_than_is_allowed_and_none_stalls_meanwhile()
    {
        await using var server = await WebServer.RecordingAsync(200, "");
        var api = server.Connect(options => (options.MaxBytesPerSecond, options.StallTimeout) = (400_000, TimeSpan.FromMilliseconds(400)));
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => PutAsync(api, server, i)));

        // 800,000 bytes; the first piece goes at once.
        Assert.InRange(watch.Elapsed.TotalSeconds, 1.7, 20);
        Assert.All(server.Requests, request => Assert.Equal(Bytes.Of(200_000), request.Body));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_files_go_at_a_time_than_is_allowed_to_storage_and_to_the_API_together(int most)
    {
        var (now, peak) = (0, 0);
        await using var server = await WebServer.StartAsync(async context =>
        {
            var here = Interlocked.Increment(ref now);
            InterlockedMax(ref peak, here);
            await context.Request.Body.ReadAllAsync();
            await Task.Delay(30);
            Interlocked.Decrement(ref now);
            await context.AnswerAsync(200, "{}");
        });
        var api = server.Connect(options => options.MaxParallelTransfers = most);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? PutAsync(api, server, i) : SendAsync(api)));

        Assert.Equal(most, peak);
    }

    [Fact]
    public async Task A_redirect_takes_no_second_turn_and_a_failure_gives_its_turn_back()
    {
        var count = 0;
        await using var server = await WebServer.StartAsync(async context =>
        {
            await context.Request.Body.ReadAllAsync();
            context.Response.Headers.Location = "/elsewhere";
            await context.AnswerAsync(Interlocked.Increment(ref count) switch { 1 => 307, 3 => 503, _ => 200 });
        });
        var api = server.Connect(options => (options.MaxParallelTransfers, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        await PutAsync(api, server, 0).WaitAsync(TimeSpan.FromSeconds(30), Token);
        await PutAsync(api, server, 1).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.Equal(4, count);
    }

    [Fact]
    public async Task Who_waits_for_a_turn_can_be_canceled()
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var server = await WebServer.StartAsync(async context =>
        {
            await context.Request.Body.ReadAllAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var api = server.Connect(options => options.MaxParallelTransfers = 1);
        var uploads = new[] { PutAsync(api, server, 0, canceled.Token), PutAsync(api, server, 1, canceled.Token) };

        await canceled.CancelAsync();

        foreach (var upload in uploads)
        {
            var failure = await Assert.ThrowsAsync<UploadCanceledException>(() => upload.WaitAsync(TimeSpan.FromSeconds(30), Token));
            Assert.Equal(UploadStep.Put, failure.Step);
        }
    }

    [Fact]
    public void Limits_have_their_range()
    {
        var options = new UploadClientOptions();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxParallelTransfers = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxBytesPerSecond = 1023);
        (options.MaxParallelTransfers, options.MaxBytesPerSecond) = (1, 1024);
        (options.MaxParallelTransfers, options.MaxBytesPerSecond) = (null, null);
    }

    private static Task PutAsync(ApiConnection api, WebServer server, int index, CancellationToken? token = null)
        => api.Storage.PutAsync("op", $"{server.Address}k{index}", UploadContent.FromBytes(Bytes.Of(200_000), "a"), null, null, token ?? Token);

    private static Task SendAsync(ApiConnection api)
        => api.SendAsync(
            api.Request("send", HttpMethod.Post, "/send").Binary(UploadContent.FromBytes(Bytes.Of(1000), "a"), null, null), new ApiResponses(), Token);

    private static void InterlockedMax(ref int peak, int value)
    {
        for (var seen = peak; value > seen; seen = peak)
        {
            Interlocked.CompareExchange(ref peak, value, seen);
        }
    }
}
