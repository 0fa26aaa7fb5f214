using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

internal sealed partial class UploadTransferFunction
{
    private TrackedValue EvaluateInvocation(IInvocationOperation operation)
    {
        var target = operation.TargetMethod;
        if ((_annotations.MethodOf(target) ?? _wrapperOf?.Invoke(target)) is { } method)
        {
            return method.Does(UploadSteps.Create) ? EvaluateCreation(operation, method) : EvaluateStep(operation, method);
        }

        if (HttpMembers.IsRequest(target))
        {
            return EvaluateRequest(operation);
        }

        if (operation.Instance is { } instance && (KnownMembers.IsTransparent(target) || KnownMembers.IsDisposal(target)))
        {
            var value = Evaluate(instance);
            HideArguments(operation);
            return KnownMembers.IsTransparent(target) ? value : TrackedValue.Other;
        }

        return EvaluateCall(operation);
    }

    /// <summary>A call of code that can't be seen, but for what is known of the framework.</summary>
    private TrackedValue EvaluateCall(IInvocationOperation operation)
    {
        var receiver = Evaluate(operation.Instance);
        if (!receiver.Containers.IsEmpty && EvaluateCollectionCall(operation, receiver) is { } element)
        {
            return element;
        }

        var arguments = EvaluateArguments(operation);
        if (UrlMadeBy(operation.TargetMethod, arguments.Select(argument => argument.Value).Prepend(receiver)) is { } url)
        {
            return url;
        }

        Expose(operation.TargetMethod, arguments);
        foreach (var (_, value) in arguments)
        {
            HandOver(value);
        }

        SetCredential(operation);
        HandOver(receiver);
        return TrackedValue.Other;
    }

    private TrackedValue EvaluateCreation(IInvocationOperation operation, UploadMethod method)
    {
        EvaluateCall(operation);
        if (!_sites.TryGetValue(operation, out var site))
        {
            _sites.Add(operation, site = new CreationSite(operation, method.Flow));
        }

        _state = _state.Create(site);
        var session = TrackedValue.Of(site);
        Advance(session, method);
        if (operation.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind == RefKind.Out && method.TakesSession(argument.Parameter)) is not { } given)
        {
            return session;
        }

        Assign(given.Value, session);
        return TrackedValue.Other;
    }

    private TrackedValue EvaluateStep(IInvocationOperation operation, UploadMethod method)
    {
        var receiver = Evaluate(operation.Instance);
        var subject = method.ActsOnReceiver ? receiver : TrackedValue.Nothing;
        var others = method.ActsOnReceiver ? TrackedValue.Nothing : receiver;
        var step = StepOf(operation, method);
        foreach (var argument in operation.Arguments)
        {
            var value = EvaluateArgument(argument);
            if (method.TakesSession(argument.Parameter))
            {
                subject = subject.Join(value);
                step.AddArgument(argument, value);
            }
            else
            {
                others = others.Join(value);
            }
        }

        step.Add(subject, _state);
        Advance(subject, method);
        // The session was handed over for what the annotation says; what was handed over beside it can be used for anything.
        Hide(others);
        if (method.Does(UploadSteps.Confirm) && !KnownMembers.IsCompletedOnTheSpot(operation))
        {
            // Its failure shows later, and what follows then may be another try.
            Hide(subject);
        }

        // The answer tells how the step went: who branches on it knows more than can be seen here.
        return KnownMembers.HasAnswer(operation.TargetMethod) ? subject.AsDerived() : TrackedValue.Other;
    }

    private ObservedStep StepOf(IInvocationOperation operation, UploadMethod method)
    {
        if (!_steps.TryGetValue(operation, out var step))
        {
            _steps.Add(operation, step = new ObservedStep(operation, method));
        }

        return step;
    }

    /// <summary>Moves the upload on by the steps the method does; if it isn't certain which upload that is, a confirmation may be that of each, and after a PUT it leaves sight.</summary>
    private void Advance(TrackedValue subject, UploadMethod method)
    {
        var site = subject.OnlySite;
        if (site is null && !subject.MayBeOther && method.Steps == UploadSteps.Confirm && subject.Sites.All(one => method.IsOf(one.Flow)))
        {
            _state = subject.Sites.Aggregate(_state, (state, one) => state.ConfirmMaybe(one));
            return;
        }

        if (site is null || !method.IsOf(site.Flow) || method.Does(UploadSteps.Abort | UploadSteps.UploadFile))
        {
            Hide(subject);
            return;
        }

        _state = method.Does(UploadSteps.Put) ? _state.Put(site) : _state;
        _state = method.Does(UploadSteps.Confirm) ? _state.Confirm(site) : _state;
    }

    private void HideArguments(IInvocationOperation operation)
    {
        foreach (var (_, value) in EvaluateArguments(operation))
        {
            HandOver(value);
        }
    }

    /// <summary>What a call is given; of a parameter array that is written as arguments, each for itself.</summary>
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

    /// <summary>What a parameter array, or since C# 13 another collection, is made of.</summary>
    private static IEnumerable<IOperation> ItemsOf(IOperation collection)
        => collection is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues
            : collection.ChildOperations.Any() ? collection.ChildOperations
            : [collection];

    /// <summary>Gives a value to code that can't be seen. Nothing can be PUT with the headers alone.</summary>
    private void HandOver(TrackedValue value)
    {
        if (!value.IsCertainly(ValueRoles.Headers))
        {
            Hide(value);
        }
    }

    /// <summary>The value of an argument; one passed by reference is hidden, and may be something else afterwards.</summary>
    private TrackedValue EvaluateArgument(IArgumentOperation operation)
    {
        var value = Evaluate(operation.Value);
        if (operation.Parameter?.RefKind is null or RefKind.None or RefKind.In)
        {
            return value;
        }

        Hide(value);
        Assign(operation.Value, TrackedValue.Other);
        return TrackedValue.Other;
    }
}
