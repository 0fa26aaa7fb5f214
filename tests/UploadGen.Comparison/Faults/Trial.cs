using UploadGen.Comparison.Clients;

namespace UploadGen.Comparison.Faults;

/// <summary>A client before a fault: what it said, and what storage held then.</summary>
internal sealed record Trial(string Verdict, string Said, string Held, int Puts)
{
    /// <summary>Longer than this, nobody should wait.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1.5);

    /// <summary>A cell of the table.</summary>
    public override string ToString() => $"**{Verdict}**: {Said}; {Held} ({Puts} PUT{(Puts == 1 ? "" : "s")})";

    public static async Task<Trial> RunAsync(Fault fault, Contestant client, string file)
    {
        await using var store = new FaultyStore(fault, client.Dialect);
        using var end = new CancellationTokenSource();
        var upload = client.UploadAsync(store, file, end.Token);
        var isStuck = await Task.WhenAny(upload, Task.Delay(Limit)) != upload;
        await end.CancelAsync();
        await upload.ContinueWith(_ => { }, TaskScheduler.Default);
        var failure = upload.Exception?.InnerException;
        var bytes = await File.ReadAllBytesAsync(file, CancellationToken.None);
        var isStored = store.Held.AsSpan().SequenceEqual(bytes);
        var held = isStored ? "the file" : store.Held is null ? "nothing" : fault.IsOccupied ? "the other bytes" : "not the file";
        var verdict = isStuck ? "stuck" : failure is null ? OfSuccess(isStored) : OfFailure(fault, isStored, client.SaysItMayBeStored(failure));
        return new Trial(verdict, failure is null ? "success" : client.Describe(failure), held, store.Puts);
    }

    private static string OfSuccess(bool isStored) => isStored ? "right" : "false success";

    private static string OfFailure(Fault fault, bool isStored, bool saysItMayBe) => (isStored, saysItMayBe) switch
    {
        (true, true) => "failed though stored, and says it's unknown",
        (true, false) => "failed though stored",
        _ => fault.Passes ? "lost" : "right",
    };
}
