using UploadGen.Comparison.Clients;
using UploadGen.Servers.Speed;

namespace UploadGen.Comparison.Faults;

/// <summary>Puts each fault before each client, some at a time, and prints what became of it.</summary>
internal static class FaultComparison
{
    /// <summary>Larger than what the network holds on its way, so that a server which doesn't read is felt.</summary>
    private const int Length = 8 << 20;

    private const int Concurrency = 6;

    public static async Task<int> RunAsync()
    {
        Contestant[] clients = [new UploadGenContestant(), new S3Contestant(), new AzureContestant()];
        using var files = new SpeedFiles();
        var file = files.Add("file", Length);
        foreach (var client in clients)
        {
            // Compiles what the others would wait for.
            await Trial.RunAsync(Fault.All[0], client, file);
        }

        var pairs = Fault.All.SelectMany(fault => clients.Select(client => (Fault: fault, Client: client))).ToList();
        var trials = new Trial[pairs.Count];
        await Parallel.ForAsync(0, pairs.Count, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (i, _)
            => trials[i] = await Trial.RunAsync(pairs[i].Fault, pairs[i].Client, file));

        Console.WriteLine($"| fault | {string.Join(" | ", clients.Select(client => client.Name))} |");
        Console.WriteLine($"|---|{string.Concat(clients.Select(_ => "---|"))}");
        foreach (var (fault, row) in Fault.All.Zip(trials.Chunk(clients.Length)))
        {
            Console.WriteLine($"| {fault.Name} | {string.Join(" | ", row.AsEnumerable())} |");
        }

        return 0;
    }
}
