using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace UploadGen.Servers;

/// <summary>A proxy on this machine, such as companies have: it tunnels (CONNECT) and forwards (a whole URL in the request line, RFC 9112, section 3.2.2).</summary>
public sealed class ForwardProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _requestLines = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    public ForwardProxy()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The first line of each request it was sent in the clear.</summary>
    public IReadOnlyCollection<string> RequestLines => _requestLines;

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
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = await ReadHeadAsync(stream);
                var line = head.Split("\r\n")[0];
                _requestLines.Enqueue(line);
                using var server = new TcpClient();
                await ForwardAsync(stream, server, line, head);
            }
            catch (Exception closed) when (closed is IOException or SocketException or OperationCanceledException)
            {
                // By either side, or by the end of the test.
            }
        }
    }

    /// <summary>One request for each connection is enough here; what follows its head goes through as it is.</summary>
    private async Task ForwardAsync(NetworkStream client, TcpClient server, string line, string head)
    {
        var target = line.Split(' ')[1];
        var isTunnel = line.StartsWith("CONNECT ", StringComparison.Ordinal);
        var place = new Uri(isTunnel ? $"http://{target}" : target);
        await server.ConnectAsync(place.Host, place.Port, _closing.Token);
        var stream = server.GetStream();
        if (isTunnel)
        {
            await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), _closing.Token);
        }
        else
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Replace(target, place.PathAndQuery, StringComparison.Ordinal)), _closing.Token);
        }

        await Task.WhenAny(client.CopyToAsync(stream, _closing.Token), stream.CopyToAsync(client, _closing.Token));
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var letter = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(letter, _closing.Token) == 0)
            {
                throw new EndOfStreamException();
            }

            head.Append((char)letter[0]);
        }

        return head.ToString();
    }
}
