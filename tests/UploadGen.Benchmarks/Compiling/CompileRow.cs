using System.Globalization;

namespace UploadGen.Benchmarks.Compiling;

/// <summary>A document's row in the table.</summary>
/// <param name="File">The document.</param>
/// <param name="Own">UploadGen's client.</param>
/// <param name="Peer">NSwag's; nothing where it throws.</param>
internal sealed record CompileRow(FileInfo File, CompiledClient Own, CompiledClient? Peer)
{
    public double Ratio => Own.Seconds / Peer!.Seconds;

    public static void Header()
    {
        Console.WriteLine(
            "| document | KB | generate, s | parse, s | compile, s | files | lines | longest | KiB | errors "
            + "| NSwag: generate, s | parse, s | compile, s | lines | KiB | errors | time / NSwag | lines / NSwag | KiB / NSwag |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    }

    /// <summary>Nothing where UploadGen makes no client of the document.</summary>
    public static CompileRow? Measure(FileInfo file, int runs)
    {
        var json = System.IO.File.ReadAllText(file.FullName);
        if (CompiledClient.Best(Contestants.UploadGen, json, runs) is not { } own)
        {
            return null;
        }

        var row = new CompileRow(file, own, CompiledClient.Best(Contestants.NSwag, json, runs));
        Console.WriteLine(
            $"| {file.Name} | {json.Length / 1000} | {Times(own)} | {own.Files} | {own.Lines} | {own.LongestFile} | {own.AssemblyBytes / 1024} "
            + $"| {own.Errors} {row.PeerCells()}");
        return row;
    }

    /// <summary>A ratio; nothing where the peer has none.</summary>
    public static string Cell(double ratio) => double.IsFinite(ratio) ? ratio.ToString("F2", CultureInfo.InvariantCulture) : "";

    private static string Times(CompiledClient client)
        => string.Create(CultureInfo.InvariantCulture, $"{client.Generating:F2} | {client.Parsing:F2} | {client.Compiling:F2}");

    private string PeerCells() => Peer is null
        ? "| | | | | | | | | |"
        : $"| {Times(Peer)} | {Peer.Lines} | {Peer.AssemblyBytes / 1024} | {Peer.Errors} | {Cell(Ratio)} | {Cell((double)Own.Lines / Peer.Lines)} "
            + $"| {Cell((double)Own.AssemblyBytes / Peer.AssemblyBytes)} |";
}
