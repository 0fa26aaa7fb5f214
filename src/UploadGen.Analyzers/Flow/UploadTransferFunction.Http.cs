using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <content>Requests that are made by hand.</content>
internal sealed partial class UploadTransferFunction
{
    private const string RequestUri = "RequestUri";

    /// <summary>A call of an HTTP client. If it sends a body to the session's URL, it PUTs the file.</summary>
    private TrackedValue EvaluateRequest(IInvocationOperation operation)
    {
        var client = Evaluate(operation.Instance);
        var request = TrackedValue.Nothing;
        var carried = new List<Container>();
        IArgumentOperation? target = null;
        foreach (var argument in operation.Arguments)
        {
            var value = EvaluateArgument(argument);
            carried.AddRange(value.Containers.Concat(_state.ContentOf(value).Containers));
            if (target is null && HttpMembers.IsAddress(argument.Parameter) && IsUrlOrMessage(value))
            {
                (target, request) = (argument, value);
            }
            else
            {
                HandOver(value);
            }
        }

        HandOver(client);
        if (target is not null)
        {
            Send(operation, target, client, request, carried);
        }

        return TrackedValue.Other;
    }

    private static bool IsUrlOrMessage(TrackedValue value)
        => value.MayBe(ValueRoles.AnyUrl) || value.Containers.Any(container => container.Kind == ContainerKind.Message);

    private void Send(IInvocationOperation operation, IArgumentOperation target, TrackedValue client, TrackedValue request, IEnumerable<Container> carried)
    {
        var url = request.Containers.IsEmpty ? request : _state.ContentOf(request, RequestUri);
        Seen.SendOf(operation, target).Add(client, request, url, carried);
        if (!HttpMembers.SendsBody(operation.TargetMethod) || !url.MayBe(ValueRoles.Url) || !url.IsCertainly(IdOrUrl) || url.OnlySite is not { } site)
        {
            HandOver(request);
            return;
        }

        Seen.StepOf(operation, new UploadMethod(UploadSteps.Put, site.Flow, [])).Add(url, _state);
        _state = _state.Put(site);
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

        var message = Make(ContainerKind.Message, operation);
        _state = _state.Add(message, RequestUri, address);
        if (isRead)
        {
            HandOver(message);
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

        if (IsVariable(instance) && Evaluate(instance) is { Containers.IsEmpty: false, MayBeOther: false } container && IsHolder(container))
        {
            Hold(container, operation.Target, property, value);
            return true;
        }

        if (UrlMembers.Alters(property) && Evaluate(instance) is var url && url.MayBe(ValueRoles.AnyUrl))
        {
            HandOver(value);
            StoreThrough(instance, Rewrite(url, ValueRoles.AlteredUrl));
            return true;
        }

        return false;
    }

    private void AssignMember(TrackedValue message, IPropertySymbol property, IOperation operation, TrackedValue value)
    {
        if (property.Name is RequestUri or "Content")
        {
            _state = message.Containers.IsEmpty ? _state.HandOver(value) : _state.Add(message, property.Name, value);
            return;
        }

        HandOver(value);
        if (property.Name == "Method" && HttpMembers.IsMethodWithoutBody(operation))
        {
            HandOver(message);
        }
    }

    /// <summary>Notes the headers of a session that are added to a message or to its content.</summary>
    private void AddHeaders(IInvocationOperation operation, IReadOnlyList<(IOperation Operation, TrackedValue Value)> arguments)
    {
        var headers = arguments.Select(argument => argument.Value).Where(IsOfHeaders).Aggregate(TrackedValue.Nothing, (joined, value) => joined.Join(value));
        if (!headers.Equals(TrackedValue.Nothing) && HttpMembers.AddsHeader(operation.TargetMethod)
            && HttpMembers.OwnerOfHeaders(operation.Instance) is { } owner)
        {
            Seen.HeadersOf(operation).Add(Evaluate(owner).Containers, headers);
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

    private bool IsVariable(IOperation instance) => instance is IFlowCaptureReferenceOperation || TrackedVariableOf(instance) is not null;

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
