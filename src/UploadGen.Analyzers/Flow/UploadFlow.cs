using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>The upload steps of one body, its lambdas and local functions included: what the flow rules look at.</summary>
internal sealed class UploadFlow
{
    private UploadFlow(IReadOnlyList<ObservedStep> steps) => Steps = steps;

    /// <summary>The steps, each seen on every path that leads to it.</summary>
    public IReadOnlyList<ObservedStep> Steps { get; }

    public static UploadFlow Analyze(ControlFlowGraph graph, ISymbol owner, UploadAnnotations annotations, CancellationToken cancellationToken)
    {
        var untrackable = UntrackableVariables.Find(graph.OriginalOperation, owner);
        var steps = new List<ObservedStep>();
        var pending = new Stack<(ControlFlowGraph Graph, IMethodSymbol? Function)>([(graph, owner as IMethodSymbol)]);
        while (pending.Count > 0)
        {
            var (current, function) = pending.Pop();
            var transfer = new UploadTransferFunction(current, annotations, untrackable);
            var analysis = new ForwardDataFlowAnalysis<FlowState>(current, FlowStateLattice.Instance, transfer, cancellationToken);
            if (analysis.Run(Entry(function)))
            {
                steps.AddRange(transfer.Steps);
            }

            foreach (var nested in NestedFunctions(current, cancellationToken))
            {
                pending.Push(nested);
            }
        }

        return new UploadFlow(steps);
    }

    /// <summary>A function starts with arguments that nothing is known about.</summary>
    private static FlowState Entry(IMethodSymbol? function)
        => function is null
            ? FlowState.Empty
            : function.Parameters.Aggregate(FlowState.Empty, (state, parameter) => state.Assign(new LocalKey(parameter), TrackedValue.Other));

    private static IEnumerable<(ControlFlowGraph Graph, IMethodSymbol? Function)> NestedFunctions(ControlFlowGraph graph, CancellationToken cancellationToken)
    {
        foreach (var function in graph.LocalFunctions)
        {
            yield return (graph.GetLocalFunctionControlFlowGraph(function, cancellationToken), function);
        }

        foreach (var function in graph.Operations().OfType<IFlowAnonymousFunctionOperation>())
        {
            yield return (graph.GetAnonymousFunctionControlFlowGraph(function, cancellationToken), function.Symbol);
        }
    }
}
