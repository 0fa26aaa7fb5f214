using System.ComponentModel;
using System.Net;

namespace UploadGen.Core;

/// <summary>
/// Handlers as the engine wants them: connections are renewed so that a change of DNS is seen, no cookies are kept, no redirects followed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HttpHandlers
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>A new handler for an API. A redirect would take the credential along, so none is followed.</summary>
    public static SocketsHttpHandler ForApi() => Create(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });

    /// <summary>A new handler for storage, which is a third party: no trace headers either.</summary>
    public static SocketsHttpHandler ForStorage() => Create(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        ConnectCallback = StorageConnection.OpenAsync,
    });

    private static SocketsHttpHandler Create(SocketsHttpHandler handler)
    {
        handler.UseCookies = false;
        handler.AllowAutoRedirect = false;
        handler.EnableMultipleHttp2Connections = true;
        handler.PooledConnectionLifetime = ConnectionLifetime;
        // HTTP/2 has an answer of its own for a body that isn't wanted.
        handler.PlaintextStreamFilter = static (connection, _) => ValueTask.FromResult(
            connection.NegotiatedHttpVersion.Major < 2 ? new HeardStream(connection.PlaintextStream) : connection.PlaintextStream);
        return handler;
    }
}
