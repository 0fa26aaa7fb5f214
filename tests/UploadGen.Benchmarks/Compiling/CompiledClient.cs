using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UploadGen.Benchmarks.Compiling;

/// <summary>What a build pays for a document: generating a client, parsing and compiling it, on one core.</summary>
/// <param name="Generating">Processor time, in seconds.</param>
/// <param name="Parsing">Processor time, in seconds.</param>
/// <param name="Compiling">Processor time, in seconds.</param>
/// <param name="Files">How many files were generated.</param>
/// <param name="Lines">How many lines they have together.</param>
/// <param name="LongestFile">How many lines the longest has.</param>
/// <param name="Errors">The compiler's errors.</param>
/// <param name="AssemblyBytes">The size of the assembly; 0 where there are errors.</param>
internal sealed record CompiledClient(
    double Generating, double Parsing, double Compiling, int Files, int Lines, int LongestFile, int Errors, long AssemblyBytes)
{
    // As the compiler does where a project makes no documentation file.
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12, DocumentationMode.None);

    private static readonly IReadOnlyList<PortableExecutableReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsReferenced(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public double Seconds => Generating + Parsing + Compiling;

    /// <summary>The best of some runs; nothing where the generator throws.</summary>
    public static CompiledClient? Best(Contestant contestant, string json, int runs)
        => Enumerable.Range(0, runs).Select(_ => TryCompile(contestant, json)).MinBy(client => client?.Seconds ?? double.MaxValue);

    private static CompiledClient? TryCompile(Contestant contestant, string json)
    {
        GC.Collect();
        try
        {
            var begin = Now();
            var files = contestant.Generate(json);
            var generated = Now();
            var trees = files.Select(file => CSharpSyntaxTree.ParseText(file, Options)).ToList();
            var parsed = Now();
            using var assembly = new MemoryStream();
            var result = Compilation(trees).Emit(assembly);
            var lines = files.Select(file => file.Lines.Count).ToList();
            return new CompiledClient(
                generated - begin,
                parsed - generated,
                Now() - parsed,
                files.Count,
                lines.Sum(),
                lines.Max(),
                result.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
                assembly.Length);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a generator throws at a document is its result.
            Console.Error.WriteLine($"{contestant.Name}: {exception.GetType().Name}: {exception.Message}");
            return null;
        }
    }

    private static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees)
        => CSharpCompilation.Create(
            "Client",
            trees,
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                concurrentBuild: false,
                nullableContextOptions: NullableContextOptions.Enable));

    private static bool IsReferenced(string name)
        => name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "UploadGen.dll";

    private static double Now() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
