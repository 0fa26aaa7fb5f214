using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Writes onto operations and types what part they have in a flow, for the attributes that the analyzer reads.</summary>
internal sealed class FlowMarks
{
    private readonly Dictionary<string, (FlowStepModel Step, string? SessionId, string? MediaType)> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Property), PropertyRole> _properties = [];

    public FlowMarks(IEnumerable<FlowModel> flows, IReadOnlyList<OperationModel> operations)
    {
        foreach (var flow in flows)
        {
            Operations(flow);
            Properties(flow);
            Request(flow, operations.FirstOrDefault(operation => operation.MethodName == flow.CreateMethod));
        }
    }

    public OperationModel Mark(OperationModel operation)
    {
        if (!_operations.TryGetValue(operation.MethodName, out var mark))
        {
            return operation;
        }

        var parameters = operation.Parameters.Select(parameter => parameter with { IsSessionId = parameter.Name == mark.SessionId, IsMediaType = parameter.Name == mark.MediaType });
        return operation with { FlowStep = mark.Step, Parameters = parameters.ToEquatableArray() };
    }

    public TypeModel Mark(TypeModel type)
    {
        if (type is not RecordModel record || !record.Properties.Any(property => _properties.ContainsKey((record.Name, property.Name))))
        {
            return type;
        }

        var properties = record.Properties.Select(property => _properties.TryGetValue((record.Name, property.Name), out var role) ? property with { Role = role } : property);
        return record with { Properties = properties.ToEquatableArray() };
    }

    private void Operations(FlowModel flow)
    {
        Add(flow, flow.Session is null ? FlowStep.Whole : FlowStep.Create, flow.CreateMethod, null, flow.Session is null ? null : MediaTypeOf(flow, isParameter: true));
        if (flow.Confirm is { } confirm)
        {
            Add(flow, FlowStep.Confirm, confirm.Method, SessionId(confirm));
        }

        if (flow.Part is { } part)
        {
            Add(flow, FlowStep.Put, part.Method, SessionId(part), isRepeatable: flow.Parts is { TakesParts: true });
        }

        if (flow.Abort is { } abort)
        {
            Add(flow, FlowStep.Abort, abort.Method, SessionId(abort));
        }
    }

    private static string? SessionId(StepModel step) => step.Arguments.FirstOrDefault(argument => argument is { IsParameter: true, Value: SessionValue })?.Name;

    /// <summary>The first flow that an operation has a part in is the one it is marked with.</summary>
    private void Add(FlowModel flow, FlowStep step, string method, string? sessionId, string? mediaType = null, bool isRepeatable = false)
    {
        if (!_operations.ContainsKey(method))
        {
            _operations.Add(method, (new FlowStepModel(step, flow.Name, isRepeatable), sessionId, mediaType));
        }
    }

    private void Properties(FlowModel flow)
    {
        Add(flow.Session?.Url, PropertyRole.PresignedUrl);
        Add(flow.Session?.Headers, PropertyRole.UploadHeaders);
        Add(flow.Session?.Fields, PropertyRole.UploadHeaders);
        Add(flow.Session?.Id, PropertyRole.SessionId);
        foreach (var argument in flow.Confirm?.Arguments ?? [])
        {
            Add((argument.Value as SessionValue)?.Path, PropertyRole.SessionId);
        }
    }

    /// <summary>The member of the request that declares the media type; one whole request declares nothing that another could contradict.</summary>
    private void Request(FlowModel flow, OperationModel? create)
    {
        if (flow.Session is not null && MediaTypeOf(flow, isParameter: false) is { } name && create?.Body is JsonBodyModel body && body.Type.AsNonNullable() is NamedType request
            && !_properties.ContainsKey((request.Name, name)))
        {
            _properties.Add((request.Name, name), PropertyRole.UploadMediaType);
        }
    }

    private static string? MediaTypeOf(FlowModel flow, bool isParameter)
        => flow.CreateRoles.FirstOrDefault(role => role.Role == FileRole.MediaType && role.IsParameter == isParameter)?.Name;

    private void Add(MemberPath? path, PropertyRole role)
    {
        if (path is not null && !_properties.ContainsKey((path.Last.DeclaringType, path.Last.Name)))
        {
            _properties.Add((path.Last.DeclaringType, path.Last.Name), role);
        }
    }
}
