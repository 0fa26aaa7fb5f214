using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Analyzers.Rules;

namespace UploadGen.Analyzers.Tests.Harness;

/// <summary>
/// Runs the analyzers over source text in which each expected diagnostic is marked <c>[|like this|]</c>. The source must compile; diagnostics must match by
/// id, span and count; an exception of an analyzer fails the test.
/// </summary>
internal static class AnalyzerTest
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new UploadFlowAnalyzer(), new ConstantLimitAnalyzer(), new JsonContextAnalyzer()];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly SyntaxTree Client = CSharpSyntaxTree.ParseText(TestClient.Source, ParseOptions, "Client.cs");

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Checks a method body that has a client, a request, the content and a cancellation token at hand.</summary>
    public static Task VerifyBodyAsync(string body, string rule = "UPG101") => VerifyAsync(TestClient.Method(body), rule: rule);

    /// <summary>Checks whole source text for one rule; what the others say of it is theirs to test.</summary>
    public static Task VerifyAsync(string markup, OutputKind output = OutputKind.DynamicallyLinkedLibrary, string rule = "UPG101")
        => VerifyAsync(markup, Compile(Markup.Strip(markup), output), rule);

    /// <summary>Checks whole source text that uses the clients which the generator makes of <c>specs/</c>.</summary>
    public static Task VerifyGeneratedAsync(string markup, string rule, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
        => VerifyAsync(markup, CompileGenerated(Markup.Strip(markup), output), rule);

    /// <summary>Checks whole source text that uses those clients for all rules at once.</summary>
    public static async Task VerifyAllAsync(string markup)
    {
        var source = Markup.StripRules(markup);
        var compilation = CompileGenerated(source);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var actual = Markup.Annotate(source, await AnalyzeAsync(compilation));
        Assert.True(markup == actual, $"The diagnostics are not where they were expected. Found:\n{actual}");
    }

    private static async Task VerifyAsync(string markup, CSharpCompilation compilation, string rule)
    {
        var source = Markup.Strip(markup);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var found = await AnalyzeAsync(compilation);
        var actual = Markup.Annotate(source, found.Where(diagnostic => diagnostic.Id == rule).Select(diagnostic => diagnostic.Location.SourceSpan));
        Assert.True(markup == actual, $"The diagnostics are not where they were expected. Found:\n{actual}");
    }

    /// <summary>The diagnostics of source text that need not compile.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source) => AnalyzeAsync(Compile(source));

    /// <summary>A compilation of source text beside the annotated client.</summary>
    public static CSharpCompilation Compile(string source, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
        => CSharpCompilation.Create(
            "Tests",
            [Client, CSharpSyntaxTree.ParseText(source, ParseOptions, "Test.cs")],
            References,
            new CSharpCompilationOptions(output, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A compilation of source text that refers to the clients which the generator makes of <c>specs/</c>.</summary>
    public static CSharpCompilation CompileGenerated(string source, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
        => Compile(source, output).RemoveSyntaxTrees(Client).AddReferences(GeneratedClients.Reference);

    /// <summary>The diagnostics of a compilation that need not be without errors.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation)
    {
        var exceptions = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => exceptions.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(exceptions);
        return found;
    }
}
