using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>The plan of an upload in parts: open, send the parts, put them together.</summary>
internal sealed class PartsPlan(FlowDocument document, NameScope clientMembers, KnownParts flow)
{
    private readonly OpeningPlan _opening = new(document, flow.Opening);
    private readonly CallParameters _parameters = new("count", "part", "parts", "item", "url", "signed");

    public PartsFlowModel Plan(string name)
    {
        var methodName = CallName.Take(clientMembers, name);
        var builderName = clientMembers.Take(name + "Upload");
        var steps = new StepPlan(document, flow.Opening, _parameters) { SendsBytesElsewhere = true };
        var opening = _opening.Model(steps.Create((flow as KnownPartUrls)?.Ask?.Step), steps);
        var complete = flow.Complete is { } confirm ? steps.Confirm(confirm) : null;
        var target = Target(steps);
        var call = new FlowCallModel(methodName, builderName, _parameters.Ordered, _opening.MaxSize, _opening.Result);
        return new PartsFlowModel(
            name,
            call,
            opening,
            flow.Opening.Abort is { } abort ? abort.Operation.Body is null ? steps.Known(abort) : steps.Ask(abort) : null,
            target,
            flow.Terms is { } terms ? new PartTermsModel(terms.Inspect is { } inspect ? steps.Known(inspect) : null, terms.PartSize, terms.IsParallel) : null,
            complete,
            RecordedSize.Find(document, flow.Opening),
            Many(name, call));
    }

    /// <summary>The one call for many files. Each file's outcome holds a value, and a stream is none: somebody would have to dispose it.</summary>
    private ManySessionsModel? Many(string name, FlowCallModel call)
    {
        if (call.Result.AsNonNullable() is FileType)
        {
            return null;
        }

        OperationModel?[] steps = [flow.Opening.Create, (flow as KnownPartOperation)?.Send.Operation, flow.Complete?.Operation];
        var many = new ManyPlan(document, clientMembers, steps.OfType<OperationModel>().ToArray())
            .Call(name, call.Parameters, parameter => _parameters.Known(parameter)?.Parameter, isNamed: flow.Opening.Role(FileRole.FileName) is not null);
        return many is null ? null : new ManySessionsModel(many, CanBeResumed(), Secrets: []);
    }

    /// <summary>
    /// Whether another run of the program can go on, from what may be written down of the session: no URL, as any may be signed, and no header that is sent
    /// with one. URLs of parts that can be asked for again aren't needed.
    /// </summary>
    private bool CanBeResumed() => flow switch
    {
        KnownPartUrls { Ask.Step: { } ask, Headers: null } => new[] { ask, flow.Complete, flow.Terms?.Inspect }.All(MayBeWritten),
        KnownPartOperation { Send: { } send } => new[] { send, flow.Complete, flow.Terms?.Inspect }.All(MayBeWritten),
        _ => false,
    };

    private static bool MayBeWritten(FoundStep? step) => step?.SessionMembers.All(path => path.Type is not ScalarType { Kind: Scalar.Uri }) ?? true;

    private PartAskModel Ask(FoundAsk ask, StepPlan steps)
        => new(steps.Ask(ask.Step), ask.Items, ask.Batch, ask.First, IsOpening: ask.Step.Operation.Key == flow.Create.Key);

    private PartTargetModel Target(StepPlan steps) => flow switch
    {
        KnownPartUrls urls => new PartUrlsModel(
            urls.Given,
            urls.Ask is { } ask ? Ask(ask, steps) : null,
            urls.Headers is { } headers ? new TextsMembers(document).Model(headers) : null,
            urls.NeedsETags),
        KnownPartOperation operation => new PartOperationModel(steps.Known(operation.Send), operation.MaxPartSize, operation.Item, operation.IsSequential)
        {
            Received = operation.Received,
        },
        _ => throw new InvalidOperationException("Parts go to URLs or to an operation."),
    };
}
