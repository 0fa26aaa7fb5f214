namespace UploadGen.Tests;

public class GroupFlushTests
{
    [Fact]
    public async Task Many_that_wait_are_served_by_few_flushes_each_of_which_began_after_they_had_written()
    {
        var (written, flushed, flushes) = (0, 0, 0);
        var flush = new GroupFlush(() =>
        {
            var now = Volatile.Read(ref written);
            Thread.Sleep(5);
            flushed = now;
            flushes++;
        });

        var options = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), options, async (_, _) =>
        {
            var mine = Interlocked.Increment(ref written);
            await flush.FlushAsync();
            Assert.InRange(flushed, mine, 400);
        });

        Assert.InRange(flushes, 7, 100);
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
