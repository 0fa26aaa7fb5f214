using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace UploadGen.Servers;

/// <summary>A proxy on this machine, such as companies have: it tunnels (CONNECT) and forwards (a whole URL in the request line, RFC 9112, section 3.2.2).</summary>
public sealed class ForwardProxy : IAsyncDisposable
{
    private readonly LoopbackListener _listener;
    private readonly ConcurrentQueue<string> _requestLines = new();

    public ForwardProxy() => _listener = new LoopbackListener((client, _, closing) => ServeAsync(client.GetStream(), closing));

    public string Address => $"http://127.0.0.1:{_listener.Port}";

    /// <summary>The first line of each request it was sent in the clear.</summary>
    public IReadOnlyCollection<string> RequestLines => _requestLines;

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    /// <summary>One request for each connection is enough here; what follows its head goes through as it is.</summary>
    private async Task ServeAsync(NetworkStream client, CancellationToken closing)
    {
        var head = await ReadHeadAsync(client, closing);
        var line = head.Split("\r\n")[0];
        _requestLines.Enqueue(line);
        var target = line.Split(' ')[1];
        var isTunnel = line.StartsWith("CONNECT ", StringComparison.Ordinal);
        var place = new Uri(isTunnel ? $"http://{target}" : target);
        using var server = new TcpClient();
        await server.ConnectAsync(place.Host, place.Port, closing);
        var stream = server.GetStream();
        if (isTunnel)
        {
            await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), closing);
        }
        else
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Replace(target, place.PathAndQuery, StringComparison.Ordinal)), closing);
        }

        await Task.WhenAny(client.CopyToAsync(stream, closing), stream.CopyToAsync(client, closing));
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken closing)
    {
        var head = new StringBuilder();
        var letter = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(letter, closing) == 0)
            {
                throw new EndOfStreamException();
            }

            head.Append((char)letter[0]);
        }

        return head.ToString();
    }
}
