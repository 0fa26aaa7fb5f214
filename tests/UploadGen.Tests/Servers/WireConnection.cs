using System.Globalization;
using System.Text;

namespace UploadGen.Tests.Servers;

internal sealed class WireConnection(Stream stream, CancellationToken closing)
{
    /// <summary>Does nothing until the server closes.</summary>
    public Task HangAsync() => Task.Delay(Timeout.Infinite, closing);

    /// <summary>Reads a request line and headers; null when the client is done.</summary>
    public async Task<WireRequest?> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        return new WireRequest(head.ToString()[..^4].Split("\r\n"));
    }

    /// <summary>Reads a request and its body, granting it first when the client asks.</summary>
    public async Task<WireRequest?> ReadRequestAsync()
    {
        if (await ReadHeadAsync() is not { } request)
        {
            return null;
        }

        if (request["Expect"] is not null)
        {
            await WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
        }

        var length = int.Parse(request["Content-Length"] ?? "0", CultureInfo.InvariantCulture);
        return request with { Body = await ReadAsync(length) };
    }

    public async Task<byte[]> ReadAsync(int length)
    {
        var body = new byte[length];
        await stream.ReadExactlyAsync(body);
        return body;
    }

    /// <summary>Reads whatever comes until the client closes; how much it was.</summary>
    public async Task<long> DrainAsync()
    {
        long total = 0;
        var buffer = new byte[65_536];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer)) > 0; total += read)
            {
            }
        }
        catch (IOException)
        {
        }

        return total;
    }

    public async Task WriteAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
}
