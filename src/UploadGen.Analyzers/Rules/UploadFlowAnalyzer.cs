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
            if (UploadAnnotations.Resolve(start.Compilation) is { } annotations
                && annotations.FindNames(start.Compilation, start.CancellationToken) is var names && names.AreUsed(start.Compilation, start.CancellationToken))
            {
                var methods = new OwnMethods(start.Compilation, annotations);
                start.RegisterOperationBlockAction(block => AnalyzeBlocks(block, annotations, names, methods));
            }
        });
    }

    private static void AnalyzeBlocks(OperationBlockAnalysisContext context, UploadAnnotations annotations, UploadNames names, OwnMethods methods)
    {
        if (!names.MayBeIn(context.OperationBlocks[0].Syntax.SyntaxTree, context.CancellationToken))
        {
            return;
        }

        // A constructor's initializer and its body are two blocks of one graph.
        var takesUrl = context.OwningSymbol is IMethodSymbol method && method.Parameters.Any(annotations.IsPresignedUrl);
        var graphs = context.OperationBlocks
            .Where(block => takesUrl || (names.MayBeIn(block.Syntax, context.CancellationToken) && MentionsUpload(block, annotations)))
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
    private static bool MentionsUpload(IOperation block, UploadAnnotations annotations)
        => block.DescendantsAndSelf().Any(operation => operation switch
        {
            IInvocationOperation invocation => annotations.MethodOf(invocation.TargetMethod)?.Does(UploadSteps.Create) == true,
            IPropertyReferenceOperation reference => annotations.IsPresignedUrl(reference.Property),
            _ => false,
        });
}
