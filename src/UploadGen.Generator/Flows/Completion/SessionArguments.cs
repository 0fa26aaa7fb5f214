using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Completion;

/// <summary>
/// What a later step of a flow takes from the earlier one: its id by name or as the only one of its type, keys by name,
/// what was said before again, and what the file knows.
/// </summary>
internal sealed class SessionArguments(FlowDocument document, OperationModel create, SessionMembers session)
{
    private const int MaxDepth = 3;

    private readonly FlowExpression _expressions = new(document, create);
    private readonly SessionKeys _keys = new(create, session);

    /// <summary>The session's member that a parameter takes which stands where the upload's id must.</summary>
    public MemberPath? SessionId(ParameterModel parameter)
    {
        var fitting = session.Identifiers.Where(member => member.Path.Type == parameter.Type.AsNonNullable()).ToList();
        var words = UploadWords.Split(parameter.WireName);
        if (words.Intersect(UploadWords.Others).Any())
        {
            return null;
        }

        var outermost = fitting.Where(member => member.Path.Steps.Count == fitting.Min(other => other.Path.Steps.Count)).ToList();
        return (fitting.FirstOrDefault(member => UploadWords.Split(member.Property.JsonName).SequenceEqual(words))
            ?? Only(outermost)
            ?? Only(outermost.Where(member => member.Property.IsRequired))
            ?? Only(outermost.Where(member => SessionKeys.IsBareId(member.Property.JsonName))))?.Path
            ?? _keys.Find(parameter.WireName, parameter.Type);
    }

    /// <summary>Whether a step has to be told what is neither known nor said before: another purpose than the upload's has its own inputs.</summary>
    public bool WantsMore(FoundStep step)
    {
        var members = (document.Request(step.Operation)?.Properties ?? [])
            .Where(property => property is { IsRequired: true, IsReadOnly: false, Constant: null })
            .Select(property => property.Name)
            .Except(step.Arguments.Where(argument => !argument.IsParameter).Select(argument => argument.Name));
        var parameters = step.Operation.Parameters
            .Where(parameter => parameter.IsRequired
                && !create.Parameters.Any(said => said.In == parameter.In && said.WireName == parameter.WireName && said.Type == parameter.Type))
            .Select(parameter => parameter.Name)
            .Except(step.Arguments.Where(argument => argument.IsParameter).Select(argument => argument.Name));
        return members.Concat(parameters).Any();
    }

    /// <summary>The parameter of a step's path that nothing answers: a caller couldn't either, before the upload is opened.</summary>
    public string? Unknown(FoundStep step)
        => step.Operation.Parameters
            .Where(parameter => parameter.In == ParameterIn.Path
                && step.Arguments.All(argument => !argument.IsParameter || argument.Name != parameter.Name)
                && !create.Parameters.Any(said => said.In == parameter.In && said.WireName == parameter.WireName && said.Type == parameter.Type))
            .Select(parameter => parameter.WireName)
            .FirstOrDefault();

    /// <summary>The key that an object in an operation's body must have, where the call can't make that object.</summary>
    public string? Inner(OperationModel operation)
        => document.Request(operation) is { } request ? Inner(request, holder: null, depth: 0) : null;

    /// <summary>What the flow knows to say in a body.</summary>
    public IEnumerable<FoundArgument> OfBody(OperationModel operation) => document.Request(operation) is { } request ? Of(request) : [];

    /// <summary>What the flow knows to say in an object.</summary>
    public IEnumerable<FoundArgument> Of(RecordModel request)
        => request.Properties
            .Where(property => !property.IsReadOnly)
            .Select(property => OriginOf(property) is { } origin ? FoundArgument.Property(property.Name, origin) : null)
            .OfType<FoundArgument>();

