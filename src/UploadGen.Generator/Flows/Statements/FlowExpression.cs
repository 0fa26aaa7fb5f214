using System.Text.Json.Nodes;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>
/// Reads runtime expressions (OpenAPI 3.1.1, section 4.8.20.4): <c>$response.body#/asset_id</c>, <c>$response.header.Location</c>,
/// <c>$request.body#/file_name</c>, <c>$request.path.bucket</c>. Beyond those, <c>$file.size</c> is a fact of the file, <c>$part.offset</c> one of
/// the part that is sent, and <c>$inputs.note</c> is asked of the caller.
/// </summary>
internal sealed class FlowExpression(FlowDocument document, OperationModel create)
{
    private const string ResponseBody = "$response.body#/";
    private const string ResponseHeader = "$response.header.";
    private const string RequestBody = "$request.body#/";
    private const string Inputs = "$inputs.";

    private static readonly (string Expression, FileRole Role)[] Facts =
        [("$file.name", FileRole.FileName), ("$file.size", FileRole.Size), ("$file.contentType", FileRole.MediaType)];

    private static readonly (string Expression, Origin Value)[] PartFacts =
    [
        ("$part.number", new PartOrigin(PartFact.Number, First: 1)),
        ("$part.index", new PartOrigin(PartFact.Number)),
        ("$part.count", new PartOrigin(PartFact.Count)),
        ("$part.offset", new PartOrigin(PartFact.Offset)),
        ("$part.size", new PartOrigin(PartFact.Length)),
        ("$part.isLast", new PartOrigin(PartFact.IsLast)),
        ("$part.contentRange", new PartOrigin(PartFact.Range)),
    ];

    private static readonly (string Expression, Origin Value)[] PartsFacts =
    [
        ("$parts.numbers", new PartNumbersOrigin(First: 1)),
        ("$parts.count", new PartCountOrigin()),
    ];

    private static readonly (string Prefix, ParameterIn In)[] Parameters =
        [("$request.path.", ParameterIn.Path), ("$request.query.", ParameterIn.Query), ("$request.header.", ParameterIn.Header)];

    /// <summary>Whether the expressions are told to the request that opens the upload, so that neither it nor its answer is there yet.</summary>
    public bool IsAtOpening { get; init; }

    /// <summary>Whether the expressions are told to a request about a part of the file.</summary>
    public bool IsOfPart { get; init; }

    /// <summary>Whether the request asks for the URLs of parts, so that it can be about several.</summary>
    public bool IsOfParts { get; init; }

    private IEnumerable<(string Expression, Origin Value)> OfParts => IsOfParts ? PartFacts.Concat(PartsFacts) : IsOfPart ? PartFacts : [];

    /// <summary>What the expression stands for, or what is wrong with it.</summary>
    public (Origin? Value, string? Problem) Read(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return (null, "it is no text");
        }

        text = IsEmbedded(text) ? text.Substring(1, text.Length - 2) : text;
        if (!text.StartsWith("$", StringComparison.Ordinal))
        {
            return (new TextOrigin(text), null);
        }

        if (Facts.FirstOrDefault(fact => fact.Expression == text) is { Expression: not null, Role: var role })
        {
            return (IsOfPart ? OfPart(role) : new FileOrigin(role), null);
        }

        if (OfParts.FirstOrDefault(fact => fact.Expression == text).Value is { } ofPart)
        {
            return (ofPart, null);
        }

        if (text.StartsWith(Inputs, StringComparison.Ordinal) && text.Length > Inputs.Length)
        {
            return (new AskedOrigin(text.Substring(Inputs.Length)), null);
        }

        if (IsAtOpening)
        {
            return (null, $"'{text}' stands for nothing before the upload is open");
        }

        if (text.StartsWith(ResponseBody, StringComparison.Ordinal))
        {
            return Path(text.Substring(ResponseBody.Length)) is { } path ? (new SessionOrigin(path), null) : Nothing(text, "the operation's answer");
        }

        if (text.StartsWith(ResponseHeader, StringComparison.Ordinal))
        {
            return Header(text.Substring(ResponseHeader.Length)) is { } path
                ? (new SessionOrigin(path), null)
                : (null, $"'{text}' is a header of an answer whose body may be missing, or is no JSON object");
        }

