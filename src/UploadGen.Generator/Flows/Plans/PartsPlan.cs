using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>
/// The plan of an upload in parts: open, send the parts, put them together. There is no call for many files: a file in parts has a state of its own to go
/// on with, and a journal of many doesn't hold that.
/// </summary>
internal sealed class PartsPlan(FlowDocument document, NameScope clientMembers, KnownParts flow)
{
    private readonly OpeningPlan _opening = new(document, flow.Opening);
    private readonly CallParameters _parameters = new("options", "count", "first", "part", "parts");

    public PartsFlowModel Plan(string name)
    {
        var methodName = CallName.Take(clientMembers, name);
        var builderName = clientMembers.Take(name + "Upload");
        var steps = new StepPlan(document, flow.Opening, _parameters);
        var opening = _opening.Model(steps.Create((flow as KnownPartUrls)?.More), steps);
        var complete = steps.Confirm(flow.Complete);
        return new PartsFlowModel(
            name,
            new FlowCallModel(methodName, builderName, _parameters.Ordered, _opening.MaxSize, _opening.Result),
            opening,
            flow.Opening.Abort is { } abort ? steps.Known(abort) : null,
            Target(steps),
            flow.Terms is { } terms ? new PartTermsModel(terms.Inspect is { } inspect ? steps.Known(inspect) : null, terms.PartSize, terms.IsParallel) : null,
            complete,
            RecordedSize.Find(document, flow.Opening));
    }

    private PartTargetModel Target(StepPlan steps) => flow switch
    {
        KnownPartUrls urls => new PartUrlsModel(
            urls.Urls,
            urls.Headers is { } headers ? new TextsMembers(document).Model(headers) : null,
            urls.NeedsETags,
            urls.More is { } more ? steps.Known(more) : null),
        KnownPartOperation operation => new PartOperationModel(steps.Known(operation.Send), operation.MaxPartSize, operation.Item),
        _ => throw new InvalidOperationException("Parts go to URLs or to an operation."),
    };
}
