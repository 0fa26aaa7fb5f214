using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Generator.Diagnostics;

namespace UploadGen.Generator.Harness;

/// <summary>Runs generator and document analyzer over documents, in a project as strict as C# projects come.</summary>
public sealed class GeneratorRun
{
    private const string AnnotationsOnly = "#nullable enable annotations";

    private static readonly ImmutableArray<MetadataReference> References = PlatformReferences(
        name => name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "UploadGen.dll");

    private readonly ImmutableArray<AdditionalText> _texts;
    private readonly ItemMetadata _metadata;
    private readonly CSharpParseOptions _parse;
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _input;
    private readonly Compilation _output;

    private GeneratorRun(
        ImmutableArray<AdditionalText> texts,
        ItemMetadata metadata,
        LanguageVersion language,
        NullableContextOptions nullable,
        string source,
        IEnumerable<MetadataReference> references)
    {
        _texts = texts;
        _metadata = metadata;
        _parse = new CSharpParseOptions(language, DocumentationMode.Diagnose);
        _driver = CSharpGeneratorDriver.Create([new UploadClientGenerator().AsSourceGenerator()], texts, _parse, metadata);
        _input = Compilation(source, nullable, _parse).AddReferences(references);
        Result = _driver.RunGeneratorsAndUpdateCompilation(_input, out _output, out _).GetRunResult().Results[0];
    }

    public GeneratorRunResult Result { get; }

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public Compilation Output => _output;

    public static GeneratorRun Of(
        AdditionalText text,
        LanguageVersion language = LanguageVersion.CSharp12,
        NullableContextOptions nullable = NullableContextOptions.Enable,
        string source = "",
        string rootNamespace = "Shop")
        => new([text], new ItemMetadata(rootNamespace), language, nullable, source, []);

    public static GeneratorRun Of(
        string json,
        IReadOnlyDictionary<string, string>? metadata = null,
        string path = "api.json",
        NullableContextOptions nullable = NullableContextOptions.Enable,
        string source = "")
        => new([new InMemoryText(path, json)], new ItemMetadata("Shop", metadata), LanguageVersion.CSharp12, nullable, source, []);

    /// <summary>A project of several documents.</summary>
    /// <param name="texts">Its AdditionalFiles.</param>
    /// <param name="metadata">What it says about them.</param>
    /// <param name="references">What it refers to besides the framework and the library.</param>
    /// <param name="nullable">Its nullable context.</param>
    public static GeneratorRun Of(
        IEnumerable<AdditionalText> texts,
        ItemMetadata? metadata = null,
        IEnumerable<MetadataReference>? references = null,
        NullableContextOptions nullable = NullableContextOptions.Enable)
        => new([.. texts], metadata ?? new ItemMetadata("Shop"), LanguageVersion.CSharp12, nullable, "", references ?? []);

    /// <summary>Assemblies of the framework that the tests run on, and of the packages they refer to, by file name.</summary>
    public static ImmutableArray<MetadataReference> PlatformReferences(Func<string, bool> isWanted)
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => isWanted(Path.GetFileName(path)))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();

    public static CSharpCompilation Compilation(string source, NullableContextOptions nullable, CSharpParseOptions parse)
        => CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText(source, parse, "Program.cs")],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                generalDiagnosticOption: ReportDiagnostic.Error,
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)], // a newer version than was compiled against; the SDK suppresses it too
                nullableContextOptions: nullable,
                warningLevel: 9999));

    /// <summary>What the compiler says of the output: every warning counts as an error, and those about null are on in what is generated, too.</summary>
    public IReadOnlyList<string> Complaints()
        => CheckedForNull().GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString())
            .ToList();

    private Compilation CheckedForNull()
    {
        var trees = _output.SyntaxTrees.Select(tree => tree.ToString() is var text && text.Contains(AnnotationsOnly, StringComparison.Ordinal)
            ? CSharpSyntaxTree.ParseText(text.Replace(AnnotationsOnly, "#nullable enable", StringComparison.Ordinal), _parse, tree.FilePath)
            : tree);
        // Whether all is there that is required is made sure of while it is read.
        var options = _output.Options.SpecificDiagnosticOptions.SetItem("CS8618", ReportDiagnostic.Suppress);
        return _output.RemoveAllSyntaxTrees().AddSyntaxTrees(trees).WithOptions(_output.Options.WithSpecificDiagnosticOptions(options));
    }

    /// <summary>Nothing was thrown, and the output compiles without a warning.</summary>
    public GeneratorRun AssertCompiles()
    {
        Assert.Null(Result.Exception);
        Assert.All(Result.Diagnostics, diagnostic => Assert.StartsWith("UPG", diagnostic.Id, StringComparison.Ordinal));
        Assert.True(Complaints().Count == 0, string.Join("\n", Complaints()));
        return this;
    }

    /// <summary>
    /// What generator and document analyzer report of documents, in a project that lets warnings be warnings. An exception inside the analyzer
    /// is among it.
    /// </summary>
    public async Task<IReadOnlyList<Diagnostic>> DocumentDiagnosticsAsync(CancellationToken cancellationToken = default)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(_texts, _metadata), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var compilation = _input.WithOptions(_input.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        var failures = Result.Diagnostics.IsEmpty ? [] : _driver.RunGenerators(compilation, cancellationToken).GetRunResult().Diagnostics;
        var diagnostics = await new CompilationWithAnalyzers(compilation, [new SpecDiagnosticsAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        return failures.Concat(diagnostics).OrderBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition).ToList();
    }

    /// <summary>The same as the compiler prints it: <c>api.json(3,15): error UPG001: …</c></summary>
    public async Task<IReadOnlyList<string>> PrintedDocumentDiagnosticsAsync()
        => (await DocumentDiagnosticsAsync(TestContext.Current.CancellationToken)).Select(diagnostic => diagnostic.ToString()).ToList();
}
