using System.Net;
using System.Net.Sockets;

namespace UploadGen.Servers;

/// <summary>Stands before a server that isn't ours, and breaks connections to it after as many bytes as the test says.</summary>
public sealed class CutRelay : IAsyncDisposable
{
    private readonly LoopbackListener _listener;

    /// <param name="port">The server's port on this machine.</param>
    /// <param name="cutAfter">After how many bytes to the server, and how many from it, a connection breaks; given its number from 1.</param>
    public CutRelay(int port, Func<int, (long Up, long Down)> cutAfter)
        => _listener = new LoopbackListener((client, number, closing) => RelayAsync(client, port, cutAfter(number), closing));

    public int Port => _listener.Port;

    /// <summary>How many connections there were.</summary>
    public int Count => _listener.Count;

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private static async Task RelayAsync(TcpClient client, int port, (long Up, long Down) cutAfter, CancellationToken closing)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, port, closing);
            await Task.WhenAny(
                CopyAsync(client.GetStream(), server.GetStream(), cutAfter.Up, closing),
                CopyAsync(server.GetStream(), client.GetStream(), cutAfter.Down, closing));
        }
        finally
        {
            client.Client.Close(timeout: 0);
            server.Client.Close(timeout: 0);
        }
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, long left, CancellationToken closing)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while (left > 0 && (read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), closing)) > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), closing);
                left -= read;
            }
        }
        catch (Exception closed) when (closed is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other direction has ended first.
        }
    }
}
