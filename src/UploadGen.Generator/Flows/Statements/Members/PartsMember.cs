using System.Text.Json.Nodes;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>What is known of the parts of a file: <c>parts</c>.</summary>
internal sealed class PartsMember() : StatementMember("parts")
{
    private const string Urls = "urls";
    private const string Size = "size";
    private const string Count = "count";
    private const string List = "list";
    private const string Received = "received";

    public override IReadOnlyList<string> Members { get; } = [Urls, Size, Count, List, Received];

    public override void Read(StatementContext context, JsonNode? value)
    {
        if (context.Object(value, Name, Members) is not { } members)
        {
            context.Ignore($"{Name} is no object with some of {string.Join(", ", Members)}");
            return;
        }

        var parts = new PartsStatement(context.Place);
        context.Statement.Parts = parts;
        if (members.ContainsKey(Urls))
        {
            parts.Urls = PathMember.Find(context.At(Urls), members[Urls], Urls, "a list of URLs", type => type is ListType);
        }

        if (members.ContainsKey(Size))
        {
            parts.Size = PathMember.Find(context.At(Size), members[Size], Size, "a number", type => type is ScalarType { IsNumber: true });
        }

        if (members.ContainsKey(Count))
        {
            parts.Count = RoleMember.Find(context.At(Count), members[Count], Count, FileRole.PartCount);
        }

        parts.Received = members[Received];
        if (members.ContainsKey(List))
        {
            parts.List = NameMember.Find(context.At(List), members[List], List, "a member of the body that completes the upload");
        }
    }
}
