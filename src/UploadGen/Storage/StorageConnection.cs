using System.Net;
using System.Net.Sockets;

namespace UploadGen.Core;

/// <summary>Connects to storage, after a look at the addresses that a name leads to: a name may be given any, and another each time.</summary>
internal static class StorageConnection
{
    public static async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // As the handler itself makes them.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await ConnectAsync(socket, context.DnsEndPoint, context.InitialRequestMessage, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async ValueTask ConnectAsync(Socket socket, DnsEndPoint place, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isProxy = !place.Host.Equals(request.RequestUri!.IdnHost, StringComparison.OrdinalIgnoreCase);
        if (isProxy || request is not StorageRequest { Network: var network } || IPAddress.TryParse(place.Host, out _))
        {
            await socket.ConnectAsync(place, cancellationToken).ConfigureAwait(false);
            return;
        }

        var addresses = await Dns.GetHostAddressesAsync(place.Host, cancellationToken).ConfigureAwait(false);
        await network.EnsureAllowedAsync(place.Host, addresses).ConfigureAwait(false);
        await socket.ConnectAsync(addresses, place.Port, cancellationToken).ConfigureAwait(false);
    }
}
