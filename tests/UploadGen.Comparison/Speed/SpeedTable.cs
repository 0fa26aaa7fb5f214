using System.Globalization;
using UploadGen.Servers.Speed;

namespace UploadGen.Comparison.Speed;

/// <summary>Prints what ways to send the same files cost, as a table.</summary>
internal static class SpeedTable
{
    private const double GiB = 1L << 30;

    public static void Begin()
    {
        Console.WriteLine("| files | | MB/s | CPU s / GiB | KiB allocated per file | throughput / first | CPU / first |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|");
    }

    public static async Task CompareAsync(string name, Row row, string[] files)
    {
        var bytes = files.Sum(file => new FileInfo(file).Length);
        var rounds = await PairedRounds.RunAsync([.. row.Uploaders.Select(Func<Task> (uploader) => () => uploader.UploadAsync(row.Address, files))]);
        for (var i = 0; i < row.Uploaders.Count; i++)
        {
            var speed = rounds.Median(i, pace => bytes / pace.Seconds / 1e6);
            var cpu = rounds.Median(i, pace => pace.Cpu / (bytes / GiB));
            var allocated = rounds.Median(i, pace => pace.Allocated / 1024.0 / files.Length);
            var speedRatio = rounds.Ratio(i, pace => 1 / pace.Seconds);
            var cpuRatio = rounds.Ratio(i, pace => pace.Cpu);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {row.Uploaders[i].Name} | {speed:F0} | {cpu:F2} | {allocated:F1} | {speedRatio:F2} | {cpuRatio:F2} |"));
        }
    }
}
