using System.Net;
using System.Net.Sockets;

namespace UploadGen.Tests.Servers;

/// <summary>A bare TCP listener: for tests in which each byte on the wire matters.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<WireConnection, Task> _handler;
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _connections = [];
    private Task _accepting = Task.CompletedTask;

    private WireServer(Func<WireConnection, Task> handler) => _handler = handler;

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Starts a server; the handler is called for each connection.</summary>
    public static WireServer Start(Func<WireConnection, Task> handler)
    {
        var server = new WireServer(handler);
        server._listener.Start();
        server._accepting = server.AcceptAsync();
        return server;
    }

    /// <summary>A server that takes one request after the other and answers 200.</summary>
    public static WireServer Recording(List<WireRequest> requests, string answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") => Start(async connection =>
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            lock (requests)
            {
                requests.Add(request);
            }

            await connection.WriteAsync(answer);
        }
    });

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        // A connection left open would answer for the next server that is given this port.
        await _closing.CancelAsync();
        await HandledAsync();
        _closing.Dispose();
    }

    /// <summary>Ends when all connections so far are done with.</summary>
    public Task HandledAsync() => Task.WhenAll(_connections);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _connections.Add(ServeAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (_closing.Token.Register(client.Close))
        {
            try
            {
                await _handler(new WireConnection(client.GetStream(), _closing.Token));
            }
            catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
            {
                // By the client, or by the end of the test.
            }
        }
    }
}
