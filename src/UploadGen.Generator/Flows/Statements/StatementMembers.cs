using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Flows.Statements.Members;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>All members that a statement can have. docs/x-uploadgen.schema.json says the same to editors.</summary>
internal static class StatementMembers
{
    private const string Url = "url";
    private const string Texts = "an object or a list of texts with names";

    public static IReadOnlyList<StatementMember> All { get; } =
    [
        new PathMember(Url, "a URL", IsUrl, (statement, path) => statement.Url = path),
        new PathMember("endpoint", "a URL", IsUrl, (statement, path) => (statement.Url, statement.IsEndpoint) = (path, true)),
        new MethodMember(),
        new ChoiceMember("body", ["file", "form"], (statement, body) => statement.Body = body),
        new ChoiceMember("protocol", Protocols(), (statement, protocol) => statement.Protocol = Protocol(protocol)),
        new PathMember("headers", Texts, CanBeTexts, (statement, path) => statement.Headers = path),
        new PathMember("fields", Texts, CanBeTexts, (statement, path) => statement.Fields = path),
        new NameMember("file", "the form's field for the file", (statement, name) => statement.FileField = name),
        new RoleMember("fileName", FileRole.FileName),
        new RoleMember("size", FileRole.Size),
        new RoleMember("contentType", FileRole.MediaType),
        new PathMember("id", "an id", (_, type) => type is ScalarType, (statement, path) => statement.Id = path),
        new OpenMember(),
        new StepMember("send", (statement, step, _) => statement.Send = step),
        new PartsMember(),
        new DigestMember(),
        new ResultMember(),
        new StepMember("confirm", (statement, step, _) => statement.Confirm = step)
        {
            SetNone = statement => statement.HasNoConfirm = true,
            SetUnread = statement => statement.IsConfirmUnread = true,
        },
        new StepMember("abort", (statement, step, _) => statement.Abort = step) { SetNone = statement => statement.HasNoAbort = true, HasBody = false },
        new StepMember("recover", (statement, step, members) => statement.Recover = new RecoveryStatement(step, members[Url])) { HasBody = false, Other = Url },
    ];

    public static IReadOnlyList<string> Names { get; } = All.Select(member => member.Name).ToList();

    public static StatementMember? Find(string name) => All.FirstOrDefault(member => member.Name == name);

    private static bool CanBeTexts(FlowDocument document, TypeRef type) => new TextsMembers(document).CanBeRead(type);

    private static bool IsUrl(FlowDocument document, TypeRef type) => type is ScalarType { Kind: Scalar.String or Scalar.Uri } or ListType or MapType;

    private static List<string> Protocols() => Enum.GetValues(typeof(SendProtocol)).Cast<SendProtocol>().Select(StatedSending.Word).ToList();

    private static SendProtocol Protocol(string name) => (SendProtocol)Enum.Parse(typeof(SendProtocol), name, ignoreCase: true);
}
