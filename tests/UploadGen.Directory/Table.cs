using System.Globalization;
using System.Text;

namespace UploadGen.Directory;

/// <summary>The trials as the tables of <c>docs/documents.md</c>.</summary>
internal static class Table
{
    private const int Slowest = 10;

    public static string Of(Results results)
    {
        var ours = results.Of(UploadGenTrial.Tool).ToDictionary(trial => trial.Document);
        var peers = results.Of(NSwagTrial.Tool).ToDictionary(trial => trial.Document);
        var text = new StringBuilder();
        WriteSums(text, ours, peers);
        WriteUnclean(text, ours.Values);
        WriteSlowest(text, ours, peers);
        return text.ToString();
    }

    private static void WriteSums(StringBuilder text, Dictionary<string, Trial> ours, Dictionary<string, Trial> peers)
    {
        var both = ours.Keys.Where(document => ours[document].Compiles && peers.TryGetValue(document, out var peer) && peer.Compiles).ToHashSet();
        Row row = (name, ofTrials) => Line(text, name, ofTrials(ours.Values), ofTrials(peers.Values));
        var (oursOfBoth, peersOfBoth) = (both.Select(document => ours[document]).ToList(), both.Select(document => peers[document]).ToList());
        Row rowOfBoth = (name, ofTrials) => Line(text, name, ofTrials(oursOfBoth), ofTrials(peersOfBoth));

        Line(text, "", "UploadGen", "NSwag 14.8.0");
        Line(text, "---", "--:", "--:");
        row("documents", trials => $"{trials.Count():N0}");
        row("a client is generated", trials => $"{trials.Count(trial => trial.IsGenerated):N0}");
        row("it compiles", trials => $"{trials.Count(trial => trial.Compiles):N0}");
        Line(text, "without a warning, no operation lost", $"{ours.Values.Count(trial => trial.IsClean):N0}", "");
        Line(text, "operations in the documents", $"{ours.Values.Sum(trial => trial.Operations):N0}", "");
        Line(text, "operations lost", $"{ours.Values.Sum(trial => trial.Lost):N0}", "");
        rowOfBoth("documents for which both compile", trials => $"{trials.Count():N0}");
        rowOfBoth("their lines", trials => $"{trials.Sum(trial => (long)trial.Lines):N0}");
        rowOfBoth("their assemblies, MiB", trials => $"{trials.Sum(trial => trial.AssemblyKiB) / 1024:N0}");
        rowOfBoth("generating them, processor s", trials => $"{trials.Sum(trial => trial.Generating):N0}");
        rowOfBoth("compiling them, processor s", trials => $"{trials.Sum(trial => trial.Compiling):N0}");
    }

    private static void WriteUnclean(StringBuilder text, IEnumerable<Trial> ours)
    {
        var unclean = ours.Where(trial => !trial.IsClean).OrderBy(trial => trial.Document, StringComparer.Ordinal).ToList();
        text.Append(CultureInfo.InvariantCulture, $"\nNot clean: {unclean.Count}\n\n");
        foreach (var trial in unclean)
        {
            Line(text, trial.Document, $"{trial.Errors} errors, {trial.Warnings} warnings, {trial.Lost} lost", trial.Failure + trial.Note);
        }
    }

    private static void WriteSlowest(StringBuilder text, Dictionary<string, Trial> ours, Dictionary<string, Trial> peers)
    {
        text.Append('\n');
        string[] head = ["the slowest", "MB", "operations", "lines", "generating, s", "compiling, s", "MiB", "NSwag: generating", "compiling", "errors"];
        Line(text, head);
        Line(text, ["---", .. Enumerable.Repeat("--:", head.Length - 1)]);
        foreach (var trial in ours.Values.OrderByDescending(trial => trial.Seconds).Take(Slowest))
        {
            var peer = peers.GetValueOrDefault(trial.Document);
            Line(
                text,
                trial.Document,
                Number(trial.KiB / 1024.0),
                $"{trial.Operations:N0}",
                $"{trial.Lines:N0}",
                Number(trial.Generating),
                Number(trial.Compiling),
                $"{trial.PeakMiB:N0}",
                peer is null ? "" : peer.IsGenerated ? Number(peer.Generating) : "none",
                peer is { IsGenerated: true } ? Number(peer.Compiling) : "",
                peer is { IsGenerated: true } ? $"{peer.Errors:N0}" : "");
        }
    }

    private static string Number(double value) => value.ToString("N1", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, params string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private delegate void Row(string name, Func<IEnumerable<Trial>, string> ofTrials);
}
