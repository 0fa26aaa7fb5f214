using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <content>Arrays, lists and dictionaries, and queries over them.</content>
internal sealed partial class UploadTransferFunction
{
    private const string Generic = "System.Collections.Generic";

    private TrackedValue Make(ContainerKind kind, IOperation creation)
    {
        if (!_containers.TryGetValue(creation, out var container))
        {
            _containers.Add(creation, container = new Container(kind, creation));
        }

        _state = _state.Make(container);
        return TrackedValue.From(container);
    }

    private TrackedValue MakeCollection(IOperation creation, IEnumerable<TrackedValue> items)
    {
        var collection = Make(ContainerKind.Collection, creation);
        foreach (var item in items)
        {
            AddItem(collection, item);
        }

        return collection;
    }

    private void AddItem(TrackedValue collection, TrackedValue item)
        => _state = _state.Add(collection, item.IsCertainly(WholeUrl) ? Slot.Urls : Slot.Content, item);

    private TrackedValue EvaluateArray(IArrayCreationOperation operation)
    {
        foreach (var size in operation.DimensionSizes)
        {
            HandOver(Evaluate(size));
        }

        return MakeCollection(operation, operation.Initializer is { } initializer ? initializer.ElementValues.Select(Evaluate).ToList() : []);
    }

    /// <summary>Is it a collection expression? Roslyn 4.8 has no interface for one, so that it is known by its syntax.</summary>
    private static bool IsCollectionExpression(IOperation operation)
        => operation is { Kind: not OperationKind.None, Syntax: CollectionExpressionSyntax }
            && (operation.Type is IArrayTypeSymbol || IsCollection(operation.Type));

    private TrackedValue EvaluateCollection(IOperation operation) => MakeCollection(operation, operation.ChildOperations.Select(EvaluateItem).ToList());

    /// <summary>An item of a collection expression. A spread stands for the items of another collection.</summary>
    private TrackedValue EvaluateItem(IOperation operation)
    {
        if (operation.Syntax is not SpreadElementSyntax)
        {
            return Evaluate(operation);
        }

        return EvaluateAll(operation.ChildOperations.Select(Evaluate).Aggregate(TrackedValue.Nothing, (joined, value) => joined.Join(value)));
    }

    /// <summary>What the items of a collection that goes into another are.</summary>
    private TrackedValue EvaluateAll(TrackedValue items)
    {
        if (IsKnownCollection(items))
        {
            return _state.ContentOf(items);
        }

        HandOver(items);
        return TrackedValue.Other;
    }

    private TrackedValue EvaluateElement(IArrayElementReferenceOperation operation)
    {
        var array = Evaluate(operation.ArrayReference);
        foreach (var index in operation.Indices)
        {
            HandOver(Evaluate(index));
        }

        return ElementOf(array);
    }

    /// <summary>An element by its place from the end, or a range of elements.</summary>
    private TrackedValue EvaluateElement(IImplicitIndexerReferenceOperation operation)
    {
        var collection = Evaluate(operation.Instance);
        HandOver(Evaluate(operation.Argument));
        return operation.Argument is IRangeOperation ? SequenceOf(collection) : ElementOf(collection);
    }

    /// <summary>A call on a container that was made in the body; null if the method isn't known.</summary>
    private TrackedValue? EvaluateContainerCall(IInvocationOperation operation, TrackedValue receiver)
        => receiver.Containers.All(container => container.Kind == ContainerKind.Collection) ? EvaluateCollectionCall(operation, receiver)
            : receiver.Containers.All(container => container.Kind == ContainerKind.Text) ? EvaluateTextCall(operation, receiver)
            : EvaluateCopy(operation, receiver);

