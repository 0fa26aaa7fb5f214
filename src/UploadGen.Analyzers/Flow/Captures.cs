using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// The variables of a body that its lambdas and local functions capture. One whose functions only read it, or confirm it, is tracked. What a function that
/// confirms does is judged only if the upload is never PUT nor handed on in the whole body: it may run at any time.
/// </summary>
internal sealed class Captures
{
    private const UploadStates NeverPut = UploadStates.Created | UploadStates.ConfirmedUnput;

    private readonly IOperation _body;

    private Captures(BodyFacts facts, IOperation body)
    {
        Facts = facts;
        _body = body;
    }

    public BodyFacts Facts { get; }

    public static Captures Find(
        IReadOnlyList<NestedFunction> functions,
        ControlFlowGraph graph,
        ISymbol owner,
        UploadAnnotations annotations,
        IOwnMethods? methods,
        CancellationToken cancellationToken)
    {
        var variables = BodyVariables.Of(graph.OriginalOperation, owner);
        var facts = new BodyFacts(annotations, new(variables.Untrackable, SymbolEqualityComparer.Default), methods, cancellationToken);
        var found = new Captures(facts, graph.OriginalOperation);
        foreach (var (variable, capturing) in variables.Captured)
        {
            var uses = functions
                .Where(function => capturing.Contains(function.Symbol, SymbolEqualityComparer.Default))
                .Select(function => (function.Symbol, Use: Probe(function, variable, facts, cancellationToken)))
                .ToList();
            if (uses.Count < capturing.Count || uses.Any(use => use.Use is null))
            {
                facts.Untrackable.Add(variable);
                continue;
            }

            foreach (var (function, use) in uses)
            {
                facts.Captured[function] = facts.Captured.TryGetValue(function, out var others) ? [.. others, use!] : [use!];
            }
        }

        return found;
    }

    /// <summary>
    /// The state where a function is entered, with what it captures or what a query gives it. Nothing is known of what it captures if it may be expected to
    /// fail, or to run elsewhere.
    /// </summary>
    public FlowState Enter(NestedFunction function, FlowState entry, Observations seen)
    {
        if (seen.BoundTo(function.Symbol) is var (parameter, argument))
        {
            entry = Enter(entry, parameter, argument, seen);
        }

        if (Facts.Captured.TryGetValue(function.Symbol, out var variables) && IsRun(function))
        {
            entry = variables.Aggregate(entry, (state, captured) => Enter(state, captured.Variable, seen.StoredIn(captured.Variable), seen));
        }

        return entry;
    }

    private static FlowState Enter(FlowState entry, ISymbol variable, TrackedValue value, Observations seen)
        => value.ReachableSites
            .Aggregate(entry, (state, site) => state.Enter(site, IsNeverPut(seen.ReachedBy(site)) ? UploadStates.Created : UploadStates.Unknown))
            .Assign(new LocalKey(variable), value);

    private static bool IsNeverPut(UploadStates reached) => (reached & ~UploadStates.Captured).IsOnly(NeverPut);

    /// <summary>What a function does with the upload in a variable, tried with a new one; null if it does more than read or confirm it.</summary>
    private static CapturedVariable? Probe(NestedFunction function, ILocalSymbol variable, BodyFacts facts, CancellationToken cancellationToken)
    {
        if (!CanBeOfUpload(variable.Type, facts.Annotations))
        {
            return null;
        }

        var site = new CreationSite(null, OwnMethods.FlowOf(function.Graph.OriginalOperation, facts.Annotations) ?? UploadMethod.AnyFlow);
        var entry = function.Symbol.Parameters.Aggregate(
            FlowState.Empty.Create(site).Assign(
                new LocalKey(variable), TrackedValue.From(site).As(OwnMethods.RoleOf(KnownMembers.ResultOf(variable.Type)))),
            (state, parameter) => state.Assign(new LocalKey(parameter), TrackedValue.Other));
        var transfer = new UploadTransferFunction(function.Graph, facts);
        var analysis = new ForwardDataFlowAnalysis<FlowState>(function.Graph, FlowStateLattice.Instance, transfer, cancellationToken);
        return analysis.Run(entry) && transfer.Seen.ReachedBy(site) is var reached && (reached & ~NeverPut) == 0
            ? new CapturedVariable(variable, isConfirmed: (reached & UploadStates.ConfirmedUnput) != 0, transfer.Seen.IsAsserted(site))
            : null;
    }

    /// <summary>Can a variable of the type be a session, its id or its URL? What else depends on an upload isn't tracked once it is captured.</summary>
    private static bool CanBeOfUpload(ITypeSymbol type, UploadAnnotations annotations)
        => KnownMembers.ResultOf(type) is var result
            && (annotations.IsSession(result)
                || UrlMembers.IsUrlType(result)
                || (result.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64)
                || result is { Name: "Guid", ContainingNamespace.Name: "System" });

    /// <summary>
    /// Is the function given to a call that runs it, or only called? One that is kept may run after the file was PUT, or in a test that it fails.
    /// </summary>
    private bool IsRun(NestedFunction function)
        => function.Lambda is { } lambda
            ? ArgumentOf(lambda) is { Parent: IInvocationOperation { TargetMethod: var method } } && !ReadingMembers.ExpectsFailure(method)
            : !_body.DescendantsAndSelf()
                .OfType<IMethodReferenceOperation>()
                .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Method, function.Symbol));

    private static IOperation? ArgumentOf(IOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent as IArgumentOperation;
    }
}
