using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <content>Calls, and what is known of methods that do no step.</content>
internal sealed partial class UploadTransferFunction
{
    private TrackedValue EvaluateInvocation(IInvocationOperation operation)
    {
        var target = operation.TargetMethod;
        if (target.MethodKind == MethodKind.LocalFunction)
        {
            EvaluateFunction(target);
        }

        if ((_annotations.MethodOf(target) ?? _facts.Methods?.StepsOf(target)) is { } method
            && !Doubles.IsDouble(InstanceOf(operation), target, _graph.OriginalOperation.SemanticModel)
            && (method.State is null || StatedUpload.Says(operation, method.State, _graph.OriginalOperation)))
        {
            return method.Does(UploadSteps.Create) ? EvaluateCreation(operation, method) : EvaluateStep(operation, method);
        }

        var value = HttpMembers.IsRequest(target) ? EvaluateRequest(operation) : EvaluateOther(operation);
        if (KnownMembers.NeverReturns(operation)
            || (KnownMembers.IsCompletedOnTheSpot(operation, _result) && _facts.Methods?.NeverReturns(target) == true))
        {
            _goesOn = false;
        }

        return value;
    }

    /// <summary>The expression that a method is called on.</summary>
    private IOperation? InstanceOf(IInvocationOperation operation)
        => operation.Instance is not { } instance ? null
            : Unconverted(instance) is IFlowCaptureReferenceOperation reference ? _captured[reference.Id].FirstOrDefault()
            : Unconverted(instance);

    private TrackedValue EvaluateOther(IInvocationOperation operation)
    {
        var target = operation.TargetMethod;
        if (operation.Instance is { } instance && (KnownMembers.IsTransparent(target) || KnownMembers.IsDisposal(target)))
        {
            var value = Evaluate(instance);
            HandOverArguments(operation);
            if (KnownMembers.IsDisposal(target) && value.Containers.Any(container => container.Kind == ContainerKind.Object))
            {
                // An object of one's own may do anything at its end.
                HandOver(value);
            }

            return KnownMembers.IsTransparent(target) ? value : TrackedValue.Other;
        }

        return EvaluateCall(operation);
    }

    /// <summary>A call of code that can't be seen. Of some methods it is known that they only read.</summary>
    private TrackedValue EvaluateCall(IInvocationOperation operation)
    {
        var receiver = Evaluate(operation.Instance);
        if (!receiver.Containers.IsEmpty && EvaluateContainerCall(operation, receiver) is { } element)
        {
            return element;
        }

        var arguments = EvaluateArguments(operation);
        if (EvaluateQuery(operation, arguments) is { } chosen)
        {
            return chosen;
        }

        if (UrlMadeBy(operation.TargetMethod, arguments.Select(argument => argument.Value).Prepend(receiver)) is { } url)
        {
            return url;
        }

        // Most calls have nothing to do with uploads, and what they are needn't be found out.
        var value = receiver.IsUntracked && arguments.TrueForAll(argument => argument.Value.IsUntracked) ? null : ReadBy(operation, receiver, arguments);
        if (value is null)
        {
            foreach (var (_, argument) in arguments)
            {
                HandOver(argument);
            }

            HandOver(receiver);
        }

        SetCredential(operation);
        return value ?? MadeByUnknown(operation, operation.TargetMethod.IsExtensionMethod && arguments.Count > 0 ? arguments[0].Value : receiver);
    }

    /// <summary>Notes what a call logs, stores or sends, and says what comes of it if it only reads; null if it does more.</summary>
    private TrackedValue? ReadBy(IInvocationOperation operation, TrackedValue receiver, List<(IOperation Operation, TrackedValue Value)> arguments)
    {
        Expose(operation, receiver, arguments);
        AddHeaders(operation, arguments);
        var kind = ReadingMembers.IsConsole(operation.Instance) ? Reading.Shows : ReadingMembers.KindOf(operation.TargetMethod);
        return kind is { } reading ? ReadBy(reading, operation, receiver, arguments) : null;
    }

