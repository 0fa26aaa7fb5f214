using System.Diagnostics;
using System.Globalization;

namespace UploadGen.Servers.Speed;

/// <summary>Does the same work in several ways, in turns: what else the machine does hits each of them.</summary>
public sealed class PairedRounds
{
    private const int Rounds = 7;

    private readonly List<Pace>[] _paces;

    private PairedRounds(int ways) => _paces = [.. Enumerable.Range(0, ways).Select(_ => new List<Pace>())];

    public static async Task<PairedRounds> RunAsync(IReadOnlyList<Func<Task>> ways)
    {
        var rounds = new PairedRounds(ways.Count);
        // The first round warms up. Who begins changes, as what ran before may leave the machine busy.
        for (var round = -1; round < Rounds; round++)
        {
            for (var turn = 0; turn < ways.Count; turn++)
            {
                var i = (turn + round + 1) % ways.Count;
                var pace = await MeasureAsync(ways[i]);
                if (round >= 0)
                {
                    rounds._paces[i].Add(pace);
                }
            }
        }

        return rounds;
    }

    /// <summary>The median over the rounds of a way.</summary>
    public double Median(int way, Func<Pace, double> figure) => Median(_paces[way].Select(figure));

    /// <summary>The median of the rounds' own ratios: a figure of a way by that of the first.</summary>
    public double Ratio(int way, Func<Pace, double> figure) => Median(_paces[way].Zip(_paces[0], (own, first) => figure(own) / figure(first)));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static async Task<Pace> MeasureAsync(Func<Task> runAsync)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Cpu();
        var watch = Stopwatch.StartNew();
        await runAsync();
        return new Pace(watch.Elapsed.TotalSeconds, Cpu() - cpu, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    private static double Cpu() => Environment.CpuUsage.TotalTime.TotalSeconds + ChildrenCpu();

    /// <summary>Processor time of processes that were started here and have ended (proc(5): cutime and cstime, in hundredths of a second).</summary>
    private static double ChildrenCpu()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        var fields = File.ReadAllText("/proc/self/stat").Split(") ")[1].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }
}
