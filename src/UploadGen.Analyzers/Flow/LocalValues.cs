using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>Finds the value that an expression certainly has: its own, or the initial value of a local that is never assigned again.</summary>
internal static class LocalValues
{
    public static IOperation? Resolve(this IOperation body, IOperation? value)
        => value?.Unconverted() is ILocalReferenceOperation { Local: var local } ? body.OnlyValueOf(local) : value?.Unconverted();

    /// <summary>The expression without the compiler's conversions.</summary>
    public static IOperation Unconverted(this IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>Are both the same local variable?</summary>
    public static bool IsSameLocal(this IOperation value, IOperation? other)
        => value.Unconverted() is ILocalReferenceOperation { Local: var local }
            && other?.Unconverted() is ILocalReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    /// <summary>Is it a constant or a variable, or a member of one? Then it has the same value in the next statement.</summary>
    public static bool IsPlain(this IOperation value) => value.Unconverted() switch
    {
        { ConstantValue.HasValue: true } or IDefaultValueOperation => true,
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation => true,
        IFieldReferenceOperation { Instance: var instance } => instance is null || instance.IsPlain(),
        IPropertyReferenceOperation { Instance: var instance, Arguments.Length: 0 } => instance is null || instance.IsPlain(),
        _ => false,
    };

    /// <summary>The string that an expression certainly is; null if that isn't known.</summary>
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

        declared = declared?.Unconverted();
        return declared is ILocalReferenceOperation ? null : declared;
    }

    private static bool IsChanged(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation or IDeclarationExpressionOperation or IAddressOfOperation => true,
        _ => false,
    };
}
