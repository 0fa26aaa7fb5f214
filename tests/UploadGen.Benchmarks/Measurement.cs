using System.Diagnostics;

namespace UploadGen.Benchmarks;

/// <summary>What something takes once its code is compiled, and what it allocates.</summary>
/// <param name="Milliseconds">Processor time of the best run: what else the machine does adds little to it.</param>
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
            var before = Environment.CpuUsage.TotalTime;
            action();
            var milliseconds = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            if (milliseconds < best.Milliseconds)
            {
                best = new Measurement(milliseconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
            }
        }

        return best;
    }
}
