namespace UploadGen.Generator.Model;

/// <summary>An operation: one method of the client.</summary>
/// <param name="Id">The operationId, or the name made for it.</param>
/// <param name="MethodName">The C# method, with <c>Async</c>.</param>
/// <param name="HttpMethod">As HTTP writes it: <c>POST</c>.</param>
/// <param name="Security">The schemes whose credentials are sent, by field name.</param>
/// <param name="FlowStep">What the operation is in an upload flow, if it is part of one.</param>
internal sealed record OperationModel(
    string Id,
    string MethodName,
    string HttpMethod,
    string Path,
    string? Summary,
    string? Description,
    bool IsDeprecated,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? Body,
    EquatableArray<ResponseModel> Responses,
    EquatableArray<string> Security,
    FlowStepModel? FlowStep = null)
{
    /// <summary>What the method returns, or null for a plain <c>Task</c>.</summary>
    public TypeRef? Result => Responses.FirstOrDefault(response => response is { IsSuccess: true, Type: not null })?.Type;
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
    bool IsSessionId = false);

internal enum ParameterIn
{
    Path,
    Query,
    Header,
    Cookie,
}

/// <summary>A documented answer.</summary>
/// <param name="Status">OpenAPI's key: <c>201</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Type">The body's type, or null when there is none.</param>
internal sealed record ResponseModel(string Status, bool IsSuccess, ResponseBody Body, TypeRef? Type, string? Description);

internal enum ResponseBody
{
    None,
    Json,
    Text,
    Stream,
}

/// <summary>An operation's part in an upload flow.</summary>
internal sealed record FlowStepModel(FlowStep Step, string Flow);

internal enum FlowStep
{
    Create,
    Confirm,

    /// <summary>The operation is the whole upload.</summary>
    Whole,
}
