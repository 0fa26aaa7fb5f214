using System.Globalization;

namespace UploadGen.Benchmarks.Compiling;

/// <summary>
/// What it costs a build to have a client: generated, parsed and compiled in this process, beside NSwag's of the same document, in turns, in processor
/// time. What NSwag makes of some documents doesn't compile; those are summed apart, as compiling stops early there.
/// </summary>
internal static class CompileBenchmark
{
    private const int Runs = 2;

    public static int Run(string path)
    {
        CompileRow.Header();
        var rows = Documents(path).Select(file => CompileRow.Measure(file, Runs)).Where(row => row is not null).Select(row => row!).ToList();
        Console.WriteLine();
        Sum("where both compile", rows.Where(row => row.Peer is { Errors: 0 }).ToList());
        Sum("where NSwag's has errors", rows.Where(row => row.Peer is { Errors: > 0 }).ToList());
        Console.WriteLine($"{rows.Count(row => row.Peer is null)} documents that NSwag can't read");
        Console.WriteLine($"{rows.Count(row => row.Own.Errors > 0)} documents with errors in UploadGen's");
        return 0;
    }

    private static IEnumerable<FileInfo> Documents(string path)
        => File.Exists(path) ? [new FileInfo(path)] : new DirectoryInfo(path).GetFiles("*.json").OrderBy(file => file.Length);

    private static void Sum(string which, List<CompileRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        double Ratio(Func<CompiledClient, double> figure) => rows.Sum(row => figure(row.Own)) / rows.Sum(row => figure(row.Peer!));
        var ratios = rows.Select(row => row.Ratio).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} documents {which}, together: time {Ratio(client => client.Seconds):F2}, lines {Ratio(client => client.Lines):F2}, "
            + $"assemblies {CompileRow.Cell(Ratio(client => client.AssemblyBytes))}; "
            + $"time at the median {ratios[ratios.Count / 2]:F2}, at worst {ratios[^1]:F2}"));
    }
}
