using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>What the file answers of the request that opens the upload: <c>fileName</c>, <c>size</c>, <c>contentType</c>.</summary>
internal sealed class RoleMember(string name, FileRole role) : StatementMember(name)
{
    public override void Read(StatementContext context, JsonNode? value)
    {
        if (Find(context, value, Name, role) is { } found)
        {
            context.Statement.Roles.Add(found);
        }
    }

    public static FoundRole? Find(StatementContext context, JsonNode? value, string name, FileRole role)
    {
        var (found, problem) = context.Expressions.Read(value);
        var isNumber = role is FileRole.Size or FileRole.PartCount;
        var fits = found is RequestOrigin or ParameterOrigin && context.Expressions.TypeOf(found) switch
        {
            ScalarType scalar => isNumber ? scalar.IsInteger : scalar.Kind is Scalar.String,
            NamedType { Kind: NamedKind.Enum } => role == FileRole.MediaType,
            _ => false,
        };
        if (!fits)
        {
            context.Ignore(problem ?? $"{name} is not {(isNumber ? "an integer" : "a text")} in the operation's request");
            return null;
        }

        return found is ParameterOrigin { Parameter: var parameter }
            ? new FoundRole(parameter, role, IsParameter: true)
            : new FoundRole(((RequestOrigin)found!).Property, role);
    }
}
