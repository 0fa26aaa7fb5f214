using Amazon.S3;
using Azure.Storage.Blobs;
using UploadGen.Comparison.Clients;
using UploadGen.Servers.Speed;

namespace UploadGen.Comparison.Speed;

/// <summary>Sends the same files with each client in turns, to a server that drops them, and to the real ones that the environment names.</summary>
internal static class SpeedComparison
{
    public static async Task<int> RunAsync()
    {
        using var files = new SpeedFiles();
        var small = files.AddThousand();
        string[] large = [files.Add("large", 256 << 20)];
        await using var sink = await SinkProcess.StartAsync();
        SpeedTable.Begin();
        foreach (var row in new[] { ToSink(sink.Http), await RealStores.S3Async(), await RealStores.AzureAsync() }.OfType<Row>())
        {
            await SpeedTable.CompareAsync($"1,000 of 100 KiB, {row.Server}", row, small);
            await SpeedTable.CompareAsync($"256 MiB, {row.Server}", row, large);
        }

        return 0;
    }

    private static Row ToSink(Uri server)
    {
        var s3 = new AmazonS3Client(S3Contestant.Credentials, S3Contestant.Config(server));
        var blobs = new BlobContainerClient(new Uri(server, "made/uploads?sv=2021-12-02&sr=c&sp=cw&sig=c2lnbmF0dXJl"));
        return new Row("http", server, [Uploader.Bare(), Uploader.Engine(), Peers.S3(s3, "uploads"), Peers.Azure(blobs)]);
    }
}
