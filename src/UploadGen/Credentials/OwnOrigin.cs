namespace UploadGen.Core;

/// <summary>
/// The credentials of requests that go to the API's own origin (RFC 6454) by a URL that the API has given: what serves them there asks for them as it does for
/// any other. Nobody else gets them, and no URL with a query, which has in it what lets a client in.
/// </summary>
/// <param name="api">Where the API is; <see langword="null"/> where no host is known.</param>
/// <param name="credentials">The client's credentials.</param>
/// <param name="secrets">Told of those that are sent.</param>
internal sealed class OwnOrigin(Uri? api, CredentialStore credentials, KnownSecrets secrets)
{
    /// <summary>The credentials for a URL; <see langword="null"/> where it is somewhere else, or nothing is wanted.</summary>
    /// <param name="url">Where the request goes.</param>
    /// <param name="alternatives">Sets of security schemes, of which the API's operation wants one to be met in full.</param>
    /// <param name="cancellationToken">Ends the wait for a credential that is asked for.</param>
    public async ValueTask<AppliedCredentials?> ForAsync(
        Uri url, IReadOnlyList<IReadOnlyList<SecurityScheme>> alternatives, CancellationToken cancellationToken)
    {
        if (alternatives.Count == 0 || api is null || url.Query.Length > 0
            || Uri.Compare(api, url, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return null;
        }

        var applied = await credentials.ApplyAsync(alternatives, cancellationToken).ConfigureAwait(false);
        applied.Secrets.ForEach(secrets.Add);
        return applied;
    }
}
