using System.Net;

namespace UploadGen.Core;

/// <summary>
/// The process-wide clients: connections are shared, and renewed so that a change of DNS is seen. Neither has a total timeout, keeps cookies or
/// follows redirects.
/// </summary>
internal static class HttpClients
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>For APIs. A redirect would take the credential along, so none is followed.</summary>
    public static HttpClient Api { get; } = Create(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });

    /// <summary>For storage, which is a third party: no trace headers either.</summary>
    public static HttpClient Storage { get; } = Create(new SocketsHttpHandler { ActivityHeadersPropagator = null });

    private static HttpClient Create(SocketsHttpHandler handler)
    {
        handler.UseCookies = false;
        handler.AllowAutoRedirect = false;
        handler.PooledConnectionLifetime = ConnectionLifetime;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
