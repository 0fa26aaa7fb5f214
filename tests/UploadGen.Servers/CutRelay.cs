using System.Net;
using System.Net.Sockets;

namespace UploadGen.Servers;

/// <summary>Stands before a server that isn't ours, and breaks connections to it after as many bytes as the test says.</summary>
public sealed class CutRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _connections = [];
    private readonly int _port;
    private readonly Func<int, (long Up, long Down)> _cutAfter;
    private readonly Task _accepting;

    /// <param name="port">The server's port on this machine.</param>
    /// <param name="cutAfter">After how many bytes to the server, and how many from it, a connection breaks; given its number from 1.</param>
    public CutRelay(int port, Func<int, (long Up, long Down)> cutAfter)
    {
        (_port, _cutAfter) = (port, cutAfter);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections there were.</summary>
    public int Count => _connections.Count;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _closing.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                _connections.Add(RelayAsync(client, _cutAfter(_connections.Count + 1)));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or OperationCanceledException)
        {
        }
    }

    private async Task RelayAsync(TcpClient client, (long Up, long Down) cutAfter)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _port, _closing.Token);
                await Task.WhenAny(
                    CopyAsync(client.GetStream(), server.GetStream(), cutAfter.Up), CopyAsync(server.GetStream(), client.GetStream(), cutAfter.Down));
            }
            catch (Exception closed) when (closed is IOException or SocketException or OperationCanceledException)
            {
            }

            client.Client.Close(timeout: 0);
            server.Client.Close(timeout: 0);
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, long left)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while (left > 0 && (read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), _closing.Token)) > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), _closing.Token);
                left -= read;
            }
        }
        catch (Exception closed) when (closed is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // By either side, or by the end of the test.
        }
    }
}
