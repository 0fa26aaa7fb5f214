using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>An operation: one method of the client.</summary>
/// <param name="Id">The operationId, or the name made for it.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="MethodName">The C# method: the name with <c>Async</c>.</param>
/// <param name="ResponsesName">The static field that holds the table of its answers.</param>
/// <param name="Key">What identifies it.</param>
/// <param name="Security">Alternatives of schemes, by field name: all of one are to be met.</param>
/// <param name="Server">The operation's own server, where it isn't the document's.</param>
/// <param name="Accept">The media types to ask for, where the answers' kinds don't say.</param>
/// <param name="MethodParameters">The parameters of its method, in their order.</param>
internal sealed record OperationModel(
    string Id,
    string Name,
    string MethodName,
    string ResponsesName,
    OperationKey Key,
    string? Summary,
    string? Description,
    bool IsDeprecated,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? Body,
    EquatableArray<ResponseModel> Responses,
    EquatableArray<EquatableArray<string>> Security,
    string? Server,
    string? Accept,
    EquatableArray<MethodParameterModel> MethodParameters)
{
    /// <summary>As HTTP writes it: <c>POST</c>.</summary>
    public string HttpMethod => Key.HttpMethod;

    public string Path => Key.Path;

    /// <summary>The static fields that its checks are the first of the client's to refer to.</summary>
    public EquatableArray<CheckFieldModel> CheckFields { get; init; }

    /// <summary>The values that the method checks. A body that is a type of its own checks itself, and files are checked as they are sent.</summary>
    public IEnumerable<CheckedValue> CheckedValues
        => Parameters
            .Select(parameter => Checked(parameter.WireName, parameter.Name, parameter.Type, parameter.IsRequired, parameter.Limits))
            .Concat(CheckedBody());

    /// <summary>The headers of its successful answers that are properties of what the method returns.</summary>
    public EquatableArray<AnswerHeaderModel> AnswerHeaders { get; init; }

    /// <summary>
    /// What the method returns, or null for a plain <c>Task</c>. Where some success has no body, it can be null; a stream then has no items.
    /// </summary>
    public TypeRef? Result
    {
        get
        {
            var type = Responses.FirstOrDefault(response => response is { IsSuccess: true, Type: not null })?.Type;
            return type is StreamType ? type : Responses.Any(response => response is { IsSuccess: true, Type: null }) ? type?.AsNullable() : type;
        }
    }

    private IEnumerable<CheckedValue> CheckedBody() => Body switch
    {
        FormBodyModel form => form.Fields
            .Where(part => !part.IsFile)
            .Select(part => Checked(part.WireName, part.Name, part.Type, part.IsRequired, part.Limits)),
        JsonBodyModel { Type: var type } body when type.AsNonNullable() is not NamedType { IsValueType: false }
            => [Checked("", body.Parameter, type, body.IsRequired, body.Limits)],
        _ => [],
    };

    private static CheckedValue Checked(string wireName, string name, TypeRef type, bool isRequired, LimitsModel limits)
        => new(wireName, name, isRequired ? type.AsNonNullable() : type.AsNullable(), limits);
}

/// <summary>A parameter of an operation.</summary>
internal sealed record ParameterModel(
    string WireName,
    string Name,
    ParameterIn In,
    TypeRef Type,
    bool IsRequired,
    string? Description,
    LimitsModel Limits,
    ParameterStyleModel Style)
{
    /// <summary>How its members become fields, where it is the whole query as a form.</summary>
    public UrlEncodingModel? UrlEncoding { get; init; }
}

internal enum ParameterIn
{
    Path,
    Query,

    /// <summary>The whole query.</summary>
    QueryString,
    Header,
    Cookie,
}

/// <summary>A documented answer.</summary>
/// <param name="Status">OpenAPI's key: <c>201</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Type">The body's type, or null when there is none.</param>
/// <param name="MediaTypes">The media types of the body, where they aren't the usual one of its kind.</param>
internal sealed record ResponseModel(string Status, bool IsSuccess, ResponseBody Body, TypeRef? Type, string? Description, string? MediaTypes = null)
{
    /// <summary>The root element, where the answer is XML, or may be XML instead of JSON.</summary>
    public XmlNodeModel? Xml { get; init; }

    /// <summary>How its items follow each other, where they are read as they come.</summary>
    public ItemsModel? Items { get; init; }

    /// <summary>Whether a string may come as plain text instead of JSON.</summary>
    public bool MayBeText { get; init; }
}

internal enum ResponseBody
{
    None,
    Json,
    Xml,
    Text,
    Stream,

    /// <summary>Items that are read as they come.</summary>
    Items,

    /// <summary>No body: the answer is where it leads.</summary>
    Location,

    /// <summary>No body: the answer is what its headers tell.</summary>
    Headers,
}
