namespace UploadGen.Core;

/// <summary>The credentials of a client, by security scheme.</summary>
/// <param name="fallback">The credential for every scheme that has none of its own.</param>
/// <param name="own">Credentials by the name of their scheme; copied, so that later changes don't count.</param>
internal sealed class CredentialStore(ApiCredential? fallback, IDictionary<string, ApiCredential> own)
{
    private readonly Dictionary<string, ApiCredential> _byScheme = new(own, StringComparer.Ordinal);

    /// <summary>Asks the credentials that a request needs for their secrets.</summary>
    /// <param name="alternatives">Sets of security schemes, of which one is to be met in full.</param>
    /// <param name="cancellationToken">Ends the wait for a credential that is asked for.</param>
    /// <exception cref="InvalidOperationException">
    /// A credential given for a scheme is of the wrong kind; or the one given for all is of a kind that none of the schemes takes.
    /// </exception>
    public async ValueTask<AppliedCredentials> ApplyAsync(IReadOnlyList<IReadOnlyList<SecurityScheme>> alternatives, CancellationToken cancellationToken)
    {
        var applied = new AppliedCredentials();
        var chosen = Choose(alternatives);
        if (fallback is not null && chosen.Count > 0 && chosen.All(scheme => Find(scheme) is null))
        {
            throw Unfit(chosen[0], "UploadClientOptions.Credential");
        }

        foreach (var scheme in chosen)
        {
            if (Find(scheme) is { } credential)
            {
                applied.Add(scheme, await credential.GetAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return applied;
    }

    /// <summary>
    /// Chooses one of several sets of schemes: the first in which each scheme has a credential of its own; else the first that the fallback completes; else
    /// the first that can be met in part, so that the API says what is missing.
    /// </summary>
    private IReadOnlyList<SecurityScheme> Choose(IReadOnlyList<IReadOnlyList<SecurityScheme>> alternatives)
    {
        if (alternatives.Count <= 1)
        {
            return alternatives.Count == 0 ? [] : alternatives[0];
        }

        return alternatives.FirstOrDefault(schemes => schemes.All(scheme => _byScheme.ContainsKey(scheme.Name)))
            ?? alternatives.FirstOrDefault(schemes => schemes.All(scheme => Find(scheme) is not null))
            ?? alternatives.FirstOrDefault(schemes => schemes.Any(scheme => Find(scheme) is not null))
            ?? alternatives[0];
    }

    private ApiCredential? Find(SecurityScheme scheme)
    {
        var isBasic = scheme.Kind == SecuritySchemeKind.Basic;
        if (!_byScheme.TryGetValue(scheme.Name, out var credential))
        {
            return fallback?.IsBasic == isBasic ? fallback : null;
        }

        if (credential.IsBasic == isBasic)
        {
            return credential;
        }

        throw Unfit(scheme, $"UploadClientOptions.Credentials[\"{scheme.Name}\"]");
    }

    private static InvalidOperationException Unfit(SecurityScheme scheme, string option)
    {
        var needed = scheme.Kind == SecuritySchemeKind.Basic ? "a user name and password: use ApiCredential.FromBasic" : "a token: use ApiCredential.FromToken";
        return new InvalidOperationException($"The security scheme '{scheme.Name}' takes {needed} for {option}.");
    }
}
