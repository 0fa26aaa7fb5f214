using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>
/// What a later step of a flow takes from the earlier one: its id by name or as the only one of its type, keys by name,
/// what was said before again, and what the file knows.
/// </summary>
internal sealed class ConfirmArguments(FlowDocument document, OperationModel create, SessionMembers session)
{
    private readonly FlowExpression _expressions = new(document, create);

    /// <summary>The session's member that a parameter takes.</summary>
    public MemberPath? SessionId(ParameterModel parameter)
    {
        var fitting = session.Identifiers.Where(member => member.Path.Type == parameter.Type.AsNonNullable()).ToList();
        var words = UploadWords.Split(parameter.WireName);
        var outermost = fitting.Where(member => member.Path.Steps.Count == fitting.Min(other => other.Path.Steps.Count)).ToList();
        return (fitting.FirstOrDefault(member => UploadWords.Split(member.Property.JsonName).SequenceEqual(words))
            ?? Only(outermost)
            ?? Only(outermost.Where(member => member.Property.IsRequired))
            ?? Only(outermost.Where(member => IsBareId(member.Property))))?.Path;
    }

    /// <summary>What the flow knows to say in a body.</summary>
    public IEnumerable<FoundArgument> OfBody(OperationModel operation)
        => (document.Request(operation)?.Properties ?? [])
            .Select(property => OriginOf(property) is { } origin ? FoundArgument.Property(property.Name, origin) : null)
            .OfType<FoundArgument>();

    /// <summary>The id or key of the session that a body wants, beside all else that the flow knows to say in it.</summary>
    public FoundStep? ByKey(OperationModel operation)
    {
        var required = (document.Request(operation)?.Properties ?? []).Where(property => property.IsRequired).Select(property => property.Name).ToList();
        var arguments = OfBody(operation).ToList();
        return arguments.Any(argument => argument.Origin is SessionOrigin && required.Contains(argument.Name))
            ? new FoundStep(operation, arguments)
            : null;
    }

    private Origin? OriginOf(PropertyModel property) => (Origin?)Key(property) ?? (Origin?)Again(property) ?? File(property);

    /// <summary>An id or key of the same name. A bare <c>id</c> may be anything's.</summary>
    private SessionOrigin? Key(PropertyModel property)
    {
        var words = UploadWords.Split(property.JsonName);
        var named = session.Identifiers.Where(member => UploadWords.Split(member.Property.JsonName).SequenceEqual(words));
        var member = IsBareId(property) || !FlowMembers.IsIdentifier(property)
            ? null
            : named.FirstOrDefault(member => member.Path.Type == property.Type.AsNonNullable());
        return member is null ? null : new SessionOrigin(member.Path);
    }

    /// <summary>What was said when the upload was opened.</summary>
    private RequestOrigin? Again(PropertyModel property)
        => document.Request(create)?.Properties.FirstOrDefault(said => said.JsonName == property.JsonName) is { } said
            && said.Type.AsNonNullable() == property.Type.AsNonNullable()
            && (!property.IsRequired || _expressions.IsGiven(new RequestOrigin(said.Name)))
                ? new RequestOrigin(said.Name)
                : null;

    private static FileOrigin? File(PropertyModel property)
        => FlowMembers.RoleOf(property) is { } role && !FlowMembers.Is(property, "name") ? new FileOrigin(role) : null;

    private static bool IsBareId(PropertyModel property) => FlowMembers.Is(property, "id");

    private static AnswerMember? Only(IEnumerable<AnswerMember> members)
    {
        var first = members.Take(2).ToList();
        return first.Count == 1 ? first[0] : null;
    }
}
