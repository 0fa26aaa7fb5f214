using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Analyzers.Rules;

namespace UploadGen.Benchmarks;

/// <summary>
/// The analyzers over a project of 2,000 files, 200 of which use a generated client, over one that only refers to a client, and over one that doesn't know
/// UploadGen: their time as the compiler reports it (<c>-reportanalyzer</c>), beside what the compiler takes to bind and emit the same project, both elapsed;
/// and the processor time that analysis takes more than with an analyzer that does nothing. Compilation and analysis take turns, and each figure is the median
/// of the rounds, so that other work on the machine adds to both sides alike: the ratios say more than the times.
/// </summary>
internal static class AnalysisBenchmark
{
    private const int Files = 2_000;
    private const int Rounds = 9;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new UploadFlowAnalyzer(), new ConstantLimitAnalyzer()];

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| project | compile, ms | flow rules, ms | UPG105, ms | of compile time | processor time more |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        await MeasureAsync("2,000 files, 200 with the client", uploading: 200, withUploadGen: true);
        await MeasureAsync("2,000 files, none with the client", uploading: 0, withUploadGen: true);
        await MeasureAsync("2,000 files without UploadGen", uploading: 0, withUploadGen: false);
        return 0;
    }

    private static async Task MeasureAsync(string name, int uploading, bool withUploadGen)
    {
        var trees = GeneratedProject.Trees(Files, uploading);
        var (compile, flow, limits, ratio, more) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var emitted = Measure(() => Emit(trees, withUploadGen));
            var (none, _) = await AnalyzeAsync(trees, withUploadGen, [new NothingAnalyzer()]);
            var (all, times) = await AnalyzeAsync(trees, withUploadGen, Analyzers);
            // The first round warms up.
            if (round > 0)
            {
                compile.Add(emitted.Elapsed);
                flow.Add(times[0]);
                limits.Add(times[1]);
                ratio.Add(100 * times.Sum() / emitted.Elapsed);
                more.Add(100 * (all - none) / emitted.Processor);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Median(compile):F0} | {Median(flow):F1} | {Median(limits):F1} | {Median(ratio):F2} % | {Median(more):F1} % |"));
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

    /// <summary>The processor time of an analysis, and the time of each analyzer, in milliseconds.</summary>
    private static async Task<(double Processor, double[] Times)> AnalyzeAsync(
        IReadOnlyList<SyntaxTree> trees, bool withUploadGen, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var compilation = GeneratedProject.Compile(trees, withUploadGen).WithAnalyzers(analyzers, options);
        var found = await compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        if (found.Length > 0)
        {
            throw new InvalidOperationException($"The project is without mistakes, and {found[0]} was reported.");
        }

        var times = new double[analyzers.Length];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = (await compilation.GetAnalyzerTelemetryInfoAsync(analyzers[i], CancellationToken.None)).ExecutionTime.TotalMilliseconds;
        }

        return (processor, times);
    }

    private static (double Elapsed, double Processor) Measure(Action action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
