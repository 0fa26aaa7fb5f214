using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>The uploads and upload steps of one body, its lambdas and local functions included: what the flow rules look at.</summary>
internal sealed class UploadFlow
{
    private UploadFlow(IReadOnlyList<ObservedStep> steps, IReadOnlyList<ObservedUpload> uploads)
    {
        Steps = steps;
        Uploads = uploads;
    }

    /// <summary>The steps, each seen on every path that leads to it.</summary>
    public IReadOnlyList<ObservedStep> Steps { get; }

    /// <summary>The uploads that are created.</summary>
    public IReadOnlyList<ObservedUpload> Uploads { get; }

    public static UploadFlow Analyze(ControlFlowGraph graph, ISymbol owner, UploadAnnotations annotations, CancellationToken cancellationToken)
    {
        var untrackable = UntrackableVariables.Find(graph.OriginalOperation, owner);
        var steps = new List<ObservedStep>();
        var uploads = new List<ObservedUpload>();
        var pending = new Stack<(ControlFlowGraph Graph, IMethodSymbol? Function)>([(graph, owner as IMethodSymbol)]);
        while (pending.Count > 0)
        {
            var (current, function) = pending.Pop();
            var transfer = new UploadTransferFunction(current, annotations, untrackable);
            var analysis = new ForwardDataFlowAnalysis<FlowState>(current, FlowStateLattice.Instance, transfer, cancellationToken);
            if (analysis.Run(Entry(function)))
            {
                steps.AddRange(transfer.Steps);
                uploads.AddRange(transfer.Sites.Select(site => Observe(site, analysis.Exit, transfer)));
            }

            foreach (var nested in NestedFunctions(current, cancellationToken))
            {
                pending.Push(nested);
            }
        }

        return new UploadFlow(steps, uploads);
    }

    /// <summary>Is there a step that ends an upload of the flow and may be about this one: given an id that isn't known to be another's?</summary>
    public bool MayBeSettledUnseen(ObservedUpload upload)
        => Steps.Any(step => step.MayActOnOther && step.Method.Does(UploadSteps.Confirm | UploadSteps.Abort) && step.Method.Flow == upload.Site.Flow && !step.Sites.Contains(upload.Site));

    private static ObservedUpload Observe(CreationSite site, FlowState? exit, UploadTransferFunction transfer)
        => new(
            site,
            exit is null ? UploadStates.None : exit[site],
            transfer.Steps
                .Where(step => step.Sites.Contains(site))
                .OrderBy(step => step.Invocation.Syntax.Span.End)
                .ToList());

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
