using System.Globalization;

namespace UploadGen.Core;

/// <summary>OpenTelemetry's <c>error.type</c>: one of few values, so that failures can be counted by it.</summary>
internal static class ErrorType
{
    /// <summary>The status of an answer that is an error, the network's error as .NET's own metrics name it, or else the exception's type.</summary>
    public static string From(Exception failure) => failure switch
    {
        ApiException { StatusCode: >= 300 } answered => From(answered.StatusCode),
        UploadException { StatusCode: >= 300 } refused => From(refused.StatusCode.Value),
        UploadException { InnerException: { } cause } => From(cause),
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown, HttpRequestError: var error } => From(error),
        _ => failure.GetType().FullName!,
    };

    public static string From(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static string From(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "name_resolution_error",
        HttpRequestError.ConnectionError => "connection_error",
        HttpRequestError.SecureConnectionError => "secure_connection_error",
        HttpRequestError.HttpProtocolError => "http_protocol_error",
        HttpRequestError.ExtendedConnectNotSupported => "extended_connect_not_supported",
        HttpRequestError.VersionNegotiationError => "version_negotiation_error",
        HttpRequestError.UserAuthenticationError => "user_authentication_error",
        HttpRequestError.ProxyTunnelError => "proxy_tunnel_error",
        HttpRequestError.InvalidResponse => "invalid_response",
        HttpRequestError.ResponseEnded => "response_ended",
        HttpRequestError.ConfigurationLimitExceeded => "configuration_limit_exceeded",
        _ => "_OTHER",
    };
}
