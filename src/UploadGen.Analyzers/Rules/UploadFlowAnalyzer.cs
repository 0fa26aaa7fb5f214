using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>
/// Runs the rules on uploads over each body that creates an upload or reads a presigned URL. A body is analyzed once for all rules. A compilation that
/// doesn't refer to the annotations isn't analyzed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UploadFlowAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<IUploadFlowRule> Rules = ImmutableArray.Create<IUploadFlowRule>(
        new ConfirmWithoutPutRule(),
        new ConfirmMaybeWithoutPutRule(),
        new NeverConfirmedRule(),
        new NeverUsedRule(),
        new MediaTypeRule(),
        new AuthorizedStorageRule(),
        new HeadersNotSentRule(),
        new ExposedUrlRule(),
        new AfterConfirmRule(),
        new MixedUploadsRule(),
        new OneCallRule());

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(Rules, rule => rule.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (UploadAnnotations.Resolve(start.Compilation) is { } annotations)
            {
                var methods = new OwnMethods(start.Compilation, annotations);
                start.RegisterOperationBlockAction(block => AnalyzeBlocks(block, annotations, methods));
            }
        });
    }

    private static void AnalyzeBlocks(OperationBlockAnalysisContext context, UploadAnnotations annotations, OwnMethods methods)
    {
        // A constructor's initializer and its body are two blocks of one graph.
        var graphs = context.OperationBlocks
            .Where(block => MentionsUpload(block, context.OwningSymbol, annotations))
            .Select(context.GetControlFlowGraph)
            .GroupBy(graph => graph.OriginalOperation, (_, same) => same.First());
        foreach (var graph in graphs)
        {
            var flow = UploadFlowAnalysis.Analyze(graph, context.OwningSymbol, annotations, methods, context.CancellationToken);
            foreach (var diagnostic in Rules.SelectMany(rule => rule.Check(flow, annotations)))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    /// <summary>Does a body create an upload, which is followed from there, or read a presigned URL, which can be misused anywhere?</summary>
    private static bool MentionsUpload(IOperation block, ISymbol owner, UploadAnnotations annotations)
        => (owner is IMethodSymbol method && method.Parameters.Any(annotations.IsPresignedUrl))
            || block.DescendantsAndSelf().Any(operation => operation switch
            {
                IInvocationOperation invocation => annotations.MethodOf(invocation.TargetMethod)?.Does(UploadSteps.Create) == true,
                IPropertyReferenceOperation reference => annotations.IsPresignedUrl(reference.Property),
                _ => false,
            });
}
