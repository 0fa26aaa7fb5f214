using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Rules;

/// <summary>What an expression of a body certainly is: what stands there, or what the local that stands there was declared with and never assigned again.</summary>
internal static class LocalValues
{
    public static IOperation? Resolve(this IOperation body, IOperation? value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value is ILocalReferenceOperation { Local: var local } ? body.OnlyValueOf(local) : value;
    }

    /// <summary>The constant text that an expression is; null if it isn't known.</summary>
    public static string? ConstantText(this IOperation body, IOperation? value)
        => value?.ConstantValue is { HasValue: true, Value: string text } ? text
            : body.Resolve(value)?.ConstantValue is { HasValue: true, Value: string known } ? known
            : null;

    private static IOperation? OnlyValueOf(this IOperation body, ILocalSymbol local)
    {
        IOperation? declared = null;
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation { Symbol: var symbol } declarator && SymbolEqualityComparer.Default.Equals(symbol, local))
            {
                declared = declarator.GetVariableInitializer()?.Value;
            }
            else if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && IsChanged(reference))
            {
                return null;
            }
        }

        while (declared is IConversionOperation { OperatorMethod: null } conversion)
        {
            declared = conversion.Operand;
        }

        return declared is ILocalReferenceOperation ? null : declared;
    }

    private static bool IsChanged(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } or ITupleOperation or IDeclarationExpressionOperation or IAddressOfOperation => true,
        _ => false,
    };
}