    /// <summary>
    /// The keys of the session that an operation's parameters take by their names; null where one in its path is neither a key nor was said at the opening.
    /// </summary>
    public IReadOnlyList<FoundArgument>? OfParameters(OperationModel operation)
    {
        var arguments = new List<FoundArgument>();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In is ParameterIn.Path or ParameterIn.Query or ParameterIn.Header))
        {
            var isSaid = create.Parameters.Any(said => said.In == parameter.In && said.WireName == parameter.WireName && said.Type == parameter.Type);
            if (!isSaid && _keys.Find(parameter.WireName, parameter.Type) is { } key)
            {
                arguments.Add(FoundArgument.Parameter(parameter.Name, new SessionOrigin(key)));
            }
            else if (!isSaid && parameter.In == ParameterIn.Path)
            {
                return null;
            }
        }

        return arguments;
    }

    /// <summary>The keys of the session that an operation takes in its query, its headers or a form.</summary>
    public IEnumerable<FoundArgument> OfQuery(OperationModel operation)
    {
        var parameters = operation.Parameters
            .Where(parameter => parameter.In is ParameterIn.Query or ParameterIn.Header)
            .Where(parameter => !create.Parameters.Any(said => said.In == parameter.In && said.WireName == parameter.WireName && said.Type == parameter.Type))
            .Select(parameter => (parameter.Name, Key: _keys.Find(parameter.WireName, parameter.Type), IsParameter: true));
        var fields = ((operation.Body as FormBodyModel)?.Fields ?? [])
            .Select(field => (field.Name, Key: _keys.Find(field.WireName, field.Type), IsParameter: false));
        return parameters.Concat(fields)
            .Where(taker => taker.Key is not null)
            .Select(taker => new FoundArgument(taker.Name, taker.IsParameter, new SessionOrigin(taker.Key!)));
    }

    /// <summary>The id or key of the session that a body wants, beside all else that the flow knows to say in it.</summary>
    public FoundStep? ByKey(OperationModel operation)
    {
        var required = (document.Request(operation)?.Properties ?? []).Where(property => property.IsRequired).Select(property => property.Name).ToList();
        var arguments = OfBody(operation).ToList();
        return arguments.Any(argument => argument.Origin.Session.Any() && required.Contains(argument.Name)) ? new FoundStep(operation, arguments) : null;
    }

    /// <summary>The id that a body must have and the session has by the same name, though it may be anything's.</summary>
    public FoundArgument? BareId(OperationModel operation)
        => (from property in document.Request(operation)?.Properties ?? []
            where property is { IsRequired: true, IsReadOnly: false }
            from member in session.Identifiers
            where member.Property.JsonName == property.JsonName && member.Path.Type == property.Type.AsNonNullable()
            select FoundArgument.Property(property.Name, new SessionOrigin(member.Path))).FirstOrDefault();

    private Origin? OriginOf(PropertyModel property) => Key(property) ?? (Origin?)Again(property) ?? File(property);

    /// <summary>A key by its name; or an object, or a list, that is about the upload and has one.</summary>
    private Origin? Key(PropertyModel property)
    {
        if (_keys.Find(property.JsonName, property.Type) is { } key)
        {
            return new SessionOrigin(key);
        }

        return property.Type.AsNonNullable() switch
        {
            ListType { Item: ScalarType item } when _keys.Find(Singular(property), item) is { } one => new ListOrigin(new SessionOrigin(one)),
            ListType list when document.Record(list.Item) is { } record && Object(Singular(property), record) is { } item => new ListOrigin(item),
            var type when document.Record(type) is { } record => Object(property.JsonName, record),
            _ => null,
        };
    }

    /// <summary>An object whose key the session has, and that wants nothing else.</summary>
    private ObjectOrigin? Object(string name, RecordModel record)
    {
        var members = record.Properties
            .Select(property => (property.Name, Key: _keys.Find(property.JsonName, property.Type, holder: name)))
            .Where(member => member.Key is not null)
            .Select(member => FoundArgument.Property(member.Name, new SessionOrigin(member.Key!)))
            .ToList();
        var isWhole = record.Properties.All(property => !property.MustBeSet || members.Exists(member => member.Name == property.Name));
        return members.Count > 0 && isWhole ? new ObjectOrigin(record, members) : null;
    }

    private string? Inner(RecordModel record, string? holder, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        var key = holder is null ? null : record.Properties
            .Where(property => UploadWords.Split(property.JsonName) is { Count: > 1 } words
                && (property.IsRequired || words.Intersect(UploadWords.Stages).Any()))
            .Select(property => IsKey(property, holder) ? property.JsonName : null)
            .FirstOrDefault(name => name is not null);
        return key ?? record.Properties
            .Select(property => Held(property) is { } inner ? Inner(inner, Singular(property), depth + 1) : null)
            .FirstOrDefault(name => name is not null);
    }

    private bool IsKey(PropertyModel property, string holder)
    {
        var type = property.Type.AsNonNullable() is ListType list ? list.Item : property.Type;
        var found = _keys.Find(property.JsonName, type, holder) ?? _keys.Find(Singular(property), type, holder) ?? _keys.Find(Singular(property), type);
        return found is { } path
            && !UploadWords.Split(path.Last.JsonName).Intersect(UploadWords.Others).Any();
    }

    private RecordModel? Held(PropertyModel property)
        => document.Record(property.Type.AsNonNullable() is ListType list ? list.Item : property.Type);

    /// <summary>What was said when the upload was opened.</summary>
    private RequestOrigin? Again(PropertyModel property)
        => document.Request(create)?.Properties.FirstOrDefault(said => said.JsonName == property.JsonName) is { } said
            && said.Type.AsNonNullable() == property.Type.AsNonNullable()
            && (!property.IsRequired || _expressions.IsGiven(new RequestOrigin(said.Name)))
                ? new RequestOrigin(said.Name)
                : null;

    private static FileOrigin? File(PropertyModel property)
        => FlowMembers.RoleOf(property) is { } role && !FlowMembers.Is(property, "name") ? new FileOrigin(role) : null;

    private static string Singular(PropertyModel property)
    {
        var words = UploadWords.Split(property.JsonName);
        return string.Join("_", words.Take(words.Count - 1).Concat(words.Skip(words.Count - 1).Select(UploadWords.Singular)));
    }

    private static AnswerMember? Only(IEnumerable<AnswerMember> members)
    {
        var first = members.Take(2).ToList();
        return first.Count == 1 ? first[0] : null;
    }
}
