using System.Text.Json.Nodes;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements.Members;

/// <summary>A digest of the file that the API wants: <c>digest</c>.</summary>
internal sealed class DigestMember() : StatementMember("digest")
{
    private const string Algorithm = "algorithm";
    private const string Encoding = "encoding";
    private const string Value = "value";
    private const string At = "at";
    private const string Open = "open";

    public static IReadOnlyList<string> Steps { get; } = [Open, "send", "confirm"];

    public override IReadOnlyList<string> Members { get; } = [Algorithm, Encoding, Value, At];

    public override void Read(StatementContext context, JsonNode? value)
    {
        if (context.Object(value, Name, Members) is not { } members)
        {
            context.Ignore($"{Name} is no object with {string.Join(", ", Members)}");
            return;
        }

        var algorithm = ChoiceMember.Find(context.At(Algorithm), members[Algorithm], Algorithm, DigestForm.Algorithms);
        var encoding = ChoiceMember.Find(context.At(Encoding), members[Encoding], Encoding, DigestForm.Encodings);
        var step = members.ContainsKey(At) ? ChoiceMember.Find(context.At(At), members[At], At, Steps) : Open;
        if (algorithm is not null && encoding is not null && step is not null)
        {
            context.Statement.Digest = new DigestStatement(new DigestForm(algorithm, encoding), members[Value], step, context.Place.Then(Value));
        }
    }
}
