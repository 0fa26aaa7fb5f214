using System.Diagnostics;

namespace UploadGen.Benchmarks;

/// <summary>How long something takes once the code is compiled, and what it allocates.</summary>
/// <param name="Milliseconds">The shortest of the runs: whatever else the machine does only adds to it.</param>
/// <param name="Bytes">Allocated by that run.</param>
internal readonly record struct Measurement(double Milliseconds, long Bytes)
{
    public double MiB => Bytes / (double)(1 << 20);

    public static Measurement operator +(Measurement left, Measurement right) => new(left.Milliseconds + right.Milliseconds, left.Bytes + right.Bytes);

    /// <summary>Runs it until the budget is spent, at least three times, after a run to warm up.</summary>
    public static Measurement Of(Action action, TimeSpan? budget = null)
    {
        action();
        var best = new Measurement(double.MaxValue, 0);
        var spent = Stopwatch.StartNew();
        for (var run = 0; run < 3 || spent.Elapsed < (budget ?? TimeSpan.FromSeconds(3)); run++)
        {
            GC.Collect();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            action();
            var milliseconds = watch.Elapsed.TotalMilliseconds;
            if (milliseconds < best.Milliseconds)
            {
                best = new Measurement(milliseconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
            }
        }

        return best;
    }
}
