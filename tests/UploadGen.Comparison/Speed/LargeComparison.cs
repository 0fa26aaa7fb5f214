using UploadGen.Servers.Speed;

namespace UploadGen.Comparison.Speed;

/// <summary>Sends one file of a GiB in parts and in blocks, each beside the vendor's own client, over https to a server that drops it.</summary>
internal static class LargeComparison
{
    public static async Task<int> RunAsync()
    {
        using var files = new SpeedFiles();
        string[] file = [files.Add("large", 1 << 30)];
        await using var sink = await SinkProcess.StartAsync();
        SpeedTable.Begin();
        var parts = new Row("https", sink.Https, [LargeUploaders.Parts(), LargeUploaders.TransferUtility(sink.Https)]);
        await SpeedTable.CompareAsync("1 GiB in parts", parts, file);
        var blocks = new Row("https", new Uri(sink.Https, "made/uploads/"), [LargeUploaders.Blocks(), LargeUploaders.BlobClient()]);
        await SpeedTable.CompareAsync("1 GiB in blocks", blocks, file);
        return 0;
    }
}
