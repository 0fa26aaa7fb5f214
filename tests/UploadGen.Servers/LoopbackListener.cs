using System.Net;
using System.Net.Sockets;

namespace UploadGen.Servers;

/// <summary>Accepts connections at a free port of this machine until it is disposed, which ends them all.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _connections = [];
    private readonly Func<TcpClient, int, CancellationToken, Task> _serve;
    private readonly Task _accepting;

    /// <param name="serve">Serves a connection; given its number from 1. That either side closes it, or the end of the test, is no failure.</param>
    public LoopbackListener(Func<TcpClient, int, CancellationToken, Task> serve)
    {
        _serve = serve;
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
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_closing.Token), _connections.Count + 1));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using (client)
        {
            try
            {
                await _serve(client, number, _closing.Token);
            }
            catch (Exception closed) when (closed is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // By either side, or by the end of the test.
            }
        }
    }
}
