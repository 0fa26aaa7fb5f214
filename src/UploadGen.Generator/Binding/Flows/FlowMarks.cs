using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding.Flows;

/// <summary>Writes onto operations and types what part they have in a flow, for the attributes that the analyzer reads.</summary>
internal static class FlowMarks
{
    public static OperationModel Mark(OperationModel operation, IEnumerable<FlowModel> flows)
    {
        foreach (var flow in flows)
        {
            if (flow.CreateOperationId == operation.Id)
            {
                return operation with { FlowStep = new FlowStepModel(FlowStep.Create, flow.Name) };
            }

            if (flow.Confirm is { } confirm && confirm.OperationId == operation.Id)
            {
                var parameters = operation.Parameters.Select(parameter => parameter with { IsSessionId = parameter.Name == confirm.Parameter });
                return operation with { FlowStep = new FlowStepModel(FlowStep.Confirm, flow.Name), Parameters = parameters.ToEquatableArray() };
            }
        }

        return operation;
    }

    public static TypeModel Mark(TypeModel type, IEnumerable<FlowModel> flows)
    {
        if (type is not RecordModel record || flows.FirstOrDefault(flow => flow.SessionType == record.Name) is not { } flow)
        {
            return type;
        }

        return record with { Properties = record.Properties.Select(property => property with { Role = Role(property, flow) }).ToEquatableArray() };
    }

    private static PropertyRole Role(PropertyModel property, FlowModel flow)
        => property.Name == flow.UrlProperty ? PropertyRole.PresignedUrl
            : property.Name == flow.HeadersProperty ? PropertyRole.UploadHeaders
            : property.Name == flow.Confirm?.SessionProperty ? PropertyRole.SessionId
            : PropertyRole.None;
}
