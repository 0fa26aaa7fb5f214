using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Analyzers.Rules;

namespace UploadGen.Benchmarks;

/// <summary>
/// The analyzers over a project of 2,000 files, 200 of which use a generated client, and over one that doesn't know UploadGen: their time as the compiler
/// reports it (<c>-reportanalyzer</c>), beside what the compiler takes to bind and emit the same project.
/// </summary>
internal static class AnalysisBenchmark
{
    private const int Files = 2_000;
    private const int Runs = 5;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new UploadFlowAnalyzer(), new ConstantLimitAnalyzer()];

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| project | compile, ms | flow rules, ms | UPG105, ms | of compile time |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        await MeasureAsync("2,000 files, 200 with the client", uploading: 200, withUploadGen: true);
        await MeasureAsync("2,000 files, none with the client", uploading: 0, withUploadGen: true);
        await MeasureAsync("2,000 files without UploadGen", uploading: 0, withUploadGen: false);
        return 0;
    }

    private static async Task MeasureAsync(string name, int uploading, bool withUploadGen)
    {
        var trees = GeneratedProject.Trees(Files, uploading);
        var compile = Measurement.Of(() => Emit(trees, withUploadGen));
        var best = new[] { TimeSpan.MaxValue, TimeSpan.MaxValue };
        for (var run = 0; run < Runs; run++)
        {
            var times = await AnalyzeAsync(trees, withUploadGen);
            best = [.. best.Zip(times, (left, right) => left < right ? left : right)];
        }

        var all = best.Sum(time => time.TotalMilliseconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {compile.Milliseconds:F0} | {best[0].TotalMilliseconds:F1} | {best[1].TotalMilliseconds:F1} "
            + $"| {100 * all / compile.Milliseconds:F2} % |"));
    }

    private static void Emit(IReadOnlyList<SyntaxTree> trees, bool withUploadGen)
    {
        var result = GeneratedProject.Compile(trees, withUploadGen).Emit(Stream.Null);
        if (!result.Success)
        {
            throw new InvalidOperationException(
                "The project doesn't compile: " + result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }
    }

    private static async Task<TimeSpan[]> AnalyzeAsync(IReadOnlyList<SyntaxTree> trees, bool withUploadGen)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var compilation = GeneratedProject.Compile(trees, withUploadGen).WithAnalyzers(Analyzers, options);
        var found = await compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        if (found.Length > 0)
        {
            throw new InvalidOperationException($"The project is without mistakes, and {found[0]} was reported.");
        }

        var times = new TimeSpan[Analyzers.Length];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = (await compilation.GetAnalyzerTelemetryInfoAsync(Analyzers[i], CancellationToken.None)).ExecutionTime;
        }

        return times;
    }
}
