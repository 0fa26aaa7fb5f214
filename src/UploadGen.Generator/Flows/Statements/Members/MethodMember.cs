using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Recognition;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>The method by which the file is sent, or the member of the answer that says it: <c>method</c>.</summary>
internal sealed class MethodMember() : StatementMember("method")
{
    public static IReadOnlyList<string> Choices { get; } = ["PUT", "POST"];

    public override void Read(StatementContext context, JsonNode? value)
    {
        if (FlowExpression.IsExpression(StatementContext.Text(value) ?? ""))
        {
            context.Statement.MethodMember = PathMember.Find(context, value, Name, "a text", UrlMethod.CanBeMethod);
        }
        else
        {
            context.Statement.Method = ChoiceMember.Find(context, value, Name, Choices);
        }
    }
}
