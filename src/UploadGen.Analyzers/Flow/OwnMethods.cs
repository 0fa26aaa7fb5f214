using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// Methods of the project that other projects can't call, and that carry no annotations: whether they PUT or confirm what they are given, on every path, and
/// whether they ever return. Their bodies are analyzed as if each parameter were an upload that was just created. Wrappers of wrappers aren't found.
/// </summary>
internal sealed class OwnMethods(Compilation compilation, UploadAnnotations annotations)
{
    private readonly ConcurrentDictionary<IMethodSymbol, UploadMethod?> _steps = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _neverReturns = new(SymbolEqualityComparer.Default);

    /// <summary>The methods as one body sees them, with the local functions in it.</summary>
    public IOwnMethods For(ControlFlowGraph body, CancellationToken cancellationToken) => new InBody(this, body, cancellationToken);

    private UploadMethod? StepsOf(IMethodSymbol method, CancellationToken cancellationToken)
        => IsCandidate(method) && !method.Parameters.IsEmpty
            ? _steps.GetOrAdd(
                method.OriginalDefinition,
                candidate => GraphOf(candidate, cancellationToken) is { } graph ? Read(candidate, graph, cancellationToken) : null)
            : null;

    private bool NeverReturns(IMethodSymbol method, CancellationToken cancellationToken)
        => IsCandidate(method)
            && _neverReturns.GetOrAdd(method.OriginalDefinition, candidate => GraphOf(candidate, cancellationToken) is { } graph && NeverReturns(graph));

    private static bool NeverReturns(ControlFlowGraph graph) => !graph.Blocks[graph.Blocks.Length - 1].IsReachable;

    private static bool IsCandidate(IMethodSymbol method)
        => method is { MethodKind: MethodKind.Ordinary, IsVirtual: false, IsOverride: false, IsAbstract: false, DeclaringSyntaxReferences.Length: 1 }
            && IsHidden(method);

    /// <summary>Can only code of this project call it?</summary>
    private static bool IsHidden(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return true;
            }
        }

        return false;
    }

    private ControlFlowGraph? GraphOf(IMethodSymbol method, CancellationToken cancellationToken)
        => method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is MethodDeclarationSyntax syntax
            && compilation.ContainsSyntaxTree(syntax.SyntaxTree)
            && !IsIterator(syntax)
                ? ControlFlowGraph.Create(syntax, compilation.GetSemanticModel(syntax.SyntaxTree), cancellationToken)
                : null;

    private static bool IsIterator(SyntaxNode method) => method.DescendantNodes().OfType<YieldStatementSyntax>().Any();

    private UploadMethod? Read(IMethodSymbol method, ControlFlowGraph graph, CancellationToken cancellationToken)
    {
        var flow = FlowOf(graph.OriginalOperation, annotations);
        var sites = method.Parameters.ToDictionary<IParameterSymbol, IParameterSymbol, CreationSite>(
            parameter => parameter,
            _ => new CreationSite(null, flow ?? UploadMethod.AnyFlow),
            SymbolEqualityComparer.Default);
        return UploadFlowAnalysis.ExitOf(graph, method, annotations, Entry(sites), cancellationToken) is { } exit ? Summarize(sites, exit, flow) : null;
    }

    /// <summary>The flow whose steps the code calls; null if it calls none.</summary>
    public static string? FlowOf(IOperation body, UploadAnnotations annotations)
        => body.DescendantsAndSelf()
            .OfType<IInvocationOperation>()
            .Select(call => annotations.MethodOf(call.TargetMethod)?.Flow)
            .FirstOrDefault(name => name is not null);

    /// <summary>What a variable of a type can be of an upload, as far as its type tells; none if it can be nothing.</summary>
    public static ValueRoles RoleOf(ITypeSymbol type)
        => UrlMembers.IsUrlType(type) ? ValueRoles.Url
            : type.SpecialType == SpecialType.System_String ? ValueRoles.Url | ValueRoles.Id
            : type.IsValueType ? ValueRoles.Id
            : ValueRoles.Session;

    private static FlowState Entry(IReadOnlyDictionary<IParameterSymbol, CreationSite> sites)
        => sites.Aggregate(
            FlowState.Empty,
            (state, entry) => state.Create(entry.Value).Assign(new LocalKey(entry.Key), TrackedValue.From(entry.Value).As(RoleOf(entry.Key.Type))));

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

    private sealed class InBody(OwnMethods methods, ControlFlowGraph body, CancellationToken cancellationToken) : IOwnMethods
    {
        private readonly Dictionary<IMethodSymbol, UploadMethod?> _steps = new(SymbolEqualityComparer.Default);

        public UploadMethod? StepsOf(IMethodSymbol method)
        {
            if (method.MethodKind != MethodKind.LocalFunction)
            {
                return methods.StepsOf(method, cancellationToken);
            }

            if (!_steps.TryGetValue(method, out var steps))
            {
                _steps.Add(method, steps = GraphOf(method) is { } graph && !method.Parameters.IsEmpty ? methods.Read(method, graph, cancellationToken) : null);
            }

            return steps;
        }

        public bool NeverReturns(IMethodSymbol method)
            => method.MethodKind == MethodKind.LocalFunction
                ? GraphOf(method) is { } graph && OwnMethods.NeverReturns(graph)
                : methods.NeverReturns(method, cancellationToken);

        private ControlFlowGraph? GraphOf(IMethodSymbol function)
            => body.LocalFunctions.Contains(function, SymbolEqualityComparer.Default) && !IsIterator(function)
                ? body.GetLocalFunctionControlFlowGraph(function, cancellationToken)
                : null;

        private bool IsIterator(IMethodSymbol function)
            => function.DeclaringSyntaxReferences.Any(reference => OwnMethods.IsIterator(reference.GetSyntax(cancellationToken)));
    }
}
