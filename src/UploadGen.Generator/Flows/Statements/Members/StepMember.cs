using System.Text.Json;
using System.Text.Json.Nodes;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>A step that an operation does: <c>send</c>, <c>confirm</c>, <c>abort</c>, <c>recover</c>.</summary>
/// <param name="name">The statement's member.</param>
/// <param name="set">Takes the step, and all that is said of it.</param>
internal sealed class StepMember(string name, Action<FlowStatement, StepStatement, JsonObject> set) : StatementMember(name)
{
    private const string Id = "operationId";
    private const string Ref = "operationRef";
    private const string Parameters = "parameters";
    private const string RequestBody = "requestBody";

    /// <summary>Takes that there is no such step; null where that can't be said.</summary>
    public Action<FlowStatement>? SetNone { get; init; }

    /// <summary>Takes that the step can't be read; null where the flow is complete without it.</summary>
    public Action<FlowStatement>? SetUnread { get; init; }

    /// <summary>Whether the operation can be told something in its body.</summary>
    public bool HasBody { get; init; } = true;

    /// <summary>What can be said beside the operation and what it is told.</summary>
    public string? Other { get; init; }

    public override IReadOnlyList<string> Members
        => new[] { Id, Ref, Parameters, HasBody ? RequestBody : null, Other }.OfType<string>().ToList();

    public override void Read(StatementContext context, JsonNode? value)
    {
        if (context.Object(value, Name, Members) is { } members)
        {
            Read(context, members);
        }
        else if (SetNone is not null && value?.GetValueKind() == JsonValueKind.False)
        {
            SetNone(context.Statement);
        }
        else
        {
            Refuse(context, SetNone is null ? $"{Name} is no object with an operationId" : $"{Name} is neither an object with an operationId nor false");
        }
    }

    /// <summary>A flow that lacked a step which is meant to be there would be another.</summary>
    private void Refuse(StatementContext context, string problem)
    {
        if (SetUnread is null)
        {
            context.Ignore(problem);
            return;
        }

        SetUnread(context.Statement);
        context.Refuse(problem);
    }

    private void Read(StatementContext context, JsonObject members)
    {
        var (id, reference) = (StatementContext.Text(members[Id]), StatementContext.Text(members[Ref]));
        if (id is null && reference is null)
        {
            Refuse(context, $"{Name} names no operation: it has neither an operationId nor an operationRef that is a text");
            return;
        }

        var requestBody = HasBody ? Object(context, members, RequestBody) : null;
        set(context.Statement, new StepStatement(id, reference, Object(context, members, Parameters), requestBody, context.Place), members);
    }

    /// <summary>An object of what a request is told.</summary>
    public static JsonObject? Object(StatementContext context, JsonObject members, string name)
    {
        if (members.ContainsKey(name) && members[name] is not JsonObject)
        {
            context.At(name).Ignore($"{name} is no object");
        }

        return members[name] as JsonObject;
    }
}
