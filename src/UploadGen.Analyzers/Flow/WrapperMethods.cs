using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// Private and internal methods without annotations that PUT or confirm what they are given, on every path. They are found by analyzing their bodies
/// as if each parameter were an upload that was just created. Wrappers of wrappers aren't found.
/// </summary>
internal sealed class WrapperMethods(Compilation compilation, UploadAnnotations annotations)
{
    private readonly ConcurrentDictionary<IMethodSymbol, UploadMethod?> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>The steps that a method does on its parameters; null if it isn't certain that it does any.</summary>
    public UploadMethod? MethodOf(IMethodSymbol method, CancellationToken cancellationToken)
        => IsCandidate(method) ? _methods.GetOrAdd(method.OriginalDefinition, candidate => Read(candidate, cancellationToken)) : null;

    private static bool IsCandidate(IMethodSymbol method)
        => method is
        {
            MethodKind: MethodKind.Ordinary,
            DeclaredAccessibility: Accessibility.Private or Accessibility.Internal,
            IsVirtual: false,
            IsOverride: false,
            IsAbstract: false,
            Parameters.IsEmpty: false,
            DeclaringSyntaxReferences.Length: 1,
        };

    private UploadMethod? Read(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not MethodDeclarationSyntax syntax
            || !compilation.ContainsSyntaxTree(syntax.SyntaxTree)
            || syntax.DescendantNodes().OfType<YieldStatementSyntax>().Any()
            || ControlFlowGraph.Create(syntax, compilation.GetSemanticModel(syntax.SyntaxTree), cancellationToken) is not { } graph)
        {
            return null;
        }

        var flow = graph.OriginalOperation.DescendantsAndSelf()
            .OfType<IInvocationOperation>()
            .Select(call => annotations.MethodOf(call.TargetMethod)?.Flow)
            .FirstOrDefault(name => name is not null);
        var sites = method.Parameters.ToDictionary<IParameterSymbol, IParameterSymbol, CreationSite>(
            parameter => parameter,
            _ => new CreationSite(null, flow ?? UploadMethod.AnyFlow),
            SymbolEqualityComparer.Default);
        return UploadFlowAnalysis.ExitOf(graph, method, annotations, Entry(sites), cancellationToken) is { } exit ? Summarize(sites, exit, flow) : null;
    }

    private static FlowState Entry(IReadOnlyDictionary<IParameterSymbol, CreationSite> sites)
        => sites.Aggregate(
            FlowState.Empty,
            (state, entry) => state.Create(entry.Value).Assign(new LocalKey(entry.Key), TrackedValue.From(entry.Value).As(RoleOf(entry.Key.Type))));

    private static ValueRoles RoleOf(ITypeSymbol type)
        => UrlMembers.IsUrlType(type) || type.SpecialType == SpecialType.System_String ? ValueRoles.Url : ValueRoles.Session;

    private static UploadMethod? Summarize(IReadOnlyDictionary<IParameterSymbol, CreationSite> sites, FlowState exit, string? flow)
    {
        var done = sites
            .Select(entry => (entry.Key.Ordinal, Steps: StepsTo(exit[entry.Value])))
            .Where(entry => entry.Steps != UploadSteps.None)
            .ToList();
        return done.Count == 0 ? null
            : new UploadMethod(
                done.Aggregate(UploadSteps.None, (steps, entry) => steps | entry.Steps),
                flow ?? UploadMethod.AnyFlow,
                done.Select(entry => entry.Ordinal).ToList());
    }

    /// <summary>The steps that must have been done where a parameter is in these states.</summary>
    private static UploadSteps StepsTo(UploadStates states) => states switch
    {
        UploadStates.Put => UploadSteps.Put,
        UploadStates.ConfirmedUnput => UploadSteps.Confirm,
        UploadStates.Confirmed => UploadSteps.Put | UploadSteps.Confirm,
        _ => UploadSteps.None,
    };
}
