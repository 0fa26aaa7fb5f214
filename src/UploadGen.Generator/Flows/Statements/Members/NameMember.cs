using System.Text.Json.Nodes;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>A name that the API gives to something: <c>file</c>.</summary>
/// <param name="name">The statement's member.</param>
/// <param name="wanted">What the name is of, in words.</param>
/// <param name="set">Takes it.</param>
internal sealed class NameMember(string name, string wanted, Action<FlowStatement, string> set) : StatementMember(name)
{
    public override void Read(StatementContext context, JsonNode? value)
    {
        if (Find(context, value, Name, wanted) is { } text)
        {
            set(context.Statement, text);
        }
    }

    public static string? Find(StatementContext context, JsonNode? value, string name, string wanted)
    {
        if (StatementContext.Text(value) is { Length: > 0 } text)
        {
            return text;
        }

        context.Ignore($"{name} is not the name of {wanted}");
        return null;
    }
}
