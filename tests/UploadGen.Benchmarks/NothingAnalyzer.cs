using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UploadGen.Benchmarks;

/// <summary>
/// Looks at every operation block and does nothing: what it costs, the compiler takes to bind code for analyzers. An SDK's own analyzers make it do so in every
/// project.
/// </summary>
#pragma warning disable RS1036, RS1038, RS2008 // no analyzer that is shipped
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NothingAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = new("NONE", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Hidden, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationBlockAction(_ => { });
        context.RegisterOperationAction(_ => { }, OperationKind.SimpleAssignment, OperationKind.Argument);
    }
}
