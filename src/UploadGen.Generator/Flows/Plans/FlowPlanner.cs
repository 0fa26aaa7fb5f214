using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>Plans what is generated for a flow: a plan for each kind.</summary>
/// <param name="document">The document that the flow was found in.</param>
/// <param name="clientMembers">The names of the client's members.</param>
internal sealed class FlowPlanner(FlowDocument document, NameScope clientMembers)
{
    public FlowModel Plan(string name, FoundFlow flow) => flow switch
    {
        FoundRequest request => new RequestPlan(document, clientMembers).Plan(name, request),
        FoundUrl url => new UrlPlan(document, clientMembers, url).Plan(name),
        KnownParts parts => new PartsPlan(document, clientMembers, parts).Plan(name),
        FoundSequence { Opening.Confirm: { } confirm } when new StorageAnswers(document).Required(confirm) is { } told
            => new OpenFlowModel(name, flow.Create.Key, $"'{confirm.Operation.Id}' must be told {told}, which only the answer to the file tells"),
        FoundSequence sequence => new SequencePlan(document, clientMembers, sequence).Plan(name),
        OpenSequence open => new OpenFlowModel(name, open.Create.Key, open.Missing),
        OpenParts open => new OpenFlowModel(name, open.Create.Key, open.Missing),
        _ => throw new ArgumentOutOfRangeException(nameof(flow)),
    };
}
