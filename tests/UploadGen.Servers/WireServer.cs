using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace UploadGen.Servers;

/// <summary>A bare TCP listener: for tests in which each byte on the wire matters, or in which the connection breaks.</summary>
public sealed class WireServer : IAsyncDisposable
{
    public const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    /// <summary>In place of an answer: the connection is closed.</summary>
    public const string Cut = "cut";

    private readonly TcpListener _listener;
    private readonly Func<WireConnection, Task> _handler;
    private readonly LoopbackCertificate? _certificate;
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    private WireServer(Func<WireConnection, Task> handler, LoopbackCertificate? certificate, int port)
    {
        (_handler, _certificate) = (handler, certificate);
        _listener = new TcpListener(IPAddress.Loopback, port);
        // Small, so that a server which reads nothing is felt soon.
        _listener.Server.ReceiveBufferSize = 64 * 1024;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}";

    /// <summary>Starts a server; the handler is called for each connection.</summary>
    /// <param name="handler">Reads and writes.</param>
    /// <param name="certificate">What it shows to clients, which then speak TLS.</param>
    /// <param name="port">Where it listens; 0 for any free port.</param>
    public static WireServer Start(Func<WireConnection, Task> handler, LoopbackCertificate? certificate = null, int port = 0)
        => new(handler, certificate, port);

    /// <summary>Starts a server that keeps its requests.</summary>
    /// <param name="requests">Where they are kept.</param>
    /// <param name="answers">What they are answered one after the other, the last for all that follow; <see cref="Ok"/> without any.</param>
    public static WireServer Recording(List<WireRequest> requests, params string[] answers)
    {
        var given = 0;
        return Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                string answer;
                lock (requests)
                {
                    requests.Add(request);
                    answer = answers.Length == 0 ? Ok : answers[Math.Min(given++, answers.Length - 1)];
                }

                if (answer == Cut)
                {
                    return;
                }

                await connection.WriteAsync(answer);
            }
        });
    }

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
    public Task HandledAsync()
    {
        lock (_connections)
        {
            return Task.WhenAll(_connections);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                lock (_connections)
                {
                    _connections.Add(ServeAsync(socket));
                }
            }
        }
        catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        // A client that has its answer finds the connection in the list.
        await Task.Yield();
        using (_closing.Token.Register(socket.Close))
        {
            try
            {
                socket.NoDelay = true;
                await using var stream = await OpenAsync(new NetworkStream(socket, ownsSocket: true));
                await _handler(new WireConnection(PipeReader.Create(stream), PipeWriter.Create(stream), () => socket.Close(timeout: 0), _closing.Token));
            }
            catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException or AuthenticationException)
            {
                // By the client, or by the end of the test.
            }
        }
    }

    private async Task<Stream> OpenAsync(NetworkStream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }

        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate.Certificate }, _closing.Token);
        return secure;
    }
}
