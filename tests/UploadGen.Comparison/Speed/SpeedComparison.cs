using System.Globalization;
using Amazon.S3;
using Azure.Storage.Blobs;
using UploadGen.Comparison.Clients;
using UploadGen.Servers.Speed;

namespace UploadGen.Comparison.Speed;

/// <summary>Sends the same files with each client in turns, to a server that drops them, and to the real ones that the environment names.</summary>
internal static class SpeedComparison
{
    private const double GiB = 1L << 30;

    public static async Task<int> RunAsync()
    {
        using var files = new SpeedFiles();
        var small = files.AddThousand();
        string[] large = [files.Add("large", 256 << 20)];
        await using var sink = await SinkProcess.StartAsync();
        Console.WriteLine("| files | | MB/s | CPU s / GiB | KiB allocated per file | throughput / first | CPU / first |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|");
        foreach (var row in new[] { ToSink(sink.Http), await RealStores.S3Async(), await RealStores.AzureAsync() }.OfType<Row>())
        {
            await CompareAsync($"1,000 of 100 KiB, {row.Server}", row, small);
            await CompareAsync($"256 MiB, {row.Server}", row, large);
        }

        return 0;
    }

    private static Row ToSink(Uri server)
    {
        var s3 = new AmazonS3Client(S3Contestant.Credentials, S3Contestant.Config(server));
        var blobs = new BlobContainerClient(new Uri(server, "made/uploads?sv=2021-12-02&sr=c&sp=cw&sig=c2lnbmF0dXJl"));
        return new Row("http", server, [Uploader.Bare(), Uploader.Engine(), Peers.S3(s3, "uploads"), Peers.Azure(blobs)]);
    }

    private static async Task CompareAsync(string name, Row row, string[] files)
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
