namespace UploadGen.Core;

/// <summary>The credentials of a client, by security scheme.</summary>
internal sealed class CredentialStore(UploadClientOptions options)
{
    private readonly ApiCredential? _default = options.Credential;
    private readonly Dictionary<string, ApiCredential> _byScheme = new(options.Credentials, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A credential given for a scheme is of the wrong kind.</exception>
    public async ValueTask<AppliedCredentials> ForAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var applied = new AppliedCredentials();
        foreach (SecurityScheme scheme in request.Schemes)
        {
            if (Find(scheme) is { } credential) applied.Add(scheme, await credential.GetAsync(cancellationToken).ConfigureAwait(false));
        }
        return applied;
    }

    private ApiCredential? Find(SecurityScheme scheme)
    {
        bool isBasic = scheme.Kind == SecuritySchemeKind.Basic;
        if (!_byScheme.TryGetValue(scheme.Name, out ApiCredential? own)) return _default?.IsBasic == isBasic ? _default : null;
        if (own.IsBasic == isBasic) return own;
        string needed = isBasic ? "a user name and password: use ApiCredential.FromBasic" : "a token: use ApiCredential.FromToken";
        throw new InvalidOperationException($"The security scheme '{scheme.Name}' takes {needed} for UploadClientOptions.Credentials[\"{scheme.Name}\"].");
    }
}
