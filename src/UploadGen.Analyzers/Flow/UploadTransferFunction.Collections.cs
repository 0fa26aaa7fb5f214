using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

internal sealed partial class UploadTransferFunction
{
    private TrackedValue Make(ContainerKind kind, IOperation creation, TrackedValue content)
    {
        if (!_containers.TryGetValue(creation, out var container))
        {
            _containers.Add(creation, container = new Container(kind, creation));
        }

        if (content.ReachableContainers.Any())
        {
            Hide(content);
            content = TrackedValue.Other;
        }

        _state = _state.Make(container, content);
        return TrackedValue.From(container);
    }

    private TrackedValue EvaluateArray(IArrayCreationOperation operation)
    {
        foreach (var size in operation.DimensionSizes)
        {
            Hide(Evaluate(size));
        }

        var content = TrackedValue.Nothing;
        if (operation.Initializer is { } initializer)
        {
            content = initializer.ElementValues.Aggregate(content, (joined, item) => joined.Join(Evaluate(item)));
        }

        return Make(ContainerKind.Collection, operation, content);
    }

    /// <summary>Is it a collection expression that lists its items? Roslyn 4.8 has no interface for one, so that it is known by its syntax.</summary>
    private static bool IsCollectionExpression(IOperation operation)
        => operation is { Kind: not OperationKind.None, Syntax: CollectionExpressionSyntax { Elements: var elements } }
            && elements.All(element => element is ExpressionElementSyntax)
            && (operation.Type is IArrayTypeSymbol || IsList(operation.Type));

    private TrackedValue EvaluateCollection(IOperation operation)
        => Make(ContainerKind.Collection, operation, operation.ChildOperations.Aggregate(TrackedValue.Nothing, (joined, item) => joined.Join(Evaluate(item))));

    private TrackedValue EvaluateElement(IArrayElementReferenceOperation operation)
    {
        var array = Evaluate(operation.ArrayReference);
        foreach (var index in operation.Indices)
        {
            Hide(Evaluate(index));
        }

        return ElementOf(array);
    }

    /// <summary>A call on a list or on its enumerator; null if the method isn't known.</summary>
    private TrackedValue? EvaluateCollectionCall(IInvocationOperation operation, TrackedValue receiver)
    {
        if (receiver.Containers.Any(container => container.Kind != ContainerKind.Collection))
        {
            return null;
        }

        switch (operation.TargetMethod.Name)
        {
            case "GetEnumerator":
                return receiver;
            case "MoveNext":
                return TrackedValue.Other;
            case "Add" when operation.Arguments.Length == 1:
                var item = EvaluateArgument(operation.Arguments[0]);
                _state = _state.Add(receiver, item);
                return TrackedValue.Other;
            default:
                return null;
        }
    }

    /// <summary>The address of a message, or an element of a list.</summary>
    private TrackedValue MemberOfContainer(TrackedValue container, IPropertySymbol property)
        => property.Name == "RequestUri" ? _state.ContentOf(container)
            : property.IsIndexer || property.Name == "Current" ? ElementOf(container)
            : TrackedValue.Other;

    private TrackedValue ElementOf(TrackedValue collection)
    {
        if (collection.Containers.IsEmpty)
        {
            return collection.AsDerived();
        }

        var content = _state.ContentOf(collection);
        return content.As(content.Roles | ValueRoles.Element);
    }

    private static bool IsList(IObjectCreationOperation operation)
        => operation.Arguments.All(argument => argument.Value.Type?.SpecialType == SpecialType.System_Int32)
            && IsList(operation.Type);

    private static bool IsList(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "List", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };
}
