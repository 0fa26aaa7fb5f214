using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Operations;

namespace UploadGen.Generator.Flows.Plans;

/// <summary>The plan of an upload to a URL: open, send, confirm.</summary>
internal sealed class UrlPlan(FlowDocument document, NameScope clientMembers, FoundUrl flow)
{
    private readonly OpeningPlan _opening = new(document, flow.Opening);
    private static readonly TypeRef AnyAnswer = new ScalarType(Scalar.Element).AsNullable();

    private readonly CallParameters _parameters = new();

    public FlowModel Plan(string name)
    {
        var methodName = CallName.Take(clientMembers, name);
        var verb = flow switch
        {
            FoundPut => "Put",
            FoundAnswered or FoundProtocol => "Send",
            _ => "Post",
        };
        var sendName = clientMembers.Take(verb + name + "Upload", OperationNames.Suffix);
        var builderName = clientMembers.Take(name + "Upload");
        var steps = new StepPlan(document, flow.Opening, _parameters);
        var opening = _opening.Model(steps.Create(), steps);
        var confirm = flow.Opening.Confirm is { } found ? new ConfirmModel(steps.Confirm(found), flow.RecordedSize) : null;
        var abort = flow.Opening.Abort is { } way ? steps.Known(way) : null;
        var call = new FlowCallModel(methodName, builderName, _parameters.Ordered, _opening.MaxSize, Answer ?? _opening.Result, IsWithSession());
        var storage = new StorageModel(sendName, flow.Url, confirm, Many(name, call), Presence());
        return flow switch
        {
            FoundPut put => new PresignedFlowModel(name, call, opening, abort, storage, Texts(put.Headers)),
            FoundPost post => new FormPostFlowModel(name, call, opening, abort, storage, Texts(post.Fields), Texts(post.Headers), post.FileField),
            FoundAnswered sent => new AnsweredFlowModel(name, call, opening, abort, storage, Method(sent), Texts(sent.Headers)),
            FoundPostFile post => new FilePostFlowModel(name, call, opening, abort, storage, Texts(post.Headers)),
            FoundProtocol sent => new ProtocolFlowModel(name, call, opening, abort, storage, sent.Protocol, sent.IsEndpoint, Texts(sent.Headers), Answer),
            _ => throw new InvalidOperationException("A file goes to its URL by PUT, by POST, or by a protocol."),
        };
    }

    /// <summary>What the last answer says of the file, where that is what there is to give; any JSON, and maybe none, where nothing is stated of it.</summary>
    private TypeRef? Answer => flow is FoundProtocol { IsAnswered: true } sent ? sent.Result ?? AnyAnswer : null;

    private bool IsWithSession() => Answer == AnyAnswer || (flow.Presence is not null && (Answer ?? flow.Opening.Confirm?.Operation.Result) is not null);

    private PresenceModel? Presence()
        => flow.Presence is not { } found ? null : new PresenceModel(
            found.Flags.Select(flag => new PresenceFlag(flag.Path, flag.Value)).ToEquatableArray(),
            found.State,
            found.IsMeantByLack);

    private AnsweredMethodModel Method(FoundAnswered sent)
        => new(sent.Method.Path, sent.Method.Default, Texts(sent.Fields), sent.FileField, sent.WantsForm);

    private TextsModel? Texts(MemberPath? path) => path is null ? null : new TextsMembers(document).Model(path);

    private ManySessionsModel? Many(string name, FlowCallModel call)
        => new ManyPlan(document, clientMembers, [flow.Create, .. flow.Opening.Confirm is { } confirm ? new[] { confirm.Operation } : []])
            .Sessions(name, call, _parameters, flow.Opening, flow.Url, Secrets());

    /// <summary>What storage is told: who has it may upload.</summary>
    private MemberPath?[] Secrets() => flow switch
    {
        FoundPut put => [put.Headers],
        FoundPost post => [post.Headers, post.Fields],
        FoundAnswered sent => [sent.Headers, sent.Fields],
        FoundPostFile post => [post.Headers],
        FoundProtocol sent => [sent.Headers],
        _ => [],
    };
}
