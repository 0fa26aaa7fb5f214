using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace UploadGen.CodeFixes.Tests;

/// <summary>A test of one rule and its fix, over source text that calls the clients which the generator made for this assembly.</summary>
internal class CodeFixTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    // The framework that the tests run on, and this assembly: nothing has to be downloaded.
    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public CodeFixTest()
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        // What isn't fixed is marked in the text after the fix, too.
        FixedState.MarkupHandling = MarkupMode.Allow;
        // Whether the analyzer can be suppressed and leaves generated code alone is no matter of its fix.
        TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        SolutionTransforms.Add((solution, _) => solution.Projects.Aggregate(solution, (changed, project) => changed
            .AddMetadataReferences(project.Id, Platform)
            .WithProjectCompilationOptions(project.Id, WithoutOtherRules(project.CompilationOptions!))));
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);

    /// <summary>The rules that this fix isn't for have tests of their own.</summary>
    private static CompilationOptions WithoutOtherRules(CompilationOptions options)
        => options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItems(new TAnalyzer().SupportedDiagnostics
            .Select(rule => rule.Id)
            .Except(new TCodeFix().FixableDiagnosticIds)
            .Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))));
}
