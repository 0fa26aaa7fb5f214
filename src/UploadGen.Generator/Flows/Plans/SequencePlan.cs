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

    /// <summary>The one call for many files. Each file's outcome holds a value, and a stream is none: somebody would have to dispose it.</summary>
    private ManySessionsModel? Many(string name, FlowCallModel call)
    {
        if (call.Result.AsNonNullable() is FileType)
        {
            return null;
        }

        OperationModel?[] steps = [flow.Create, flow.Send.Operation, flow.Opening.Confirm?.Operation];
        var many = new ManyPlan(document, clientMembers, steps.OfType<OperationModel>().ToArray())
            .Call(name, call.Parameters, parameter => _parameters.Known(parameter)?.Parameter, isNamed: flow.Opening.Role(FileRole.FileName) is not null);
        return many is null ? null : new ManySessionsModel(many, CanBeResumed(), Secrets: []);
    }

    /// <summary>Whether another run of the program can confirm, from what may be written down of the session: any URL may be signed.</summary>
    private bool CanBeResumed()
        => flow.Opening.Confirm is not { } confirm || confirm.SessionMembers.All(path => path.Type is not ScalarType { Kind: Scalar.Uri });
}