    /// <summary>What comes of a call that only reads; null if it is given what it could pass on.</summary>
    private TrackedValue? ReadBy(
        Reading reading, IInvocationOperation operation, TrackedValue receiver, IReadOnlyList<(IOperation Operation, TrackedValue Value)> arguments)
    {
        var values = arguments.Select(argument => argument.Value).Prepend(receiver).ToList();
        switch (reading)
        {
            case Reading.Compares:
                return ComparedBy(operation, receiver, arguments);
            case Reading.Computes:
                return Computed(operation.TargetMethod, values);
            case Reading.Serializes when !operation.TargetMethod.ReturnsVoid && !KnownMembers.IsTask(operation.TargetMethod.ReturnType):
                return Text(values);
            case Reading.Checks:
                values.ForEach(value => Seen.Ask(value, ReadingMembers.IsAssertion(operation.TargetMethod)));
                // An assertion may give back what it was given, under another type.
                return KnownMembers.HasAnswer(operation.TargetMethod)
                    ? values.Aggregate(TrackedValue.Other, (joined, value) => joined.Join(value))
                    : TrackedValue.Other;
            case Reading.Shows:
                values.Where(value => !IsSafeToShow(value)).ToList().ForEach(HandOver);
                return TrackedValue.Other;
            default:
                return null;
        }
    }

    /// <summary>
    /// Who reads of an id can't PUT anything; who reads of a URL can. A text that may be either is an argument of a method that is looked into, and a whole
    /// session is shown to see what it is, and not to be PUT to.
    /// </summary>
    private bool IsSafeToShow(TrackedValue value)
        => IsIdOrUrl(value) || (value.IsOnly(ValueRoles.Session) && value.Elements.IsEmpty && value.Containers.IsEmpty)
            || (_state.RolesIn(value) & (ValueRoles.AnyUrl | ValueRoles.Session)) == 0;

    /// <summary>What a call gives that isn't known otherwise: a file that it opens, one of the headers that it is called on, or something untracked.</summary>
    private static TrackedValue MadeByUnknown(IInvocationOperation operation, TrackedValue receiver)
        => FileMembers.Opens(operation.TargetMethod) ? File
            : IsOfHeaders(receiver) && operation.TargetMethod.ReturnType.SpecialType != SpecialType.System_Boolean ? receiver.As(HeaderEntry)
            : TrackedValue.Other;

    private void HandOverArguments(IInvocationOperation operation)
    {
        foreach (var (_, value) in EvaluateArguments(operation))
        {
            HandOver(value);
        }
    }

    /// <summary>The arguments of a call. The items of a parameter array that is written as arguments are listed one by one.</summary>
    private List<(IOperation Operation, TrackedValue Value)> EvaluateArguments(IInvocationOperation operation)
    {
        var values = new List<(IOperation, TrackedValue)>();
        foreach (var argument in operation.Arguments)
        {
            if (argument.ArgumentKind is not (ArgumentKind.Explicit or ArgumentKind.DefaultValue))
            {
                values.AddRange(ItemsOf(Unconverted(argument.Value)).Select(item => (item, Evaluate(item))));
            }
            else
            {
                values.Add((argument.Value, EvaluateArgument(argument)));
            }
        }

        return values;
    }

    /// <summary>The items of a parameter array, which since C# 13 can also be another collection.</summary>
    private static IEnumerable<IOperation> ItemsOf(IOperation collection)
        => collection is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues
            : collection.ChildOperations.Any() ? collection.ChildOperations
            : [collection];

    /// <summary>The value of an argument. An argument that is passed by reference may be something else after the call.</summary>
    private TrackedValue EvaluateArgument(IArgumentOperation operation)
    {
        var value = Evaluate(operation.Value);
        if (operation.Parameter?.RefKind is null or RefKind.None or RefKind.In)
        {
            return value;
        }

        HandOver(value);
        Assign(operation.Value, TrackedValue.Other);
        return TrackedValue.Other;
    }
}
