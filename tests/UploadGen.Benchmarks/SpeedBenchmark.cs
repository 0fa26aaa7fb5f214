using System.Diagnostics;
using System.Globalization;

namespace UploadGen.Benchmarks;

/// <summary>
/// Sends the same files to the same server with UploadGen, with a bare HttpClient and with curl, in turns: what else the machine does hits each of them.
/// Reports medians of the rounds, and the median of the rounds' own ratios.
/// </summary>
internal static class SpeedBenchmark
{
    private const int Rounds = 7;
    private const double GiB = 1L << 30;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("uploadgen-speed-").FullName;
        try
        {
            await using var server = await SinkProcess.StartAsync();
            string[] large = [Write(folder, "large", 1L << 30)];
            string[] small = [.. Enumerable.Range(0, 1000).Select(i => Write(folder, $"small{i}", 100 << 10))];
            Uploader[] uploaders = [Uploader.Bare(), Uploader.Engine(), .. CurlIsThere() ? [Uploader.Curl()] : Array.Empty<Uploader>()];
            Console.WriteLine("| files | | MB/s | CPU s / GiB | throughput / HttpClient | CPU / HttpClient |");
            Console.WriteLine("|---|---|--:|--:|--:|--:|");
            await CompareAsync("1 GiB, http", uploaders, server.Http, large);
            await CompareAsync("1 GiB, https", uploaders, server.Https, large);
            await CompareAsync("1,000 of 100 KiB, http", uploaders, server.Http, small);
            await CompareAsync("1,000 of 100 KiB, https", uploaders, server.Https, small);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string name, Uploader[] uploaders, Uri server, string[] files)
    {
        var bytes = files.Sum(file => new FileInfo(file).Length);
        var rounds = uploaders.Select(_ => new List<(double Seconds, double Cpu)>()).ToArray();
        // The first round warms up. Who begins changes, as what ran before may leave the machine busy.
        for (var round = -1; round < Rounds; round++)
        {
            for (var turn = 0; turn < uploaders.Length; turn++)
            {
                var i = (turn + round + 1) % uploaders.Length;
                var took = await MeasureAsync(uploaders[i], server, files);
                if (round >= 0)
                {
                    rounds[i].Add(took);
                }
            }
        }

        for (var i = 0; i < uploaders.Length; i++)
        {
            var speed = Median(rounds[i].Select(took => bytes / took.Seconds / 1e6));
            var cpu = Median(rounds[i].Select(took => took.Cpu / (bytes / GiB)));
            var speedRatio = Median(rounds[i].Zip(rounds[0], (own, bare) => bare.Seconds / own.Seconds));
            var cpuRatio = Median(rounds[i].Zip(rounds[0], (own, bare) => own.Cpu / bare.Cpu));
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"| {name} | {uploaders[i].Name} | {speed:F0} | {cpu:F2} | {speedRatio:F2} | {cpuRatio:F2} |"));
        }
    }

    private static async Task<(double Seconds, double Cpu)> MeasureAsync(Uploader uploader, Uri server, string[] files)
    {
        var cpu = Environment.CpuUsage.TotalTime.TotalSeconds + ChildrenCpu();
        var watch = Stopwatch.StartNew();
        await uploader.UploadAsync(server, files);
        return (watch.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime.TotalSeconds + ChildrenCpu() - cpu);
    }

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

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string Write(string folder, string name, long length)
    {
        var path = Path.Combine(folder, name);
        var block = new byte[Math.Min(length, 1 << 20)];
        Random.Shared.NextBytes(block);
        using var file = File.Create(path);
        for (var written = 0L; written < length; written += block.Length)
        {
            file.Write(block);
        }

        return path;
    }

    private static bool CurlIsThere()
        => (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "curl.exe" : "curl")));
}
