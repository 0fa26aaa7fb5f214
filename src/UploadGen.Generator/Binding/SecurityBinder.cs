using Microsoft.OpenApi;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Binding;

/// <summary>Security schemes and requirements.</summary>
internal sealed class SecurityBinder
{
    private readonly BindingContext _context;
    private readonly Dictionary<string, SecuritySchemeModel> _schemes = new(StringComparer.Ordinal);

    public SecurityBinder(BindingContext context, NameScope clientMembers)
    {
        _context = context;
        foreach (var entry in context.Document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>())
        {
            if (Kind(entry.Value) is { } kind)
            {
                var field = clientMembers.Take(CSharpName.Pascal(entry.Key, "Scheme"));
                _schemes[entry.Key] = new SecuritySchemeModel(field, entry.Key, kind, entry.Value.Name);
            }
        }
    }

    public IEnumerable<SecuritySchemeModel> Schemes => _schemes.Values;

    /// <summary>The schemes to use, by field: those of the first alternative that can be met in full.</summary>
    public EquatableArray<string> Bind(OpenApiOperation operation)
    {
        var alternatives = operation.Security ?? _context.Document.Security ?? [];
        var ids = alternatives
            .Select(alternative => alternative.Keys.Select(scheme => scheme.Reference.Id ?? "").ToList())
            .FirstOrDefault(alternative => alternative.All(_schemes.ContainsKey));
        return (ids ?? []).Select(id => _schemes[id].FieldName).ToEquatableArray();
    }

    private static SecurityKind? Kind(IOpenApiSecurityScheme scheme) => scheme.Type switch
    {
        SecuritySchemeType.Http when string.Equals(scheme.Scheme, "basic", StringComparison.OrdinalIgnoreCase) => SecurityKind.Basic,
        SecuritySchemeType.Http or SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect => SecurityKind.Bearer,
        SecuritySchemeType.ApiKey => scheme.In switch
        {
            ParameterLocation.Query => SecurityKind.ApiKeyQuery,
            ParameterLocation.Cookie => SecurityKind.ApiKeyCookie,
            _ => SecurityKind.ApiKeyHeader,
        },
        _ => null,
    };
}
