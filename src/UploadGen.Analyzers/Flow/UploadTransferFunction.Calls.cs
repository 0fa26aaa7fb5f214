using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

internal sealed partial class UploadTransferFunction
{
    private TrackedValue EvaluateInvocation(IInvocationOperation operation)
    {
        var target = operation.TargetMethod;
        if (_annotations.MethodOf(target) is { } method)
        {
            return method.Does(UploadSteps.Create) ? EvaluateCreation(operation, method) : EvaluateStep(operation, method);
        }

        if (operation.Instance is { } instance && (KnownMembers.IsTransparent(target) || KnownMembers.IsDisposal(target)))
        {
            var value = Evaluate(instance);
            HideArguments(operation);
            return KnownMembers.IsTransparent(target) ? value : TrackedValue.Other;
        }

        return EvaluateCall(operation);
    }

    /// <summary>A call of code that can't be seen.</summary>
    private TrackedValue EvaluateCall(IInvocationOperation operation)
    {
        var receiver = Evaluate(operation.Instance);
        HideArguments(operation);
        Hide(receiver);
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
        return session;
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

    /// <summary>Moves the upload on by the steps the method does; if it isn't certain which upload that is, it leaves sight.</summary>
    private void Advance(TrackedValue subject, UploadMethod method)
    {
        var site = !subject.MayBeOther && subject.Sites.Count == 1 ? subject.Sites.Single() : null;
        if (site is null || site.Flow != method.Flow || method.Does(UploadSteps.Abort | UploadSteps.UploadFile))
        {
            Hide(subject);
            return;
        }

        _state = method.Does(UploadSteps.Put) ? _state.Put(site) : _state;
        _state = method.Does(UploadSteps.Confirm) ? _state.Confirm(site) : _state;
    }

    private void HideArguments(IInvocationOperation operation)
    {
        foreach (var argument in operation.Arguments)
        {
            Hide(EvaluateArgument(argument));
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
