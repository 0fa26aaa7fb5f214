using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>What the readers of a statement's members share: the document, the operation, what was read so far, and the place.</summary>
internal sealed class StatementContext(FlowDocument document, OperationModel create, FlowStatement statement, StatementPlace place)
{
    public FlowStatement Statement { get; } = statement;

    public StatementPlace Place { get; } = place;

    public FlowDocument Document => document;

    public FlowExpression Expressions { get; } = new(document, create);

    /// <summary>The same, at a member of what stands here.</summary>
    public StatementContext At(string member) => new(document, create, Statement, Place.Then(member));

    /// <summary>Says why what stands here isn't taken.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="end">How the sentence ends.</param>
    public void Ignore(string problem, string end = ".") => document.ReportNotBound(create, $"{problem}{end} It is ignored", Place);

    /// <summary>Says why what stands here leaves the flow without a step.</summary>
    public void Refuse(string problem)
        => document.ReportNotBound(create, $"{problem}. Its operations are generated, and no call that does all; correct it", Place);

    /// <summary>An object, of which the members that aren't known are reported; null where something else stands.</summary>
    /// <param name="value">What stands there.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="known">The members that are known.</param>
    public JsonObject? Object(JsonNode? value, string name, IReadOnlyList<string> known)
    {
        var members = value as JsonObject;
        foreach (var member in (members ?? []).Where(member => !known.Contains(member.Key)))
        {
            var end = NearestName.Question(member.Key, known, $"; there are {string.Join(", ", known)}.");
            At(member.Key).Ignore($"{name} has no member '{member.Key}'", end);
        }

        return members;
    }

    /// <summary>A text, or null.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
