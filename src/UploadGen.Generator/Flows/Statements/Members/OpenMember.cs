using System.Text.Json.Nodes;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>What the request that opens the upload says in every upload: <c>open</c>.</summary>
internal sealed class OpenMember() : StatementMember("open")
{
    private const string Parameters = "parameters";
    private const string RequestBody = "requestBody";

    public override IReadOnlyList<string> Members { get; } = [Parameters, RequestBody];

    public override void Read(StatementContext context, JsonNode? value)
    {
        if (context.Object(value, Name, Members) is not { } members)
        {
            context.Ignore($"{Name} is no object of parameters and a requestBody");
            return;
        }

        context.Statement.Open = new OpeningStatement(
            StepMember.Object(context, members, Parameters), StepMember.Object(context, members, RequestBody), context.Place);
    }
}
