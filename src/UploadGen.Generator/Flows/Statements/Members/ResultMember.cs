using System.Text.Json.Nodes;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>What the last answer to the file says, by the place of its schema: <c>result</c>.</summary>
internal sealed class ResultMember() : StatementMember(StatedResults.Member)
{
    public override void Read(StatementContext context, JsonNode? value)
    {
        if (StatedResults.Id(value) is not { } id)
        {
            context.Ignore($"{Name} is not the place of a schema, as #/components/schemas/… is one");
            return;
        }

        if (context.Document.Schema(id) is not { } type)
        {
            context.Ignore($"{Name} is the place of a schema that isn't there, or that nothing is generated of");
            return;
        }

        context.Statement.Result = type.AsNonNullable();
    }
}