    private TrackedValue? EvaluateCollectionCall(IInvocationOperation operation, TrackedValue receiver)
    {
        switch (operation.TargetMethod.Name)
        {
            case "GetEnumerator":
                return receiver;
            case "MoveNext":
                return TrackedValue.Other;
            case "Add" or "Enqueue" or "Push" or "TryAdd" or "AddRange" when operation.Arguments.Length <= 2:
                foreach (var argument in operation.Arguments)
                {
                    var item = EvaluateArgument(argument);
                    AddItem(receiver, operation.TargetMethod.Name == "AddRange" ? EvaluateAll(item) : item);
                }

                return TrackedValue.Other;
            case "ToArray":
                return receiver;
            case "ForEach" when operation.Arguments.Length == 1:
                HandOver(Evaluate(operation.Arguments[0].Value));
                return ResultOf(operation.Arguments[0].Value, ElementOf(receiver)) is null ? null : TrackedValue.Other;
            case "Dequeue" or "Pop" or "Peek" when operation.Arguments.Length == 0:
                return ElementOf(receiver);
            default:
                return null;
        }
    }

    /// <summary>A query over a collection of the body, whose lambdas only read; null for every other call.</summary>
    private TrackedValue? EvaluateQuery(IInvocationOperation operation, List<(IOperation Operation, TrackedValue Value)> arguments)
    {
        if (operation.TargetMethod is { Name: "WhenAll", IsGenericMethod: true, ContainingType: { Name: "Task" } task } && KnownMembers.IsTask(task))
        {
            var all = arguments.Select(argument => argument.Value).ToList();
            return all.Count == 1 && IsKnownCollection(all[0]) ? all[0] : MakeCollection(operation, all);
        }

        if (operation.TargetMethod.ContainingType is not { Name: "Enumerable" } type || !ReadingMembers.IsIn(type, "System.Linq")
            || arguments.Count == 0 || !IsKnownCollection(arguments[0].Value))
        {
            return null;
        }

        var source = arguments[0].Value;
        var result = TrackedValue.Nothing;
        foreach (var (argument, value) in arguments.Skip(1))
        {
            if (argument.Type is not INamedTypeSymbol { TypeKind: TypeKind.Delegate })
            {
                HandOver(value);
            }
            else if (ResultOf(argument, ElementOf(source)) is { } returned)
            {
                result = result.Join(returned);
            }
            else
            {
                return null;
            }
        }

        return operation.TargetMethod.Name switch
        {
            "AsEnumerable" or "DistinctBy" or "Distinct" or "OrderBy" or "OrderByDescending" or "Reverse" or "Skip" or "SkipLast" or "SkipWhile"
                or "Take" or "TakeLast" or "TakeWhile" or "ThenBy" or "ThenByDescending" or "ToArray" or "ToList" or "Where" => source,
            "ElementAt" or "ElementAtOrDefault" or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "MaxBy" or "MinBy"
                or "Single" or "SingleOrDefault" => ElementOf(source),
            "Select" => MakeCollection(operation, [result]),
            "Any" or "All" or "Count" or "LongCount" => result.AsDerived(),
            _ => null,
        };
    }

    private TrackedValue MemberOfContainer(TrackedValue container, ISymbol member)
        => container.Containers.All(one => one.Kind == ContainerKind.Object) ? _state.ContentOf(container, member.Name)
            : member is IPropertySymbol { IsIndexer: true } || member.Name == "Current" ? ElementOf(container)
            : member.Name is "Keys" or "Values" ? container
            : member.Name is "RequestUri" or "Content" ? _state.ContentOf(container, member.Name)
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

    private static TrackedValue SequenceOf(TrackedValue sequence) => sequence.Containers.IsEmpty ? sequence.AsDerived() : sequence;

    private static bool IsKnownCollection(TrackedValue value)
        => !value.MayBeOther && !value.Containers.IsEmpty && value.Containers.All(container => container.Kind == ContainerKind.Collection);

    private static bool IsEmptyCollection(IObjectCreationOperation operation)
        => operation.Type is { Name: "List" or "Dictionary" or "HashSet" or "Queue" or "Stack" or "SortedSet" or "SortedDictionary" } type
            && ReadingMembers.IsIn(type, Generic)
            && operation.Arguments.All(argument => argument.Value.Type?.SpecialType == SpecialType.System_Int32 || IsComparer(argument.Value.Type));

    private static bool IsComparer(ITypeSymbol? type) => type?.Name.EndsWith("Comparer", StringComparison.Ordinal) == true;

    private static bool IsCollection(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "List" or "IList" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection", Arity: 1 }
            && ReadingMembers.IsIn(type, Generic);
}
