namespace UploadGen.Tests;

public class GroupFlushTests
{
    [Fact]
    public async Task Many_that_wait_are_served_by_one_flush_that_began_after_they_had_written()
    {
        var (written, flushed, flushes) = (0, 0, 0);
        using var begun = new SemaphoreSlim(0);
        using var gate = new ManualResetEventSlim();
        var flush = new GroupFlush(() =>
        {
            var now = Volatile.Read(ref written);
            begun.Release();
            gate.Wait(TestContext.Current.CancellationToken);
            flushed = now;
            flushes++;
        });

        var first = WriteAsync();
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        var others = Enumerable.Range(0, 100).Select(_ => WriteAsync()).ToList();
        gate.Set();
        await Task.WhenAll(others.Append(first));

        Assert.Equal(2, flushes);

        async Task WriteAsync()
        {
            var mine = Interlocked.Increment(ref written);
            await flush.FlushAsync();
            Assert.InRange(flushed, mine, 101);
        }
    }

    [Fact]
    public async Task Whoever_flushes_finds_on_the_disk_what_was_written_before()
    {
        var (written, flushed) = (0, 0);
        var flush = new GroupFlush(() =>
        {
            var now = Volatile.Read(ref written);
            Thread.Sleep(1);
            flushed = now;
        });

        var options = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), options, async (_, _) =>
        {
            var mine = Interlocked.Increment(ref written);
            await flush.FlushAsync();
            Assert.InRange(flushed, mine, 400);
        });
    }

    [Fact]
    public async Task A_flush_that_fails_fails_all_that_wait_for_it_and_nobody_after()
    {
        var fails = true;
        var flush = new GroupFlush(() => _ = fails ? throw new IOException("full") : 0);

        await Assert.ThrowsAsync<IOException>(flush.FlushAsync);
        fails = false;
        await flush.FlushAsync();
    }
}
