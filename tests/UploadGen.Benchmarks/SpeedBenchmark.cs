using System.Globalization;
using UploadGen.Servers.Speed;

namespace UploadGen.Benchmarks;

/// <summary>
/// Sends the same files to the same server with UploadGen, with a bare HttpClient and with curl, in turns. Reports medians of the rounds, and the median of
/// the rounds' own ratios.
/// </summary>
internal static class SpeedBenchmark
{
    private const double GiB = 1L << 30;

    public static async Task<int> RunAsync()
    {
        using var files = new SpeedFiles();
        await using var server = await SinkProcess.StartAsync();
        string[] large = [files.Add("large", 1L << 30)];
        var small = files.AddThousand();
        Uploader[] uploaders = [Uploader.Bare(), Uploader.Engine(), .. CurlUploader.IsThere ? [CurlUploader.Create()] : Array.Empty<Uploader>()];
        Console.WriteLine("| files | | MB/s | CPU s / GiB | throughput / HttpClient | CPU / HttpClient |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|");
        await CompareAsync("1 GiB, http", uploaders, server.Http, large);
        await CompareAsync("1 GiB, https", uploaders, server.Https, large);
        await CompareAsync("1,000 of 100 KiB, http", uploaders, server.Http, small);
        await CompareAsync("1,000 of 100 KiB, https", uploaders, server.Https, small);
        return 0;
    }

    private static async Task CompareAsync(string name, Uploader[] uploaders, Uri server, string[] files)
    {
        var bytes = files.Sum(file => new FileInfo(file).Length);
        var rounds = await PairedRounds.RunAsync([.. uploaders.Select(Func<Task> (uploader) => () => uploader.UploadAsync(server, files))]);
        for (var i = 0; i < uploaders.Length; i++)
        {
            var speed = rounds.Median(i, pace => bytes / pace.Seconds / 1e6);
            var cpu = rounds.Median(i, pace => pace.Cpu / (bytes / GiB));
            var speedRatio = rounds.Ratio(i, pace => 1 / pace.Seconds);
            var cpuRatio = rounds.Ratio(i, pace => pace.Cpu);
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"| {name} | {uploaders[i].Name} | {speed:F0} | {cpu:F2} | {speedRatio:F2} | {cpuRatio:F2} |"));
        }
    }
}
