using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>Members of the framework that return what they are called on, or change nothing about it.</summary>
internal static class KnownMembers
{
    /// <summary>Does the call return what its receiver stands for, such as a task's result or a nullable's value?</summary>
    public static bool IsTransparent(IMethodSymbol method)
        => method.Name is "ConfigureAwait" or "AsTask" or "Preserve" or "GetAwaiter" or "GetResult" or "WaitAsync" or "Wait" or "GetValueOrDefault"
            && IsTaskOrNullable(method.ContainingType);

    public static bool IsTransparent(IPropertySymbol property) => property.Name is "Result" or "Value" && IsTaskOrNullable(property.ContainingType);

    /// <summary>Has the call succeeded when its statement ends? It has if it is synchronous, or if its task is awaited at once.</summary>
    public static bool IsCompletedOnTheSpot(IInvocationOperation call)
    {
        if (!IsTaskOrNullable(call.TargetMethod.ReturnType as INamedTypeSymbol))
        {
            return true;
        }

        IOperation awaited = call;
        while (awaited.Parent is IConversionOperation
            || (awaited.Parent is IInvocationOperation { TargetMethod: var method } outer && outer.Instance == awaited
                && IsTransparent(method) && method.Name is not ("GetResult" or "Wait")))
        {
            awaited = awaited.Parent;
        }

        return awaited.Parent is IAwaitOperation
            or IPropertyReferenceOperation { Property.Name: "Result" }
            or IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait" };
    }

    /// <summary>Does the method return a value, now or when its task is done?</summary>
    public static bool HasAnswer(IMethodSymbol method)
        => !method.ReturnsVoid && !(method.ReturnType is INamedTypeSymbol { IsGenericType: false } type && IsTaskOrNullable(type));

    /// <summary>Is it a disposal? It ends the object's lifetime in this process. Storage and API aren't told.</summary>
    public static bool IsDisposal(IMethodSymbol method) => method is { Name: "Dispose" or "DisposeAsync", Parameters.IsEmpty: true };

    /// <summary>The index of a tuple's element; -1 if the field is none.</summary>
    public static int TupleIndexOf(IFieldSymbol field)
    {
        if (field.CorrespondingTupleField is not { } element)
        {
            return -1;
        }

        var elements = field.ContainingType.TupleElements;
        for (var index = 0; index < elements.Length; index++)
        {
            // Compared by name (Item1, Item2, ...), because the symbols can differ in nullability.
            if (elements[index].CorrespondingTupleField?.Name == element.Name)
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsTaskOrNullable(INamedTypeSymbol? type)
        => type is not null
            && (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                || type.ContainingNamespace?.ToDisplayString() is "System.Threading.Tasks" or "System.Runtime.CompilerServices");
}
