using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>
/// All that is generated for one document. Immutable and compared by value: it is the cache key between binding and
/// emission, so it holds strings, numbers and records of them, never a type of Roslyn's or Microsoft.OpenApi's.
/// </summary>
/// <param name="Source">The document's path: it tells documents apart and never gets into what is generated.</param>
/// <param name="FlowRoles">What operations and members of types are for in the flows.</param>
/// <param name="ServerVariables">What may stand in the server's address, in words.</param>
/// <param name="CheckedTypes">The types that check themselves before they are sent.</param>
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
    FlowRolesModel FlowRoles,
    string? ServerVariables = null,
    EquatableArray<CheckedTypeModel> CheckedTypes = default)
{
    private const string Options = "Options";
    private const string Builder = "Builder";
    private const string ServiceCollectionExtensions = "ServiceCollectionExtensions";

    public string OptionsName => ClientName + Options;

    public string BuilderName => ClientName + Builder;

    public string ServiceCollectionExtensionsName => ClientName + ServiceCollectionExtensions;

    /// <summary>Whether a key or token can say who is calling.</summary>
    public bool TakesToken => SecuritySchemes.Any(scheme => scheme.Kind != SecurityKind.Basic);

    /// <summary>Whether a user name and password can.</summary>
    public bool TakesPassword => SecuritySchemes.Any(scheme => scheme.Kind == SecurityKind.Basic);

    /// <summary>The operation with this identity.</summary>
    public OperationModel Operation(OperationKey key) => Operations.First(operation => operation.Key == key);

    /// <summary>The model for a project in which the halves of these types say how System.Text.Json converts them.</summary>
    /// <param name="converted">Names with their namespaces.</param>
    public ApiModel WithDeclaredConverters(EquatableArray<string> converted)
    {
        if (converted.Count == 0)
        {
            return this;
        }

        var names = new HashSet<string>(converted, StringComparer.Ordinal);
        return this with
        {
            Types = Types
                .Select(type => names.Contains($"{Namespace}.{type.Name}".Replace("@", "")) ? type with { HasDeclaredConverter = true } : type)
                .ToEquatableArray(),
        };
    }

    /// <summary>
    /// The names that a client takes before any schema does. A schema's name mustn't depend on what the project refers to, so all are taken always.
    /// </summary>
    public static string[] ClientTypes(string clientName) => [clientName, clientName + Options, clientName + Builder, clientName + ServiceCollectionExtensions];
}
