using System.Diagnostics;
using System.Globalization;
using UploadGen.Benchmarks.Cyberun;

namespace UploadGen.Benchmarks;

/// <summary>
/// Uploads 1 GiB from a stream through create and PUT, and reports what the client took for it: bytes allocated and the
/// growth of its peak working set over that of a small upload, which has loaded all code.
/// </summary>
internal static class MemoryBenchmark
{
    private const long MiB = 1L << 20;
    private const long Goal = 32 * MiB;

    public static async Task<int> RunAsync()
    {
        await using var server = await ServerProcess.StartAsync();
        var client = new CyberunClient(new CyberunClientOptions
        {
            BaseAddress = server.CyberunBaseAddress,
            Credential = ApiCredential.FromToken(server.ApiKey),
        });

        await UploadAsync(client, "small.bin", MiB);
        var peakBefore = PeakWorkingSet();
        var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        await UploadAsync(client, "large.bin", 1024 * MiB);
        var seconds = watch.Elapsed.TotalSeconds;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        var growth = PeakWorkingSet() - peakBefore;

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            1 GiB from a stream, create and PUT, server in another process:
              allocated           {allocated / 1024.0,10:F1} KiB
              peak working set    {PeakWorkingSet() / (double)MiB,10:F1} MiB, {growth / (double)MiB:F1} MiB more than after 1 MiB (goal: under {Goal / MiB} MiB)
              time                {seconds,10:F2} s
            """));
        return growth < Goal ? 0 : 1;
    }

    private static Task<PresignFileResponse> UploadAsync(CyberunClient client, string name, long length)
        => client.UploadFileAsync(UploadContent.FromStream(new GeneratedStream(length), name, "application/octet-stream"));

    private static long PeakWorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
