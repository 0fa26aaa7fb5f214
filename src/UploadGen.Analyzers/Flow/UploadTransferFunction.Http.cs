using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

internal sealed partial class UploadTransferFunction
{
    /// <summary>A call of an HTTP client. One that is given the session's URL, or a message to it, PUTs the file.</summary>
    private TrackedValue EvaluateRequest(IInvocationOperation operation)
    {
        var client = Evaluate(operation.Instance);
        var request = TrackedValue.Nothing;
        IArgumentOperation? target = null;
        foreach (var argument in operation.Arguments)
        {
            var value = EvaluateArgument(argument);
            if (target is null && (value.MayBe(ValueRoles.AnyUrl) || value.Containers.Any(container => container.Kind == ContainerKind.Message)))
            {
                (target, request) = (argument, value);
            }
            else
            {
                HandOver(value);
            }
        }

        Hide(client);
        if (target is not null)
        {
            Send(operation, target, client, request);
        }

        return TrackedValue.Other;
    }

    private void Send(IInvocationOperation operation, IArgumentOperation target, TrackedValue client, TrackedValue request)
    {
        var url = request.Containers.IsEmpty ? request : _state.ContentOf(request);
        if (!_sends.TryGetValue(operation, out var send))
        {
            _sends.Add(operation, send = new ObservedSend(operation, target));
        }

        send.Add(client, request, url);
        if (!HttpMembers.SendsBody(operation.TargetMethod) || !url.IsCertainly(ValueRoles.Url) || url.OnlySite is not { } site)
        {
            Hide(request);
            return;
        }

        var step = StepOf(operation, new UploadMethod(UploadSteps.Put, site.Flow, []));
        step.Add(url, _state);
        _state = _state.Put(site);
    }

    private TrackedValue EvaluateObjectCreation(IObjectCreationOperation operation)
    {
        if (HttpMembers.IsMessage(operation.Type))
        {
            return MakeMessage(operation);
        }

        if (UrlMembers.IsUrlType(operation.Type) && operation.Arguments.Length > 0)
        {
            var url = Evaluate(operation.Arguments[0].Value);
            if (url.MayBe(ValueRoles.AnyUrl))
            {
                return url;
            }

            Hide(url);
        }

        return IsList(operation) ? Make(ContainerKind.Collection, operation, TrackedValue.Nothing) : EvaluateUnknown(operation);
    }

    private TrackedValue MakeMessage(IObjectCreationOperation operation)
    {
        var address = TrackedValue.Nothing;
        var isRead = false;
        foreach (var argument in operation.Arguments)
        {
            address = address.Join(argument.Parameter?.Name == "requestUri" ? EvaluateArgument(argument) : TrackedValue.Nothing);
            isRead |= HttpMembers.IsMethodWithoutBody(argument.Value);
        }

        var message = Make(ContainerKind.Message, operation, address);
        if (isRead)
        {
            Hide(message);
        }

        return message;
    }

    /// <summary>Assigns a member that is known: of a message, a URL that is being built, or the credential of a client; false for every other.</summary>
    private bool AssignMember(ISimpleAssignmentOperation operation, TrackedValue value)
    {
        if (HttpMembers.OwnerOfCredential(operation.Target) is { } owner)
        {
            // What is read from elsewhere may be null.
            Mark(owner, Unconverted(operation.Value) is IObjectCreationOperation);
            return true;
        }

        if (operation.Target is not IPropertyReferenceOperation { Instance: { } instance, Property: var property })
        {
            return false;
        }

        if (HttpMembers.IsMessage(instance.Type))
        {
            AssignMember(Evaluate(instance), property, operation.Value, value);
            return true;
        }

        if (UrlMembers.Alters(property) && Evaluate(instance) is var url && url.MayBe(ValueRoles.AnyUrl))
        {
            Hide(value);
            StoreThrough(instance, Rewrite(url, ValueRoles.AlteredUrl));
            return true;
        }

        return false;
    }

    private void AssignMember(TrackedValue message, IPropertySymbol property, IOperation operation, TrackedValue value)
    {
        if (property.Name == "RequestUri")
        {
            _state = message.Containers.IsEmpty ? _state.Hide(value) : _state.Add(message, value);
            return;
        }

        Hide(value);
        if (property.Name == "Method" && HttpMembers.IsMethodWithoutBody(operation))
        {
            Hide(message);
        }
    }

    /// <summary>A call on headers can give a client or a message a credential, or take it away.</summary>
    private void SetCredential(IInvocationOperation operation)
    {
        if (HttpMembers.OwnerOfHeaders(operation.Instance) is { } owner && HttpMembers.ChangesCredential(operation) is { } adds)
        {
            Mark(owner, adds);
        }
    }

    private void Mark(IOperation owner, bool isAuthorized)
    {
        var value = Evaluate(owner);
        var plain = value.Containers.IsEmpty ? ValueRoles.Untracked : ValueRoles.Container;
        StoreThrough(owner, value.As(isAuthorized ? ValueRoles.Authorized : plain));
    }

    /// <summary>Stores what became of the object that an expression gives, where the expression is a variable.</summary>
    private void StoreThrough(IOperation instance, TrackedValue value)
    {
        if (instance is IFlowCaptureReferenceOperation capture)
        {
            Store(new LocalKey(capture.Id), value);
        }
        else if (TrackedVariableOf(instance) is { } variable)
        {
            Store(new LocalKey(variable), value);
        }
    }

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
