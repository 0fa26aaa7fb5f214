using System.Collections.Concurrent;
using System.Net;

namespace UploadGen.Core;

/// <summary>To which places files may go: over https, and not into a private network at the word of a public API. Thread-safe.</summary>
/// <param name="api">Where the API is; <see langword="null"/> where no host is known.</param>
/// <param name="allowsPrivate">Whether a public API may send files into a private network.</param>
/// <param name="allowsPlainHttp">Whether files may go over http within a private network.</param>
internal sealed class StorageNetwork(Uri? api, bool allowsPrivate, bool allowsPlainHttp)
{
    /// <summary>Names that have led into a private network, where rules allowed it: a connection that is there must not serve other rules.</summary>
    private static readonly ConcurrentDictionary<string, bool> PrivateNames = new(StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<Task<bool>> _isPublicApi = new(() => IsPublicAsync(api));

    /// <summary>What speaks against sending a file there; <see langword="null"/> for nothing.</summary>
    public async ValueTask<string?> ProblemAsync(Uri target, CancellationToken cancellationToken)
    {
        var literal = PublicAddress.Literal(target);
        if (target.Scheme != Uri.UriSchemeHttps && (literal is null || !IPAddress.IsLoopback(literal)))
        {
            if (!allowsPlainHttp)
            {
                return "The upload URL isn't https, so anyone on the way could read and change the file. "
                    + "For development on a private network, UploadClientOptions.AllowPlainHttpStorage allows it.";
            }

            if ((await AddressesAsync(target, cancellationToken).ConfigureAwait(false)).Any(PublicAddress.IsPublic))
            {
                return "The upload URL isn't https and leads out of the private network, where anyone on the way could read and change the file.";
            }
        }

        var isPrivate = literal is null ? PrivateNames.ContainsKey(target.IdnHost) : !PublicAddress.IsPublic(literal);
        return isPrivate && await ForbidsPrivateAsync().ConfigureAwait(false) ? Forbidden : null;
    }

    /// <summary>Makes sure that the addresses behind a name are allowed, too.</summary>
    /// <exception cref="ForbiddenAddressException">They aren't.</exception>
    public async ValueTask EnsureAllowedAsync(string host, IPAddress[] addresses)
    {
        if (addresses.All(PublicAddress.IsPublic))
        {
            return;
        }

        if (await ForbidsPrivateAsync().ConfigureAwait(false))
        {
            throw new ForbiddenAddressException(Forbidden);
        }

        PrivateNames[host] = true;
    }

    private static string Forbidden =>
        "The upload URL leads to this machine or into a private network, while the API is a public one: it may be meant to reach what the API can't. "
        + "If it is right, UploadClientOptions.AllowPrivateStorage allows it.";

    private async ValueTask<bool> ForbidsPrivateAsync() => !allowsPrivate && !allowsPlainHttp && await _isPublicApi.Value.ConfigureAwait(false);

    /// <summary>Whether the API is reached at public addresses only. Where this machine doesn't know, as behind some proxies, it isn't taken for public.</summary>
    private static async Task<bool> IsPublicAsync(Uri? api)
    {
        var addresses = api is null ? [] : await AddressesAsync(api, CancellationToken.None).ConfigureAwait(false);
        return addresses.Length > 0 && addresses.All(PublicAddress.IsPublic);
    }

    private static async Task<IPAddress[]> AddressesAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return PublicAddress.Literal(url) is { } literal
                ? [literal]
                : await Dns.GetHostAddressesAsync(url.IdnHost, cancellationToken).ConfigureAwait(false);
        }
        catch (System.Net.Sockets.SocketException)
        {
            return [];
        }
    }
}
