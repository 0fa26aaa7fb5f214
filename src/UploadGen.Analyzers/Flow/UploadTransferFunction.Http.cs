using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

internal sealed partial class UploadTransferFunction
{
    /// <summary>A call of an HTTP client. If it sends a body to the session's URL, it PUTs the file.</summary>
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
        Seen.SendOf(operation, target).Add(client, request, url);
        if (!HttpMembers.SendsBody(operation.TargetMethod) || !url.IsCertainly(ValueRoles.Url) || url.OnlySite is not { } site)
        {
            Hide(request);
            return;
        }

        Seen.StepOf(operation, new UploadMethod(UploadSteps.Put, site.Flow, [])).Add(url, _state);
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

    /// <summary>Assigns a member of a message or of a URL that is being built, or the credential of a client; false if it is another member.</summary>
    private bool AssignMember(ISimpleAssignmentOperation operation, TrackedValue value)
    {
        if (HttpMembers.OwnerOfCredential(operation.Target) is { } owner)
        {
            // A value that is read from elsewhere may be null, which is no credential.
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

    /// <summary>A call on the headers of a client or message can add a credential or remove it.</summary>
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

    /// <summary>If the expression is a variable, stores what its object has become.</summary>
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
