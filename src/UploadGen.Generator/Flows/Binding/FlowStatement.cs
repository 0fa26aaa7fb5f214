using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>What a document states about a flow: <c>x-uploadgen</c> on the operation that opens it. What it doesn't state is recognized.</summary>
internal sealed class FlowStatement
{
    public const string Extension = "x-uploadgen";

    private static readonly string[] Members = ["url", "method", "body", "headers", "fields", "file", "fileName", "size", "contentType", "id", "confirm"];

    private readonly FlowDocument _document;
    private readonly OperationModel _create;
    private readonly FlowExpression _expressions;
    private readonly List<FoundRole> _roles = [];
    private readonly string _pointer;

    private FlowStatement(FlowDocument document, OperationModel create)
    {
        _document = document;
        _create = create;
        _expressions = new FlowExpression(document, create);
        _pointer = FlowDocument.PointerOf(create) + "/" + Extension;
    }

    /// <summary>Whether the document says that this is no flow.</summary>
    public bool IsNoFlow { get; private set; }

    public MemberPath? Url { get; private set; }

    public MemberPath? Headers { get; private set; }

    public MemberPath? Fields { get; private set; }

    public MemberPath? Id { get; private set; }

    /// <summary>How the file is sent: PUT or POST.</summary>
    public string? Method { get; private set; }

    /// <summary>The member of the answer that says by which method the file is sent.</summary>
    public MemberPath? MethodMember { get; private set; }

    /// <summary>Whether the file is sent in a form; null where that isn't stated. A POST of which no more is stated sends one.</summary>
    public bool? IsForm
        => Body == "form" || Fields is not null || FileField is not null ? true
            : Body == "file" || Method == "PUT" ? false
            : Method == "POST" ? true
            : null;

    /// <summary>The name of the form's field for the file.</summary>
    public string? FileField { get; private set; }

    /// <summary>What the request holds: the file itself, or a form.</summary>
    private string? Body { get; set; }

    public IReadOnlyList<FoundRole> Roles => _roles;

    public ConfirmStatement? Confirm { get; private set; }

    /// <summary>Whether the document says that nothing confirms the upload.</summary>
    public bool HasNoConfirm { get; private set; }

    public static FlowStatement? Find(FlowDocument document, OperationModel create)
    {
        if (document.Source(create)?.Extensions is not { } extensions || !extensions.TryGetValue(Extension, out var extension))
        {
            return null;
        }

        var statement = new FlowStatement(document, create);
        statement.Read((extension as JsonNodeExtension)?.Node);
        return statement;
    }

    private void Read(JsonNode? node)
    {
        if (node is not JsonObject members)
        {
            IsNoFlow = node?.GetValueKind() == JsonValueKind.False;
            if (!IsNoFlow)
            {
                Report("", "x-uploadgen is neither an object nor false. It is ignored");
            }

            return;
        }

        foreach (var member in members)
        {
            Read(member.Key, member.Value);
        }

        Reconcile();
    }

    /// <summary>What contradicts the rest is taken back.</summary>
    private void Reconcile()
    {
        if (Body == "file" && (Fields is not null || FileField is not null))
        {
            Report("/body", "body says that the file is the body, and fields or file that it is sent in a form. It is ignored");
            Body = null;
        }

        if (Method == "PUT" && (Body == "form" || Fields is not null || FileField is not null))
        {
            Report("/method", "a form is sent by POST, and body, fields or file say that it is one. PUT is ignored");
            Method = null;
        }
    }

    private void Read(string name, JsonNode? value)
    {
        switch (name)
        {
            case "url":
                Url = Path(name, value, type => type is ScalarType { Kind: Scalar.String or Scalar.Uri } or ListType or MapType, "a URL");
                break;
            case "headers":
                Headers = Path(name, value, new TextsMembers(_document).CanBeRead, "an object or a list of texts with names");
                break;
            case "fields":
                Fields = Path(name, value, new TextsMembers(_document).CanBeRead, "an object or a list of texts with names");
                break;
            case "id":
                Id = Path(name, value, type => type is ScalarType, "an id");
                break;
            case "method":
                MethodMember = IsExpression(value) ? Path(name, value, UrlMethod.CanBeMethod, "a text") : null;
                Method = IsExpression(value) ? null : Choice(name, value, "PUT", "POST");
                break;
            case "body":
                Body = Choice(name, value, "file", "form");
                break;
            case "file":
                FileField = Text(value);
                if (FileField is null or "")
                {
                    Report("/file", "file is not the name of the form's field for the file. It is ignored");
                    FileField = null;
                }

                break;
            case "fileName":
                Role(name, value, FileRole.FileName);
                break;
            case "size":
                Role(name, value, FileRole.Size);
                break;
            case "contentType":
                Role(name, value, FileRole.MediaType);
                break;
            case "confirm":
                ReadConfirm(value);
                break;
            default:
                Report("/" + DocumentPointer.Escape(name), $"x-uploadgen has no member '{name}'; there are {string.Join(", ", Members)}. It is ignored");
                break;
        }
    }

    private MemberPath? Path(string name, JsonNode? value, Func<TypeRef, bool> fits, string wanted)
    {
        var (found, problem) = _expressions.Read(value);
        if (found is SessionOrigin session && fits(session.Path.Type))
        {
            return session.Path;
        }

        Report("/" + name, (problem ?? $"{name} is not {wanted} in the operation's answer") + ". It is ignored");
        return null;
    }

    private void Role(string name, JsonNode? value, FileRole role)
    {
        var (found, problem) = _expressions.Read(value);
        var isSize = role == FileRole.Size;
        var fits = found is RequestOrigin or ParameterOrigin && _expressions.TypeOf(found) switch
        {
            ScalarType { Kind: var kind } => isSize ? kind is Scalar.Int64 or Scalar.Int32 : kind is Scalar.String,
            NamedType { Kind: NamedKind.Enum } => role == FileRole.MediaType,
            _ => false,
        };
        if (fits)
        {
            _roles.Add(found is ParameterOrigin { Parameter: var parameter }
                ? new FoundRole(parameter, role, IsParameter: true)
                : new FoundRole(((RequestOrigin)found!).Property, role));
            return;
        }

        Report("/" + name, (problem ?? $"{name} is not {(isSize ? "an integer" : "a text")} in the operation's request") + ". It is ignored");
    }

    private string? Choice(string name, JsonNode? value, string one, string other)
    {
        if (Text(value) is { } text && (text == one || text == other))
        {
            return text;
        }

        Report("/" + name, $"{name} is neither \"{one}\" nor \"{other}\". It is ignored");
        return null;
    }

    private void ReadConfirm(JsonNode? value)
    {
        if (value is JsonObject confirm)
        {
            Confirm = new ConfirmStatement(
                Text(confirm["operationId"]),
                Text(confirm["operationRef"]),
                confirm["parameters"] as JsonObject,
                confirm["requestBody"] as JsonObject,
                _pointer + "/confirm");
            return;
        }

        HasNoConfirm = value?.GetValueKind() == JsonValueKind.False;
        if (!HasNoConfirm)
        {
            Report("/confirm", "confirm is neither an object with an operationId nor false. It is ignored");
        }
    }

    private static bool IsExpression(JsonNode? value) => Text(value)?.StartsWith("$", StringComparison.Ordinal) == true;

    private void Report(string place, string problem) => _document.ReportNotBound(_create, problem, _pointer + place);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
