using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>What operations and members of types are for in upload flows. Attributes say it to the analyzer.</summary>
internal sealed record FlowRolesModel(EquatableArray<OperationRoleModel> Operations, EquatableArray<PropertyRoleModel> Properties)
{
    /// <summary>What an operation is for; null if it belongs to no flow.</summary>
    public OperationRoleModel? Find(OperationKey operation) => Operations.FirstOrDefault(role => role.Operation == operation);

    /// <summary>What a member of a type is for.</summary>
    public PropertyRole Find(TypeModel type, PropertyModel property)
        => Properties.FirstOrDefault(role => role.Type == type.Name && role.Property == property.Name)?.Role ?? PropertyRole.None;
}

/// <summary>An operation's part in an upload flow.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Flow">The flow's name.</param>
/// <param name="Step">What it does there.</param>
/// <param name="IsRepeatable">Whether it may be done twice, whatever its method: only what the last step names counts.</param>
/// <param name="SessionId">The parameter of its method that takes the session's id.</param>
/// <param name="MediaType">The parameter of its method that takes the file's media type.</param>
/// <param name="State">What it must be told to do the step; null if it does nothing else.</param>
internal sealed record OperationRoleModel(
    OperationKey Operation, string Flow, FlowStep Step, bool IsRepeatable, string? SessionId, string? MediaType, UploadStateModel? State);

/// <summary>The state of an upload as a request sets it.</summary>
/// <param name="Member">The parameter, or the property of the body.</param>
/// <param name="Value">The text, or the name of the enum's value; null for true or a time.</param>
internal sealed record UploadStateModel(string Member, string? Value);

internal enum FlowStep
{
    Create,
    Put,
    Confirm,
    Abort,

    /// <summary>The operation is the whole upload.</summary>
    Whole,
}

/// <summary>What a property of a generated record is for.</summary>
internal sealed record PropertyRoleModel(string Type, string Property, PropertyRole Role);

/// <summary>What a member of an upload session, or of the request that opens it, is for.</summary>
internal enum PropertyRole
{
    None,
    SessionId,
    PresignedUrl,
    UploadHeaders,

    /// <summary>The text of one header or form field, in a record of its own. It is kept out of logs, and no attribute says so.</summary>
    HeaderValue,

    /// <summary>The file's media type, in the request that opens the session.</summary>
    UploadMediaType,
}
