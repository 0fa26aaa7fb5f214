using System.Diagnostics;
using System.Globalization;
using UploadGen.Benchmarks.Cyberun;

namespace UploadGen.Benchmarks;

/// <summary>
/// What the client takes for 1 GiB from a stream, 1 GiB from disk, and 1,000 files of 100 KiB, sixteen at a time, each through create and PUT. A small upload
/// goes before and has loaded all code.
/// </summary>
internal static class MemoryBenchmark
{
    private const long MiB = 1L << 20;
    private const long WorkingSetGoal = 32 * MiB;
    private const long HeapGoal = 8 * MiB;

    public static async Task<int> RunAsync()
    {
        await using var server = await ServerProcess.StartAsync();
        var client = new CyberunClient(new CyberunClientOptions
        {
            BaseAddress = server.CyberunBaseAddress,
            Credential = ApiCredential.FromToken(server.ApiKey),
        });
        await UploadAsync(client, Generated("small.bin", MiB));

        var isReached = await MeasureAsync("1 GiB from a stream", () => UploadAsync(client, Generated("large.bin", 1024 * MiB)));
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.OpenWrite(path))
            {
                await new GeneratedStream(1024 * MiB).CopyToAsync(file);
            }

            isReached &= await MeasureAsync(
                "1 GiB from disk", () => UploadAsync(client, UploadContent.FromFile(path, "application/octet-stream", "large.bin")));
        }
        finally
        {
            File.Delete(path);
        }

        isReached &= await MeasureAsync(
            "1,000 of 100 KiB, 16 at a time",
            () => Parallel.ForAsync(
                0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => await UploadAsync(client, Generated($"{i}.bin", 100 << 10))),
            files: 1000);
        return isReached ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(string name, Func<Task> uploadAsync, int files = 1)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var peak = PeakWorkingSet();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        await uploadAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var (heapGrowth, peakGrowth) = (GC.GetTotalMemory(forceFullCollection: false) - heap, PeakWorkingSet() - peak);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {name}, server in another process:
              allocated           {allocated / 1024.0 / files,10:F1} KiB per file
              managed heap        {heapGrowth / (double)MiB,10:F1} MiB more than before, garbage included (goal: under {HeapGoal / MiB} MiB for one file)
              peak working set    {PeakWorkingSet() / (double)MiB,10:F1} MiB
                                  {peakGrowth / (double)MiB,10:F1} MiB more than before (goal: under {WorkingSetGoal / MiB} MiB)
              time                {seconds,10:F2} s
            """));
        return peakGrowth < WorkingSetGoal && (files > 1 || heapGrowth < HeapGoal);
    }

    private static UploadContent Generated(string name, long length) => UploadContent.FromStream(new GeneratedStream(length), name, "application/octet-stream");

    private static Task<PresignFileResponse> UploadAsync(CyberunClient client, UploadContent content) => client.UploadFileAsync(content);

    private static long PeakWorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
