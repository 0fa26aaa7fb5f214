using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>The plan of an upload whose file goes to an operation of the API: open, send, confirm.</summary>
internal sealed class SequencePlan(FlowDocument document, NameScope clientMembers, FoundSequence flow)
{
    private readonly OpeningPlan _opening = new(document, flow.Opening);
    private readonly CallParameters _parameters = new();

    public SequenceFlowModel Plan(string name)
    {
        var methodName = CallName.Take(clientMembers, name);
        var builderName = clientMembers.Take(name + "Upload");
        var steps = new StepPlan(document, flow.Opening, _parameters);
        var opening = _opening.Model(steps.Create(), steps);
        var send = steps.Send(flow.Send);
        var confirm = flow.Opening.Confirm is { } found ? new ConfirmModel(steps.Confirm(found), RecordedSize.Find(document, flow.Opening)) : null;
        var abort = flow.Opening.Abort is { } way ? steps.Known(way) : null;
        var call = new FlowCallModel(methodName, builderName, _parameters.Ordered, _opening.MaxSize, _opening.Result);
        return new SequenceFlowModel(name, call, opening, abort, send, confirm, Many(name, call));
    }

    private ManySessionsModel? Many(string name, FlowCallModel call)
        => new ManyPlan(
                document, clientMembers, [flow.Create, flow.Send.Operation, .. flow.Opening.Confirm is { } confirm ? new[] { confirm.Operation } : []])
            .Sessions(name, call, _parameters, flow.Opening);
}
