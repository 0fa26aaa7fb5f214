using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>A member of the answer that opens the upload: <c>url</c>, <c>headers</c>, <c>fields</c>, <c>id</c>.</summary>
/// <param name="name">The statement's member.</param>
/// <param name="wanted">What it must be, in words.</param>
/// <param name="fits">Whether a type in a document is that.</param>
/// <param name="set">Takes it.</param>
internal sealed class PathMember(string name, string wanted, Func<FlowDocument, TypeRef, bool> fits, Action<FlowStatement, MemberPath> set)
    : StatementMember(name)
{
    public override void Read(StatementContext context, JsonNode? value)
    {
        if (Find(context, value, Name, wanted, type => fits(context.Document, type)) is { } path)
        {
            set(context.Statement, path);
        }
    }

    public static MemberPath? Find(StatementContext context, JsonNode? value, string name, string wanted, Func<TypeRef, bool> fits)
    {
        var (found, problem) = context.Expressions.Read(value);
        if (found is SessionOrigin session && fits(session.Path.Type))
        {
            return session.Path;
        }

        context.Ignore(problem ?? $"{name} is not {wanted} in the operation's answer");
        return null;
    }
}
