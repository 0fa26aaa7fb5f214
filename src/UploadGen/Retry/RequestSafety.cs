using System.Net.Sockets;
using Polly;

namespace UploadGen.Core;

/// <summary>Which failures may pass by themselves, and after which of them a request may be sent again.</summary>
internal static class RequestSafety
{
    /// <summary>What the exception adds where only the content keeps a request from being sent again.</summary>
    public const string CannotReplay =
        "The content can't be read a second time (a stream that can't seek), so it wasn't tried again; give a file, bytes or a stream that seeks.";

    private const string UnsentKey = "UploadGen.Unsent";
    private const string LastingKey = "UploadGen.Lasting";

    /// <summary>Marks a failure of a call of which nothing was sent.</summary>
    public static void MarkUnsent(Exception failure) => failure.Data[UnsentKey] = true;

    /// <summary>Whether nothing of a call was sent when it failed: the caller had canceled it before, or its credential couldn't be had.</summary>
    public static bool IsUnsent(Exception failure) => failure.Data.Contains(UnsentKey);

    /// <summary>Marks a failure that won't pass by itself, for what made it was no network.</summary>
    /// <returns>The failure.</returns>
    public static HttpRequestException Marked(HttpRequestException failure, bool isTransient)
    {
        if (!isTransient)
        {
            failure.Data[LastingKey] = true;
        }

        return failure;
    }

    /// <summary>Whether the status says that the server is busy or in trouble.</summary>
    public static bool IsTransient(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>Whether a step of an upload failed in a way that may pass.</summary>
    public static bool MayPass(Exception failure) => failure is UploadException { IsTransient: true };

    /// <summary>
    /// Whether the network failed in a way that may pass, or a handler of the caller's says so: its circuit is open, its time is up. A certificate that isn't
    /// trusted, a proxy that refuses, a limit of ours, any other exception of a handler's comes again.
    /// </summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        TimeoutException or ExecutionRejectedException or SocketException or HttpIOException => true,
        IOException => failure.GetType() == typeof(IOException),
        HttpRequestException when failure.Data.Contains(LastingKey) => false,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => NetworkFailure.IsBrokenHandshake(failure),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: { } status } => IsTransient((int)status),
        HttpRequestException { HttpRequestError: var error } => error is not (HttpRequestError.UserAuthenticationError
            or HttpRequestError.VersionNegotiationError or HttpRequestError.ConfigurationLimitExceeded),
        _ => false,
    };

    /// <summary>
    /// Whether a call of the API may be repeated: an idempotent one (RFC 9110, section 9.2.2) after any failure that may pass; another only if it never
    /// got to the server, or the server asks for it.
    /// </summary>
    public static bool MayRepeat(HttpMethod method, Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => true,
        _ when NetworkFailure.IsBrokenHandshake(failure) => true,
        ApiException { StatusCode: 429 or 503, RetryAfter: not null } => true,
        ApiException answered => answered.IsTransient && IsIdempotent(method),
        _ => IsTransient(failure) && IsIdempotent(method),
    };

    private static bool IsIdempotent(HttpMethod method)
        => method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put || method == HttpMethod.Delete
            || method == HttpMethod.Options || method == HttpMethod.Trace || method.Method == "QUERY";
}