        if (text.StartsWith(RequestBody, StringComparison.Ordinal))
        {
            var name = DocumentPointer.Unescape(text.Substring(RequestBody.Length));
            return document.Request(create)?.Properties.FirstOrDefault(property => property.JsonName == name) is { } property
                ? (new RequestOrigin(property.Name), null)
                : Nothing(text, "the operation's request");
        }

        foreach (var (prefix, place) in Parameters.Where(entry => text.StartsWith(entry.Prefix, StringComparison.Ordinal)))
        {
            return create.Parameters.FirstOrDefault(parameter => parameter.In == place && parameter.WireName == text.Substring(prefix.Length)) is { } parameter
                ? (new ParameterOrigin(parameter.Name), null)
                : Nothing(text, "the operation's parameters");
        }

        var beginnings = $"{ResponseBody}, {ResponseHeader}, {RequestBody}, $request.path., $request.query., $request.header. or {Inputs}";
        var facts = string.Join(", ", Facts.Select(fact => fact.Expression).Concat(OfParts.Select(fact => fact.Expression)));
        return (null, $"'{text}' is no expression that can be read: it begins with {beginnings}, or is one of {facts}");
    }

    /// <summary>A part has the file's name and media type, and knows how long the file is.</summary>
    private static PartOrigin OfPart(FileRole role) => new(role switch
    {
        FileRole.Size => PartFact.FileLength,
        FileRole.MediaType => PartFact.MediaType,
        _ => PartFact.FileName,
    });

    /// <summary>Whether a text is an expression, and no text that stands for itself.</summary>
    public static bool IsExpression(string text) => text.StartsWith("$", StringComparison.Ordinal) || IsEmbedded(text);

    private static bool IsEmbedded(string text)
        => text.StartsWith("{$", StringComparison.Ordinal) && text.IndexOf('}') == text.Length - 1;

    /// <summary>The type of what an expression stands for.</summary>
    public TypeRef TypeOf(Origin value) => value switch
    {
        SessionOrigin session => session.Path.Type,
        RequestOrigin request => RequestProperty(request).Type.AsNonNullable(),
        ParameterOrigin parameter => create.Parameters.First(candidate => candidate.Name == parameter.Parameter).Type.AsNonNullable(),
        FileOrigin { Role: FileRole.Size } or PartCountOrigin => new ScalarType(Scalar.Int64),
        PartOrigin { Fact: PartFact.IsLast } => new ScalarType(Scalar.Boolean),
        PartOrigin { Fact: not (PartFact.Range or PartFact.Digest or PartFact.FileName or PartFact.MediaType) } => new ScalarType(Scalar.Int64),
        _ => new ScalarType(Scalar.String),
    };

    /// <summary>Whether the value is always there. (That the answer has what it should is checked when it has come.)</summary>
    public bool IsGiven(Origin value) => value switch
    {
        RequestOrigin request => RequestProperty(request).PropertyType is not NullableType,
        ParameterOrigin parameter => create.Parameters.First(candidate => candidate.Name == parameter.Parameter).IsRequired,
        _ => true,
    };

    private PropertyModel RequestProperty(RequestOrigin value) => document.Request(create)!.Properties.First(property => property.Name == value.Property);

    private MemberPath? Path(string pointer) => Member(document, document.Answer(create), pointer);

    /// <summary>The member of an object, or of objects in it, that a JSON pointer leads to; null where there is none.</summary>
    public static MemberPath? Member(FlowDocument document, RecordModel? record, string pointer)
    {
        MemberPath? path = null;
        foreach (var name in pointer.Split('/').Select(DocumentPointer.Unescape))
        {
            if (record?.Properties.FirstOrDefault(property => property.JsonName == name && !property.IsHeader) is not { } property)
            {
                return null;
            }

            path = path is null ? MemberPath.To(record, property) : path.Then(record, property);
            record = document.Record(property.Type);
        }

        return path;
    }

    private MemberPath? Header(string name)
        => document.Answer(create) is { } answer
            && answer.Properties.FirstOrDefault(property => property.IsHeader && IsSame(property.JsonName, name)) is { } property
                ? MemberPath.To(answer, property)
                : null;

    private static bool IsSame(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static (Origin?, string?) Nothing(string text, string place) => (null, $"'{text}' names nothing in {place}");
}
