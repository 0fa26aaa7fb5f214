using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace UploadGen.Servers;

/// <summary>The server's end of a connection: reads what the client sent, byte for byte, and writes what the test says.</summary>
/// <param name="input">What comes from the client.</param>
/// <param name="output">What goes to the client.</param>
/// <param name="reset">Breaks the connection, as a crash would.</param>
/// <param name="closing">Canceled when the server closes.</param>
public sealed class WireConnection(PipeReader input, PipeWriter output, Action reset, CancellationToken closing)
{
    public void Reset() => reset();

    /// <summary>Does nothing until the server closes.</summary>
    public Task HangAsync() => Task.Delay(Timeout.Infinite, closing);

    /// <summary>Waits, unless the server closes.</summary>
    public Task WaitAsync(TimeSpan time) => Task.Delay(time, closing);

    /// <summary>Reads a request line and headers; null when the client is done.</summary>
    public async Task<WireRequest?> ReadHeadAsync()
    {
        while (true)
        {
            var read = await input.ReadAsync(closing);
            if (HeadIn(read.Buffer, out var end) is { } head)
            {
                input.AdvanceTo(end);
                return new WireRequest(head);
            }

            if (read.Buffer.FirstSpan is [0x16, ..])
            {
                // A client that begins TLS: what servers without it answer.
                await WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                return null;
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
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

        return request with { Body = await ReadAsync(request.Length) };
    }

    /// <summary>Reads so many bytes.</summary>
    public async Task<byte[]> ReadAsync(int length)
    {
        var bytes = new byte[length];
        for (var filled = 0; filled < length;)
        {
            filled += await ReadAsync(bytes.AsMemory(filled));
        }

        return bytes;
    }

    /// <summary>Reads what is there, one byte at least; how much it was.</summary>
    public async Task<int> ReadAsync(Memory<byte> target)
    {
        var read = await input.ReadAsync(closing);
        var count = (int)Math.Min(read.Buffer.Length, target.Length);
        if (count == 0 && read.IsCompleted)
        {
            throw new ConnectionEndedException();
        }

        read.Buffer.Slice(0, count).CopyTo(target.Span);
        input.AdvanceTo(read.Buffer.GetPosition(count));
        return count;
    }

    /// <summary>Reads whatever comes until the client closes; how much it was.</summary>
    public async Task<long> DrainAsync()
    {
        long total = 0;
        var buffer = new byte[65_536];
        try
        {
            while (true)
            {
                total += await ReadAsync(buffer);
            }
        }
        catch (IOException)
        {
            return total;
        }
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        if ((await output.WriteAsync(bytes, closing)).IsCompleted)
        {
            throw new ConnectionEndedException();
        }
    }

    private static string? HeadIn(ReadOnlySequence<byte> buffer, out SequencePosition end)
    {
        var reader = new SequenceReader<byte>(buffer);
        var isWhole = reader.TryReadTo(out ReadOnlySequence<byte> head, "\r\n\r\n"u8);
        end = reader.Position;
        return isWhole ? Encoding.Latin1.GetString(head) : null;
    }
}
