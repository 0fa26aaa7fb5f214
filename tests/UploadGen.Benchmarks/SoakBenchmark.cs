using System.Diagnostics;
using System.Globalization;
using UploadGen.Servers.Soak;
using UploadGen.Servers.Speed;

namespace UploadGen.Benchmarks;

/// <summary>20,000 uploads, or a minute's worth: nothing that the process holds may grow with their number.</summary>
internal static class SoakBenchmark
{
    private const int WarmUp = 2000;
    private const int Count = 20_000;

    public static async Task<int> RunAsync()
    {
        await using var server = await SinkProcess.StartAsync();
        var soak = new SoakRun(server.Http);
        await soak.RunAsync(WarmUp, TimeSpan.FromSeconds(20));
        var before = ResourceUse.Now();
        var watch = Stopwatch.StartNew();
        var made = await soak.RunAsync(Count, TimeSpan.FromSeconds(60));
        var seconds = watch.Elapsed.TotalSeconds;
        var after = ResourceUse.Now();

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {made} uploads in {seconds:F0} s, of which some were refused, cut, repeated or canceled:
              before  {before}
              after   {after}
            """));
        return after.Heap < before.Heap + (1 << 20) && after.Handles <= before.Handles + 16 && after.Timers <= before.Timers + 4 ? 0 : 1;
    }
}
