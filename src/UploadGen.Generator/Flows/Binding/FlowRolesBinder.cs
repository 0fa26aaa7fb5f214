using UploadGen.Core;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Flows.Completion;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>Collects what operations and members of types are for in flows. The first flow that has a use for one decides.</summary>
internal sealed class FlowRolesBinder(FlowDocument document)
{
    private readonly Dictionary<OperationKey, OperationRoleModel> _operations = [];
    private readonly Dictionary<(string Type, string Property), PropertyRoleModel> _properties = [];

    public FlowRolesModel Bind(IEnumerable<(string Name, FoundFlow Flow)> flows)
    {
        foreach (var (name, flow) in flows)
        {
            if (flow is FoundSession session)
            {
                AddOperations(name, session);
                AddProperties(session);
            }
            else
            {
                Add(name, flow.Create, FlowStep.Whole);
            }
        }

        return new FlowRolesModel(_operations.Values.ToEquatableArray(), _properties.Values.ToEquatableArray());
    }

    private void AddOperations(string flow, FoundSession session)
    {
        Add(flow, session.Create, FlowStep.Create, mediaType: session.Opening.Role(FileRole.MediaType) is { IsParameter: true } role ? role.Name : null);
        Add(flow, session.Opening.Confirm, FlowStep.Confirm, state: State(session.Opening.Confirm));

        // A part is told where it belongs, or only counts where what it gave is named at the end.
        Add(flow, Send(session), FlowStep.Put, isRepeatable: session is KnownPartOperation);
        Add(flow, session.Opening.Abort, FlowStep.Abort);
    }

    /// <summary>The step that sends a part.</summary>
    private static FoundStep? Send(FoundSession session) => session switch
    {
        KnownPartOperation known => known.Send,
        OpenParts { Found: FoundPartOperation found } => found.Send,
        FoundSequence sequence => sequence.Send,
        OpenSequence { Found: var found } => found.Send,
        _ => null,
    };

    private void AddProperties(FoundSession session)
    {
        foreach (var (path, role) in Members(session))
        {
            Add(path, role);
            if (path is not null && role == PropertyRole.UploadHeaders)
            {
                AddTexts(path);
            }
        }

        // One whole request declares nothing that another could contradict; a session's request does.
        if (session.Opening.Role(FileRole.MediaType) is { IsParameter: false } type
            && session.Create.Body is JsonBodyModel body && body.Type.AsNonNullable() is NamedType request)
        {
            Add(request.Name, type.Name, PropertyRole.UploadMediaType);
        }
    }

    /// <summary>The texts of headers or fields that are records of their own.</summary>
    private void AddTexts(MemberPath texts)
    {
        if (document.Record(texts.Type) is { } one)
        {
            AddTexts(one, _ => true);
        }
        else if (texts.Type is ListType list && document.Record(list.Item) is { } pair)
        {
            AddTexts(pair, property => EntryNames.IsValue(property.JsonName));
        }
    }

    private void AddTexts(RecordModel record, Func<PropertyModel, bool> isSecret)
    {
        foreach (var property in record.Properties.Where(isSecret))
        {
            Add(record.Name, property.Name, PropertyRole.HeaderValue);
        }
    }

    private static IEnumerable<(MemberPath? Path, PropertyRole Role)> Members(FoundSession session)
    {
        IEnumerable<(MemberPath? Path, PropertyRole Role)> sent = session switch
        {
            FoundPut put => [(put.Url, PropertyRole.PresignedUrl), (put.Headers, PropertyRole.UploadHeaders)],
            FoundPostFile post => [(post.Url, PropertyRole.PresignedUrl), (post.Headers, PropertyRole.UploadHeaders)],
            FoundAnswered answered =>
                [(answered.Url, PropertyRole.PresignedUrl), (answered.Headers, PropertyRole.UploadHeaders), (answered.Fields, PropertyRole.UploadHeaders)],
            FoundPost post => [(post.Url, PropertyRole.PresignedUrl), (post.Headers, PropertyRole.UploadHeaders), (post.Fields, PropertyRole.UploadHeaders)],
            KnownPartUrls known => [.. Items(known.Given), .. Items(known.Ask?.Items), (known.Headers, PropertyRole.UploadHeaders)],
            OpenParts { Found: FoundPartUrls found } => [.. Items(found.Given), .. Items(found.Ask?.Items), (found.Headers, PropertyRole.UploadHeaders)],
            _ => [],
        };
        var ids = (session.Opening.Confirm?.SessionMembers ?? []).Prepend(session.Opening.Id);
        return sent.Concat(ids.Select(id => (id, PropertyRole.SessionId)));
    }

    private static IEnumerable<(MemberPath? Path, PropertyRole Role)> Items(PartItemsModel? items)
        => [(items?.UrlMember, PropertyRole.PresignedUrl), (items?.Headers?.Path, PropertyRole.UploadHeaders)];

    /// <summary>What the confirmation is told of the upload's state. What has one value only is said without being told.</summary>
    private UploadStateModel? State(FoundStep? confirm)
    {
        if (confirm is null)
        {
            return null;
        }

        var request = document.Request(confirm.Operation)?.Properties ?? [];
        var constants = request.Where(property => property.IsRequired && !property.MustBeSet).Select(property => property.Name).ToList();
        return State(confirm.Arguments.Where(argument => argument.IsParameter || !constants.Contains(argument.Name)));
    }

    private static UploadStateModel? State(IEnumerable<FoundArgument> arguments)
        => arguments.OrderByDescending(argument => StateArguments.IsState(argument.Name)).Select(State).FirstOrDefault(state => state is not null);

    private static UploadStateModel? State(FoundArgument argument) => argument.Origin switch
    {
        EnumOrigin one => new(argument.Name, one.Value.Name),
        TextOrigin text => new(argument.Name, text.Text),
        TrueOrigin or NowOrigin or FixedOrigin { Json: "true" } => new(argument.Name, Value: null),
        ObjectOrigin made => State(made.Members),
        ListOrigin { Item: ObjectOrigin made } => State(made.Members),
        _ => null,
    };

    private void Add(string flow, FoundStep? step, FlowStep role, bool isRepeatable = false, UploadStateModel? state = null)
    {
        if (step is not null)
        {
            Add(flow, step.Operation, role, isRepeatable, step.SessionId, state: state);
        }
    }

    private void Add(
        string flow,
        OperationModel operation,
        FlowStep step,
        bool isRepeatable = false,
        string? sessionId = null,
        string? mediaType = null,
        UploadStateModel? state = null)
    {
        if (!_operations.ContainsKey(operation.Key))
        {
            _operations.Add(operation.Key, new OperationRoleModel(operation.Key, flow, step, isRepeatable, sessionId, mediaType, state));
        }
    }

    private void Add(MemberPath? path, PropertyRole role)
    {
        if (path is not null)
        {
            Add(path.Last.DeclaringType, path.Last.Name, role);
        }
    }

    private void Add(string type, string property, PropertyRole role)
    {
        if (!_properties.ContainsKey((type, property)))
        {
            _properties.Add((type, property), new PropertyRoleModel(type, property, role));
        }
    }
}
