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

    /// <summary>A call of code that can't be seen. Of some methods of the framework it is known what they do.</summary>
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
        var site = Seen.SiteOf(operation, method.Flow);
        _state = _state.Create(site);
        var session = TrackedValue.From(site);
        Advance(session, method);
        var given = operation.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind == RefKind.Out && method.TakesSession(argument.Parameter));
        if (given is null)
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
        var step = Seen.StepOf(operation, method);
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
        // With the session the method does what its annotation says. With the other arguments it can do anything.
        Hide(others);
        if (method.Does(UploadSteps.Confirm) && !KnownMembers.IsCompletedOnTheSpot(operation))
        {
            // Whether it failed is known later only, and a second confirmation may be another try.
            Hide(subject);
        }

        // The answer may say how the step went, so a branch on it depends on the upload.
        return KnownMembers.HasAnswer(operation.TargetMethod) ? subject.AsDerived() : TrackedValue.Other;
    }

    /// <summary>
    /// Moves the upload on by the steps that the method does. If it may be one of several, a confirmation may be of any of them, and every other step
    /// makes them unknown.
    /// </summary>
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

    /// <summary>Gives a value to code that can't be seen. With the headers alone, that code can't PUT anything.</summary>
    private void HandOver(TrackedValue value)
    {
        if (!value.IsCertainly(ValueRoles.Headers))
        {
            Hide(value);
        }
    }

    /// <summary>The value of an argument. An argument that is passed by reference may be something else after the call.</summary>
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
