using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>A rule on the order of an upload's steps. It sees every body that has a step it is about; a compilation without the annotations costs nothing.</summary>
public abstract class UploadFlowAnalyzer : DiagnosticAnalyzer
{
    /// <summary>A body without one of these steps is not analyzed.</summary>
    private protected abstract UploadSteps RelevantSteps { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (UploadAnnotations.Resolve(start.Compilation) is { } annotations)
            {
                start.RegisterOperationBlockAction(block => AnalyzeBlocks(block, annotations));
            }
        });
    }

    /// <summary>Reports what the rule finds in one body.</summary>
    private protected abstract void Analyze(UploadFlow flow, UploadAnnotations annotations, Action<Diagnostic> report);

    private void AnalyzeBlocks(OperationBlockAnalysisContext context, UploadAnnotations annotations)
    {
        // A constructor's initializer and its body are two blocks of one graph.
        var graphs = context.OperationBlocks
            .Where(block => IsRelevant(block, annotations))
            .Select(context.GetControlFlowGraph)
            .GroupBy(graph => graph.OriginalOperation, (_, same) => same.First());
        foreach (var graph in graphs)
        {
            Analyze(UploadFlow.Analyze(graph, context.OwningSymbol, annotations, context.CancellationToken), annotations, context.ReportDiagnostic);
        }
    }

    private bool IsRelevant(IOperation block, UploadAnnotations annotations)
        => block.DescendantsAndSelf()
            .OfType<IInvocationOperation>()
            .Any(invocation => annotations.MethodOf(invocation.TargetMethod)?.Does(RelevantSteps) == true);
}
