using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <summary>Members of the framework that return what they are called on, or change nothing about it.</summary>
internal static class KnownMembers
{
    private const string CodeAnalysis = "System.Diagnostics.CodeAnalysis";

    /// <summary>Does the call return what its receiver stands for, such as a task's result or a nullable's value?</summary>
    public static bool IsTransparent(IMethodSymbol method)
        => method.Name is "ConfigureAwait" or "AsTask" or "Preserve" or "GetAwaiter" or "GetResult" or "WaitAsync" or "Wait" or "GetValueOrDefault"
            && IsTaskOrNullable(method.ContainingType);

    public static bool IsTransparent(IPropertySymbol property) => property.Name is "Result" or "Value" && IsTaskOrNullable(property.ContainingType);

    /// <summary>
    /// Has the call succeeded when its statement ends? It has if it is synchronous, or if its task is awaited at once. A task that is returned is awaited by
    /// the caller.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="result">What is being returned; null if nothing is.</param>
    public static bool IsCompletedOnTheSpot(IInvocationOperation call, IOperation? result)
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

        return awaited == result
            || awaited.Parent is IAwaitOperation
            or IPropertyReferenceOperation { Property.Name: "Result" }
            or IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait" };
    }

    /// <summary>Does the method return a value, now or when its task is done?</summary>
    public static bool HasAnswer(IMethodSymbol method)
        => !method.ReturnsVoid && !(method.ReturnType is INamedTypeSymbol { IsGenericType: false } type && IsTaskOrNullable(type));

    /// <summary>Is it a disposal? It ends the object's lifetime in this process. Storage and API aren't told.</summary>
    public static bool IsDisposal(IMethodSymbol method) => method is { Name: "Dispose" or "DisposeAsync", Parameters.IsEmpty: true };

    /// <summary>The index of a tuple's element, or of an anonymous object's member; -1 if it is none.</summary>
    public static int ElementIndexOf(ISymbol member) => member switch
    {
        IFieldSymbol field => TupleIndexOf(field),
        IPropertySymbol { ContainingType.IsAnonymousType: true } property
            => property.ContainingType.GetMembers().OfType<IPropertySymbol>().TakeWhile(other => other.Name != property.Name).Count(),
        _ => -1,
    };

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

    /// <summary>Does what follows a call never run, because the call ends the process or throws?</summary>
    public static bool NeverReturns(IInvocationOperation call)
        => call.TargetMethod.GetAttributes().Any(IsDoesNotReturn)
            || (call.TargetMethod is { Name: "Exit" or "FailFast", ContainingType: { Name: "Environment" } type } && ReadingMembers.IsIn(type, "System"))
            || call.Arguments.Any(argument => argument.Parameter is { } parameter
                && argument.Value.ConstantValue is { HasValue: true, Value: bool given }
                && parameter.GetAttributes().Any(attribute => IsDoesNotReturnIf(attribute, given)));

    private static bool IsDoesNotReturn(AttributeData attribute)
        => attribute.AttributeClass is { Name: "DoesNotReturnAttribute" } type && ReadingMembers.IsIn(type, CodeAnalysis);

    private static bool IsDoesNotReturnIf(AttributeData attribute, bool given)
        => attribute.AttributeClass is { Name: "DoesNotReturnIfAttribute" } type && ReadingMembers.IsIn(type, CodeAnalysis)
            && attribute.ConstructorArguments.FirstOrDefault().Value is bool ends && ends == given;

    public static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask" && ReadingMembers.IsIn(type, "System.Threading.Tasks");

    /// <summary>What a task results in, or a nullable holds; the type itself if it is neither.</summary>
    public static ITypeSymbol ResultOf(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeArguments.Length: 1 } generic
            && (IsTask(type) || generic.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
                ? generic.TypeArguments[0]
                : type;

    private static bool IsTaskOrNullable(INamedTypeSymbol? type)
        => type is not null
            && (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                || type.ContainingNamespace?.ToDisplayString() is "System.Threading.Tasks" or "System.Runtime.CompilerServices");
}
