using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>The variables of a body whose value can change, or be used, where the graph of the body doesn't show it.</summary>
internal sealed class BodyVariables
{
    private readonly ISymbol _owner;
    private readonly HashSet<ISymbol> _lost = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, HashSet<IMethodSymbol>> _capturing = new(SymbolEqualityComparer.Default);

    private BodyVariables(ISymbol owner) => _owner = owner;

    /// <summary>Those that can be reached by reference, or that a lambda or local function captures and something assigns again.</summary>
    public IEnumerable<ISymbol> Untrackable => _lost.Concat(_capturing.Keys.Where(_assigned.Contains));

    /// <summary>
    /// Those that get their only value where they are declared, and that lambdas and local functions of the body capture. Whether they can be tracked depends
    /// on what those do with them.
    /// </summary>
    public IEnumerable<(ILocalSymbol Variable, IReadOnlyCollection<IMethodSymbol> Functions)> Captured
        => _capturing
            .Where(entry => !_lost.Contains(entry.Key) && !_assigned.Contains(entry.Key))
            .Select(entry => ((ILocalSymbol)entry.Key, (IReadOnlyCollection<IMethodSymbol>)entry.Value));

    public static BodyVariables Of(IOperation body, ISymbol owner)
    {
        var found = new BodyVariables(owner);
        foreach (var operation in body.DescendantsAndSelf())
        {
            found.Add(operation);
        }

        return found;
    }

    public static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: var local } reference:
                AddLocal(local, reference);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }
                when parameter.RefKind != RefKind.None || !IsOf(parameter, FunctionAround(operation).Symbol ?? _owner):
                _lost.Add(parameter);
                break;
            case IVariableDeclaratorOperation { Symbol.IsRef: true } or ISimpleAssignmentOperation { IsRef: true } or IAddressOfOperation:
                _lost.UnionWith(operation.Descendants().Select(VariableOf).OfType<ISymbol>());
                break;
        }
    }

    private void AddLocal(ILocalSymbol local, ILocalReferenceOperation reference)
    {
        var (function, symbol) = FunctionAround(reference);
        if (local.IsRef)
        {
            _lost.Add(local);
        }
        else if (symbol is not null && !IsOf(local, symbol))
        {
            // What a function within a function does isn't looked into, and an expression tree isn't code that runs.
            if (!IsOf(local, _owner) || !IsOf(symbol, _owner) || Doubles.IsQuoted(function!))
            {
                _lost.Add(local);
            }

            _capturing[local] = _capturing.TryGetValue(local, out var functions) ? functions : new(SymbolEqualityComparer.Default);
            _capturing[local].Add(symbol);
        }

        if (!reference.IsDeclaration && IsAssigned(reference))
        {
            _assigned.Add(local);
        }
    }

    private static bool IsAssigned(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation tuple => IsAssigned(tuple),
        IConversionOperation conversion => IsAssigned(conversion),
        _ => false,
    };

    private static bool IsOf(ISymbol variable, ISymbol function) => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);

    private static (IOperation? Function, IMethodSymbol? Symbol) FunctionAround(IOperation reference)
    {
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            var symbol = parent switch
            {
                IAnonymousFunctionOperation anonymous => anonymous.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (symbol is not null)
            {
                return (parent, symbol);
            }
        }

        return (null, null);
    }
}
