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
    private readonly List<ObservedHeaders> _headers = [];
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

    /// <summary>The calls that add headers of a session to such a request.</summary>
    public IReadOnlyList<ObservedHeaders> Headers => _headers;

    /// <summary>The places where what may be a presigned URL is logged or stored.</summary>
    public IReadOnlyList<ObservedExposure> Exposures => _exposures;

    public static UploadFlowAnalysis Analyze(
        ControlFlowGraph graph, ISymbol owner, UploadAnnotations annotations, OwnMethods methods, CancellationToken cancellationToken)
    {
        var flow = new UploadFlowAnalysis(graph.OriginalOperation);
        var functions = NestedFunctions.Of(graph, cancellationToken);
        var captures = Captures.Find(functions, graph, owner, annotations, methods.For(graph, cancellationToken), cancellationToken);
        var seen = flow.Follow(graph, Entry(owner as IMethodSymbol, annotations), captures.Facts, cancellationToken);
        var pending = new Stack<NestedFunction>(functions);
        while (pending.Count > 0)
        {
            var function = pending.Pop();
            var entry = Entry(function.Symbol, annotations);
            flow.Follow(function.Graph, seen is null ? entry : captures.Enter(function, entry, seen), captures.Facts, cancellationToken);
            foreach (var nested in NestedFunctions.Of(function.Graph, cancellationToken))
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
        var captures = Captures.Find(NestedFunctions.Of(graph, cancellationToken), graph, method, annotations, methods: null, cancellationToken);
        var analysis = new ForwardDataFlowAnalysis<FlowState>(
            graph, FlowStateLattice.Instance, new UploadTransferFunction(graph, captures.Facts), cancellationToken);
        return analysis.Run(entry) ? analysis.Exit : null;
    }

    /// <summary>Is there a step that may confirm or abort this upload, given an id of which nothing is known?</summary>
    public bool MayBeSettledUnseen(ObservedUpload upload)
        => Steps.Any(step => step.MayActOnOther
            && step.Method.Does(UploadSteps.Confirm | UploadSteps.Abort)
            && step.Method.IsOf(upload.Site.Flow)
            && !step.Sites.Contains(upload.Site));

    /// <summary>Follows one function from its entry; null if that takes too long.</summary>
    private Observations? Follow(ControlFlowGraph graph, FlowState entry, BodyFacts facts, CancellationToken cancellationToken)
    {
        var transfer = new UploadTransferFunction(graph, facts);
        var analysis = new ForwardDataFlowAnalysis<FlowState>(graph, FlowStateLattice.Instance, transfer, cancellationToken);
        if (!analysis.Run(entry))
        {
            return null;
        }

        Add(transfer.Seen, analysis.Exit);
        return transfer.Seen;
    }

    private void Add(Observations seen, FlowState? exit)
    {
        _steps.AddRange(seen.Steps);
        _uploads.AddRange(seen.Sites.Select(site => Observe(site, exit, seen)));
        _sends.AddRange(seen.Sends);
        _headers.AddRange(seen.Headers);
        _exposures.AddRange(seen.Exposures);
    }

    private static ObservedUpload Observe(CreationSite site, FlowState? exit, Observations seen)
        => new(
            site,
            exit is null ? UploadStates.None : exit[site],
            seen.Steps
                .Where(step => step.Sites.Contains(site))
                .OrderBy(step => step.Invocation.Syntax.Span.End)
                .ToList(),
            seen);

    /// <summary>The state where a function is entered. Of its arguments nothing is known but what their annotations say.</summary>
    private static FlowState Entry(IMethodSymbol? function, UploadAnnotations annotations)
        => function is null
            ? FlowState.Empty
            : function.Parameters.Aggregate(FlowState.Empty, (state, parameter) => state.Assign(new LocalKey(parameter), Argument(parameter, annotations)));

    private static TrackedValue Argument(IParameterSymbol parameter, UploadAnnotations annotations)
        => annotations.IsPresignedUrl(parameter) ? TrackedValue.Other.As(ValueRoles.Url) : TrackedValue.Other;
}
