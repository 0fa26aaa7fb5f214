using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>The uploads and upload steps of one body, with its lambdas and local functions. The flow rules judge it.</summary>
internal sealed class UploadFlowAnalysis
{
    private readonly List<ObservedStep> _steps = [];
    private readonly List<ObservedUpload> _uploads = [];
    private readonly List<ObservedSend> _sends = [];
    private readonly List<ObservedExposure> _exposures = [];

    private UploadFlowAnalysis(IOperation body) => Body = body;

    /// <summary>The body as it is written.</summary>
    public IOperation Body { get; }

    /// <summary>The steps, each with what is known on all paths that lead to it.</summary>
    public IReadOnlyList<ObservedStep> Steps => _steps;

    /// <summary>The uploads that are created.</summary>
    public IReadOnlyList<ObservedUpload> Uploads => _uploads;

    /// <summary>The requests to what may be a presigned URL that are sent without the generated client.</summary>
    public IReadOnlyList<ObservedSend> Sends => _sends;

    /// <summary>The places where what may be a presigned URL is logged or stored.</summary>
    public IReadOnlyList<ObservedExposure> Exposures => _exposures;

    public static UploadFlowAnalysis Analyze(
        ControlFlowGraph graph, ISymbol owner, UploadAnnotations annotations, WrapperMethods wrappers, CancellationToken cancellationToken)
    {
        var untrackable = UntrackableVariables.Find(graph.OriginalOperation, owner);
        var flow = new UploadFlowAnalysis(graph.OriginalOperation);
        var pending = new Stack<(ControlFlowGraph Graph, IMethodSymbol? Function)>([(graph, owner as IMethodSymbol)]);
        while (pending.Count > 0)
        {
            var (current, function) = pending.Pop();
            var transfer = new UploadTransferFunction(current, annotations, untrackable, called => wrappers.MethodOf(called, cancellationToken));
            var analysis = new ForwardDataFlowAnalysis<FlowState>(current, FlowStateLattice.Instance, transfer, cancellationToken);
            if (analysis.Run(Entry(function, annotations)))
            {
                flow.Add(transfer.Seen, analysis.Exit);
            }

            foreach (var nested in NestedFunctions(current, cancellationToken))
            {
                pending.Push(nested);
            }
        }

        return flow;
    }

    /// <summary>The state where a method returns that was entered with a state; null if it never returns, or takes too long to analyze.</summary>
    public static FlowState? ExitOf(
        ControlFlowGraph graph, IMethodSymbol method, UploadAnnotations annotations, FlowState entry, CancellationToken cancellationToken)
    {
        var transfer = new UploadTransferFunction(graph, annotations, UntrackableVariables.Find(graph.OriginalOperation, method), wrapperOf: null);
        var analysis = new ForwardDataFlowAnalysis<FlowState>(graph, FlowStateLattice.Instance, transfer, cancellationToken);
        return analysis.Run(entry) ? analysis.Exit : null;
    }

    /// <summary>Is there a step that may confirm or abort this upload, given an id of which nothing is known?</summary>
    public bool MayBeSettledUnseen(ObservedUpload upload)
        => Steps.Any(step => step.MayActOnOther
            && step.Method.Does(UploadSteps.Confirm | UploadSteps.Abort)
            && step.Method.IsOf(upload.Site.Flow)
            && !step.Sites.Contains(upload.Site));

    private void Add(Observations seen, FlowState? exit)
    {
        _steps.AddRange(seen.Steps);
        _uploads.AddRange(seen.Sites.Select(site => Observe(site, exit, seen)));
        _sends.AddRange(seen.Sends);
        _exposures.AddRange(seen.Exposures);
    }

    private static ObservedUpload Observe(CreationSite site, FlowState? exit, Observations seen)
        => new(
            site,
            exit is null ? UploadStates.None : exit[site],
            seen.Steps
                .Where(step => step.Sites.Contains(site))
                .OrderBy(step => step.Invocation.Syntax.Span.End)
                .ToList());

    /// <summary>The state where a function is entered. Of its arguments nothing is known but what their annotations say.</summary>
    private static FlowState Entry(IMethodSymbol? function, UploadAnnotations annotations)
        => function is null
            ? FlowState.Empty
            : function.Parameters.Aggregate(FlowState.Empty, (state, parameter) => state.Assign(new LocalKey(parameter), Argument(parameter, annotations)));

    private static TrackedValue Argument(IParameterSymbol parameter, UploadAnnotations annotations)
        => annotations.IsPresignedUrl(parameter) ? TrackedValue.Other.As(ValueRoles.Url) : TrackedValue.Other;

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
