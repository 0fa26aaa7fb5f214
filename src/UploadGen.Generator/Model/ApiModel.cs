namespace UploadGen.Generator.Model;

/// <summary>
/// All that is generated for one document. Immutable and compared by value: it is the cache key between binding and
/// emission, so it holds strings, numbers and records of them, never a type of Roslyn's or Microsoft.OpenApi's.
/// </summary>
/// <param name="Source">The document's path: it tells documents apart and never gets into what is generated.</param>
/// <param name="ServerVariables">What may stand in the server's address, in words.</param>
internal sealed record ApiModel(
    string Source,
    string Namespace,
    string ClientName,
    bool IsPublic,
    string Title,
    string? Description,
    string Server,
    EquatableArray<SecuritySchemeModel> SecuritySchemes,
    EquatableArray<TypeModel> Types,
    EquatableArray<OperationModel> Operations,
    EquatableArray<FlowModel> Flows,
    string? ServerVariables = null)
{
    public string OptionsName => ClientName + "Options";
}
