using System.Globalization;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>
/// What steps are told, as C# expressions over the parameters of the steps' lambdas: <c>session</c>, <c>file</c>, <c>part</c>, <c>parts</c>, <c>count</c>.
/// </summary>
/// <param name="create">The operation that opened the upload: it is named where its answer lacks something.</param>
internal sealed class FlowValueText(OperationModel create)
{
    public string Write(FlowValue value) => value switch
    {
        SessionValue session => Session(session),
        CallerValue caller => caller.Parameter,
        FileValue file => File(file),
        ContentValue => "file",
        DigestValue digest => Digest("file", digest.Form, digest.IsBytes),
        PartValue part => Part(part),
        PartNumbersValue parts => Numbers(parts),
        PartCountValue => "count",
        PartsValue => "parts",
        StoredPartsValue parts => StoredPartText.Write(parts),
        ProgressValue => "progress",
        TextValue text => CSharpText.Literal(text.Text),
        NullValue => "null",
        EnumValue one => $"{one.Enum}.{one.Member}",
        TrueValue => "true",
        FixedValue one => Fixed(one),
        NowValue => "System.DateTimeOffset.UtcNow",
        ListValue list => $"[{Inline(list.Item)}]",
        BodyValue => "request",
        JsonTextValue text => Json(text) + ".ToJsonString()",
        NoContentValue => $"{Known.UploadContent}.FromBytes(global::System.Array.Empty<byte>(), file.FileName)",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>The numbers of some parts, from that of the first on.</summary>
    private static string Numbers(PartNumbersValue parts)
    {
        var numbers = $"global::System.Linq.Enumerable.Range({Counted("part.Index", parts.First)}, count)";
        return $"global::System.Linq.Enumerable.ToList({(parts.IsLong ? $"global::System.Linq.Enumerable.Select({numbers}, item => (long)item)" : numbers)})";
    }

    /// <summary>The same, where an object has to be made on the spot.</summary>
    public string Inline(FlowValue value)
        => value is BodyValue body ? $"new {body.Type.Name} {{ {string.Join(", ", body.Members.Select(Member))} }}" : Write(value);

    private string Json(JsonTextValue text)
    {
        var members = text.Members.Select(member => $"[{CSharpText.Literal(member.Name)}] = {JsonMember(member.Value)}");
        return $"new global::System.Text.Json.Nodes.JsonObject {{ {string.Join(", ", members)} }}";
    }

    private string JsonMember(FlowValue value) => value is JsonTextValue inner ? Json(inner) : Write(value);

    /// <summary>Whether the expression awaits something.</summary>
    public static bool Awaits(FlowValue value) => value is PartValue { Fact: PartFact.Digest } || Digests(value).Any();

    /// <summary>The digests of the file that the expression has in it.</summary>
    public static IEnumerable<DigestForm> Digests(FlowValue value) => value switch
    {
        DigestValue digest => [digest.Form],
        BodyValue body => body.Members.SelectMany(member => Digests(member.Value)),
        ListValue list => Digests(list.Item),
        _ => [],
    };

    /// <summary>How a digest is made, as the engine's enum has it.</summary>
    public static string Algorithm(DigestForm form) => $"{Known.DigestAlgorithm}." + form.Algorithm switch
    {
        "crc32c" => "Crc32C",
        "crc64nvme" => "Crc64Nvme",
        var name => Capital(name),
    };

    /// <summary>How a digest is written, as the engine's enum has it.</summary>
    public static string Encoding(DigestForm form) => $"{Known.DigestEncoding}.{Capital(form.Encoding)}";

    /// <summary>A member that must be there, though the document lets it be left out.</summary>
    public static string Required(OperationModel operation, MemberPath path, string root)
        => $"{Known.SessionMember}.Required({path.From(root)}, {CSharpText.Literal(operation.Id)}, {CSharpText.Literal(path.JsonName)})";

    private static string Fixed(FixedValue value) => value.Type switch
    {
        ScalarType { IsInteger: true } => Number.Integer(value.Json)!.Value.ToString(CultureInfo.InvariantCulture),
        ScalarType { Kind: Scalar.Decimal } => Number.Decimal(value.Json)!.Value.ToString(CultureInfo.InvariantCulture) + "m",
        ScalarType { Kind: Scalar.Single } => Number.Double(value.Json)!.Value.ToString("R", CultureInfo.InvariantCulture) + "f",
        ScalarType { Kind: Scalar.Double } => Number.Double(value.Json)!.Value.ToString("R", CultureInfo.InvariantCulture) + "d",
        _ => value.Json,
    };

    private string Member(BodyMember member) => $"{member.Property} = {Inline(member.Value)}";

    private string Session(SessionValue value) => value.MustBeThere ? Required(create, value.Path, "session") : value.Path.From("session");

    private static string File(FileValue value) => (value.Role, value.Type) switch
    {
        (FileRole.PartCount, _) => "count",
        (FileRole.FileName, _) => "file.FileName",
        (FileRole.MediaType, NamedType { Name: var list }) => $"new {list}(file.MediaType)",
        (FileRole.MediaType, _) => "file.MediaType",
        (_, ScalarType { Kind: Scalar.Int32 }) => Size32(value),
        (_, ScalarType { Kind: Scalar.UInt64 }) => "(ulong)file.Length",
        _ => "file.Length",
    };

    private static string Size32(FileValue value)
        => $"{Known.AnnouncedFile}.Size32(file, {CSharpText.Literal(value.Operation)}, {CSharpText.Literal(value.WireName)})";

    private static string Part(PartValue value) => value.Fact switch
    {
        PartFact.Content => "part.Content",
        PartFact.Range => "part.ContentRange",
        PartFact.Digest => Digest("part.Content", DigestForm.Sha, isBytes: false),
        PartFact.Offset => "part.Offset",
        PartFact.Length => "part.Content.Length",
        PartFact.IsLast => "part.IsLast",
        PartFact.Count => "part.Count",
        PartFact.FileLength => "part.FileLength",
        PartFact.FileName => "part.Content.FileName",
        PartFact.MediaType => "part.Content.MediaType",
        _ => Counted("part.Index", value.First),
    };

    private static string Counted(string index, int first) => first == 0 ? index : $"{index} + {first.ToString(CultureInfo.InvariantCulture)}";

    private static string Digest(string content, DigestForm form, bool isBytes)
    {
        var (method, encoding) = isBytes ? ("ComputeAsync", "") : ("WriteAsync", Encoding(form) + ", ");
        return $"await {Known.ContentDigest}.{method}({content}, {Algorithm(form)}, {encoding}ct).ConfigureAwait(false)";
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
