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
    private const string Sign = "sign";

    private static readonly (string Name, Action<PartsStatement, string> Set)[] OfItem =
    [
        ("url", (parts, name) => parts.Url = name),
        ("number", (parts, name) => parts.Number = name),
        ("offset", (parts, name) => parts.Offset = name),
        ("end", (parts, name) => parts.End = name),
        ("length", (parts, name) => parts.Length = name),
        ("method", (parts, name) => parts.Method = name),
        ("headers", (parts, name) => parts.Headers = name),
    ];

    private static readonly StepMember Signer = new(Sign, (statement, step, members) =>
    {
        statement.Parts!.Sign = step;
        statement.Parts.Signed = members["url"];
    })
    {
        Other = "url",
    };

    public override IReadOnlyList<string> Members { get; } = [Urls, .. OfItem.Select(item => item.Name), Size, Count, List, Received, Sign];

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
            parts.Urls = PathMember.Find(context.At(Urls), members[Urls], Urls, "a list or map of URLs", type => type is ListType or MapType);
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

        if (members.ContainsKey(Sign))
        {
            Signer.Read(context.At(Sign), members[Sign]);
        }

        foreach (var (name, set) in OfItem.Where(item => members.ContainsKey(item.Name)))
        {
            if (NameMember.Find(context.At(name), members[name], name, "a member of what the answer has for each part") is { } said)
            {
                set(parts, said);
            }
        }
    }
}
