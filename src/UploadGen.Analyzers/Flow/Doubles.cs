using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>Calls that aren't made: those that a test sets up or verifies on a double of a client.</summary>
internal static class Doubles
{
    /// <summary>
    /// Is it what a generic method makes of an object of the same type, as in <c>client.Received().CreateAsync(…)</c>? Such a method gives a double in a mode
    /// in which it records or checks calls.
    /// </summary>
    public static bool IsDouble(IOperation? instance)
        => instance is IInvocationOperation { TargetMethod: { IsGenericMethod: true, OriginalDefinition: var made } }
            && made.ReturnType is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } result
            && made.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, result));

    /// <summary>Is a lambda only read, as an expression tree?</summary>
    public static bool IsQuoted(IOperation lambda)
        => lambda.Parent?.Type is INamedTypeSymbol { Name: "Expression" } type && ReadingMembers.IsIn(type, "System.Linq.Expressions");
}
