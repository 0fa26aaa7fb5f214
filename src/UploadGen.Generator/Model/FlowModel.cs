namespace UploadGen.Generator.Model;

/// <summary>A presigned upload: create, PUT, and confirm where the API wants it.</summary>
/// <param name="Name">The flow's name, such as <c>Asset</c>.</param>
/// <param name="MethodName">The one call: <c>UploadAssetAsync</c>.</param>
/// <param name="PutMethodName">The middle step: <c>PutAssetUploadAsync</c>.</param>
/// <param name="CreateOperationId">The operation that opens the upload.</param>
/// <param name="UrlProperty">The session's property with the URL to PUT to.</param>
/// <param name="HeadersProperty">The session's property with the headers to send.</param>
/// <param name="CreateRoles">What the engine fills in of the create request.</param>
internal sealed record FlowModel(
    string Name,
    string MethodName,
    string PutMethodName,
    string CreateOperationId,
    string SessionType,
    string UrlProperty,
    string? HeadersProperty,
    EquatableArray<RoleModel> CreateRoles,
    ConfirmModel? Confirm);

/// <summary>A property of the create request that the file itself answers.</summary>
internal sealed record RoleModel(string Property, FileRole Role);

internal enum FileRole
{
    FileName,
    Size,
    MediaType,
}

/// <summary>How a flow is confirmed.</summary>
/// <param name="Parameter">The parameter that takes the session's id.</param>
/// <param name="SessionProperty">The session's property that holds it.</param>
internal sealed record ConfirmModel(string OperationId, string Parameter, string SessionProperty);
