using Microsoft.OpenApi;
using UploadGen.Generator.Binding;
using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Operations;

/// <summary>Security schemes and requirements.</summary>
internal sealed class SecurityBinder
{
    private readonly BindingContext _context;
    private readonly Dictionary<string, SecuritySchemeModel> _schemes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public SecurityBinder(BindingContext context, NameScope clientMembers)
    {
        _context = context;
        foreach (var entry in context.Document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>())
        {
            if (Kind(entry.Value) is { } kind)
            {
                var field = clientMembers.Take(CSharpName.Pascal(entry.Key, "Scheme"));
                _schemes[entry.Key] = new SecuritySchemeModel(field, entry.Key, kind, kind == SecurityKind.Http ? entry.Value.Scheme : entry.Value.Name);
            }
        }
    }

    /// <summary>The schemes of the operations that were bound. A credential for any other would be taken, and never sent.</summary>
    public IEnumerable<SecuritySchemeModel> Schemes => _schemes.Values.Where(scheme => _asked.Contains(scheme.FieldName));

    /// <summary>The alternatives, by field. What isn't in the request itself, such as a client certificate, isn't asked for here.</summary>
    public EquatableArray<EquatableArray<string>> Bind(OpenApiOperation operation)
    {
        var alternatives = Alternatives(operation);
        _asked.UnionWith(alternatives.SelectMany(alternative => alternative));
        return alternatives;
    }

    private EquatableArray<EquatableArray<string>> Alternatives(OpenApiOperation operation)
        => (operation.Security ?? _context.Document.Security ?? [])
            .Select(alternative => alternative.Keys
                .Select(scheme => scheme.Reference.Id ?? "")
                .Where(_schemes.ContainsKey)
                .Select(id => _schemes[id].FieldName)
                .ToEquatableArray())
            .Where(alternative => alternative.Count > 0)
            .Distinct()
            .ToEquatableArray();

    private static SecurityKind? Kind(IOpenApiSecurityScheme scheme) => scheme.Type switch
    {
        SecuritySchemeType.Http when string.Equals(scheme.Scheme, "basic", StringComparison.OrdinalIgnoreCase) => SecurityKind.Basic,
        SecuritySchemeType.Http when scheme.Scheme is { Length: > 0 } name && !string.Equals(name, "bearer", StringComparison.OrdinalIgnoreCase)
            => name.All(c => char.IsLetterOrDigit(c) && c < 128 || c is '-' or '_') ? SecurityKind.Http : null,
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
