using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace UploadGen.Core;

/// <summary>Says what of DNS, the connection, the proxy or TLS failed: .NET says of TLS that an inner exception says it.</summary>
internal static partial class NetworkFailure
{
    private const string Untrusted = "its certificate is from nobody that this machine trusts (UntrustedRoot)";

    private static readonly (string Said, string Means)[] TlsReasons =
    [
        ("RemoteCertificateNameMismatch", "its certificate is for another name (RemoteCertificateNameMismatch)"),
        ("NotTimeValid", "its certificate has ended or isn't good yet, or this machine's clock is off (NotTimeValid)"),
        ("Revoked", "its certificate was revoked (Revoked)"),
        ("UntrustedRoot", Untrusted),
        ("PartialChain", Untrusted),
        ("RemoteCertificateChainErrors", Untrusted),
        ("frame", "what answers there doesn't speak TLS"),
    ];

    /// <summary>The failure with a message that names the host and the reason; the failure itself where nothing better is known.</summary>
    /// <param name="failure">What a handler threw.</param>
    /// <param name="url">Where the request was going.</param>
    /// <param name="secrets">What must not be told.</param>
    public static Exception Explain(Exception failure, Uri url, KnownSecrets? secrets)
    {
        // Of a connection that is reset at once, the handler lets the socket's exception through.
        if (failure is SocketException socket)
        {
            return Explained(HttpRequestError.ConnectionError, Connection(socket), failure);
        }

        if (failure is not HttpRequestException { HttpRequestError: var error } || Reason(failure, error) is not { } reason)
        {
            return failure;
        }

        return Explained(error, reason, failure.InnerException);

        HttpRequestException Explained(HttpRequestError error, string reason, Exception? inner)
        {
            var host = Redaction.Host(url, secrets);
            var place = error == HttpRequestError.ProxyTunnelError || IsOfProxy(failure, error, url) ? $"the proxy on the way to {host}" : host;
            var message = Redaction.WithoutSecrets($"{Beginning(error)} {place}: {reason}.", secrets);
            var status = error == HttpRequestError.ProxyTunnelError ? Status(failure.Message) : null;
            return SafeCause.Told(new HttpRequestException(error, message, inner is null ? null : SafeCause.Of(inner, secrets, url.IdnHost), status));
        }
    }

    /// <summary>Whether TLS failed because the connection broke, and not because either side refused.</summary>
    public static bool IsBrokenHandshake(Exception failure)
        => failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: IOException };

    private static string Beginning(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "DNS gave no address for",
        HttpRequestError.SecureConnectionError => "TLS couldn't be set up with",
        HttpRequestError.ProxyTunnelError => "no way was opened by",
        _ => "no connection could be made to",
    };

    private static string? Reason(Exception failure, HttpRequestError error) => (error, failure.InnerException) switch
    {
        (HttpRequestError.NameResolutionError, SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData })
            => "it doesn't know that name",
        (HttpRequestError.NameResolutionError, SocketException { SocketErrorCode: var code }) => $"it couldn't be asked ({code})",
        (HttpRequestError.ConnectionError, SocketException socket) => Connection(socket),
        (HttpRequestError.SecureConnectionError, AuthenticationException cause) => Tls(cause),
        (HttpRequestError.SecureConnectionError, IOException) => "the connection was closed before it had begun",
        (HttpRequestError.ProxyTunnelError, _) => $"it answered {Status(failure.Message):D} to CONNECT",
        _ => null,
    };

    private static string Connection(SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "nobody listens there",
        SocketError.ConnectionReset or SocketError.NotConnected => "it was closed at once",
        SocketError.TimedOut => "it didn't answer",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "there is no route to it",
        var code => $"the system says {code}",
    };

    /// <summary>.NET names what is wrong with a certificate only in the message.</summary>
    private static string Tls(AuthenticationException cause)
        => TlsReasons.FirstOrDefault(reason => cause.Message.Contains(reason.Said, StringComparison.Ordinal)).Means
            ?? "both sides found no common way, or one refused the other's certificate";

    /// <summary>Whether a name or address failed that isn't the URL's. .NET's message ends with the one that failed.</summary>
    private static bool IsOfProxy(Exception failure, HttpRequestError error, Uri url)
        => error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError && failure is HttpRequestException
            && !failure.Message.Contains($"({url.IdnHost}", StringComparison.OrdinalIgnoreCase)
            && !failure.Message.Contains($"([{url.IdnHost}", StringComparison.OrdinalIgnoreCase);

    /// <summary>The proxy's status, which .NET's message quotes.</summary>
    private static HttpStatusCode? Status(string message)
        => ProxyStatus().Match(message) is { Success: true } status ? (HttpStatusCode)int.Parse(status.ValueSpan[1..^1], CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("'[1-5][0-9][0-9]'", RegexOptions.CultureInvariant)]
    private static partial Regex ProxyStatus();
}
