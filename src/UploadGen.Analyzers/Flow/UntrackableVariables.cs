using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>
/// The variables of a body whose value can change where the graph doesn't show it: those that a lambda or local function captures, and those that can
/// be reached by reference. A value that is assigned to them is no longer tracked.
/// </summary>
internal static class UntrackableVariables
{
    public static HashSet<ISymbol> Find(IOperation body, ISymbol owner)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation { Local: var local } when local.IsRef || IsDeclaredOutside(local, operation, owner: null):
                    found.Add(local);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter }
                    when parameter.RefKind != RefKind.None || IsDeclaredOutside(parameter, operation, owner):
                    found.Add(parameter);
                    break;
                case IVariableDeclaratorOperation { Symbol.IsRef: true } or ISimpleAssignmentOperation { IsRef: true } or IAddressOfOperation:
                    found.UnionWith(operation.Descendants().Select(VariableOf).OfType<ISymbol>());
                    break;
            }
        }

        return found;
    }

    public static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>Does the variable belong to another function than the one that the reference stands in?</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="reference">Where it is read or assigned.</param>
    /// <param name="owner">The function of the body itself; null if a reference outside of lambdas and local functions doesn't count.</param>
    private static bool IsDeclaredOutside(ISymbol variable, IOperation reference, ISymbol? owner)
    {
        var function = owner;
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            var nested = parent switch
            {
                IAnonymousFunctionOperation anonymous => anonymous.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (nested is not null)
            {
                function = nested;
                break;
            }
        }

        return function is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);
    }
}
