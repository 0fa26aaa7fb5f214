using System.Text.Json.Nodes;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>One of several words: <c>method</c>, <c>protocol</c>.</summary>
/// <param name="name">The statement's member.</param>
/// <param name="choices">The words.</param>
/// <param name="set">Takes the one that is said.</param>
internal sealed class ChoiceMember(string name, IReadOnlyList<string> choices, Action<FlowStatement, string> set) : StatementMember(name)
{
    public IReadOnlyList<string> Choices => choices;

    public override void Read(StatementContext context, JsonNode? value)
    {
        if (Find(context, value, Name, choices) is { } choice)
        {
            set(context.Statement, choice);
        }
    }

    public static string? Find(StatementContext context, JsonNode? value, string name, IReadOnlyList<string> choices)
    {
        if (StatementContext.Text(value) is { } text && choices.Contains(text))
        {
            return text;
        }

        var quoted = choices.Select(choice => $"\"{choice}\"").ToList();
        var none = choices.Count == 2 ? $"neither {quoted[0]} nor {quoted[1]}" : "none of " + string.Join(", ", quoted);
        context.Ignore($"{name} is {none}", NearestName.Question(StatementContext.Text(value) ?? "", choices));
        return null;
    }
}
