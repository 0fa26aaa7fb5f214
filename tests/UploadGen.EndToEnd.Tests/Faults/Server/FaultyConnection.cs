using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>One connection: reads requests, has them handled, answers, and does at the right moment what the faults say.</summary>
internal sealed class FaultyConnection(PipeReader input, PipeWriter output, Action reset, Backend backend, IFaults faults, CancellationToken closing)
{
    private static readonly TimeSpan DripDelay = TimeSpan.FromMilliseconds(15);

    private static readonly byte[] EndlessChunk = Encoding.ASCII.GetBytes(new string('x', 16 * 1024));

    private Fault? _fault;
    private bool _drips;
    private int _filled;

    /// <summary>Serves until either side is done.</summary>
    public async Task ServeAsync(bool toStorage)
    {
        try
        {
            _fault = faults.OfConnection(toStorage);
            await ReachAsync(At.Connect);
            while (await ReadHeadAsync() is { } request)
            {
                _fault = faults.OfRequest(request.Step);
                _drips = false;
                if (!await ExchangeAsync(request))
                {
                    return;
                }
            }
        }
        catch (ConnectionEndedException)
        {
        }
    }

    /// <summary>One request and its answer; whether another may follow.</summary>
    private async Task<bool> ExchangeAsync(Request request)
    {
        if (await EndsAtAsync(At.Head, request))
        {
            return false;
        }

        if (request["Expect"] is not null)
        {
            await WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
        }

        var body = new byte[request.Length];
        _filled = 0;
        foreach (var (at, end) in new[] { (At.FirstByte, Math.Min(1, body.Length)), (At.Half, body.Length / 2) })
        {
            await FillAsync(body, end);
            if (await EndsAtAsync(at, request))
            {
                return false;
            }
        }

        await FillAsync(body, body.Length);
        await ReachAsync(At.LastByte);
        if (IsAnswered(At.LastByte))
        {
            return await AnswerAsync(_fault!.Answer!(request.Head));
        }

        var answer = backend.Handle(request with { Body = body });
        await ReachAsync(At.Done);
        return await AnswerAsync(IsAnswered(At.Done) ? _fault!.Answer!(request.Head) : answer);
    }

    private bool IsAnswered(At at) => _fault is { Ending: Ending.Answer } fault && fault.At == at;

    private async Task<bool> EndsAtAsync(At at, Request request)
    {
        await ReachAsync(at);
        if (!IsAnswered(at))
        {
            return false;
        }

        await AnswerAsync(_fault!.Answer!(request.Head));
        return true;
    }

    private async Task ReachAsync(At at)
    {
        if (_fault is not { } fault || fault.At != at || fault.Address is not null)
        {
            return;
        }

        switch (fault.Ending)
        {
            case Ending.Close:
                throw new ConnectionEndedException();
            case Ending.Reset:
                reset();
                throw new ConnectionEndedException();
            case Ending.Stall:
                await Task.Delay(Timeout.Infinite, closing);
                break;
            case Ending.Drip:
                _drips = true;
                break;
        }
    }

    private async Task<Request?> ReadHeadAsync()
    {
        while (true)
        {
            var read = await input.ReadAsync(closing);
            if (HeadIn(read.Buffer, out var end) is { } head)
            {
                input.AdvanceTo(end);
                return new Request(head);
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

    private static string? HeadIn(ReadOnlySequence<byte> buffer, out SequencePosition end)
    {
        var reader = new SequenceReader<byte>(buffer);
        var isWhole = reader.TryReadTo(out ReadOnlySequence<byte> head, "\r\n\r\n"u8);
        end = reader.Position;
        return isWhole ? Encoding.UTF8.GetString(head) : null;
    }

    /// <summary>Reads the body up to a byte.</summary>
    private async Task FillAsync(byte[] body, int end)
    {
        while (_filled < end)
        {
            if (_drips)
            {
                await Task.Delay(DripDelay, closing);
            }

            var read = await input.ReadAsync(closing);
            var count = (int)Math.Min(read.Buffer.Length, end - _filled);
            if (count == 0 && read.IsCompleted)
            {
                throw new ConnectionEndedException();
            }

            read.Buffer.Slice(0, count).CopyTo(body.AsSpan(_filled));
            _filled += count;
            input.AdvanceTo(read.Buffer.GetPosition(count));
        }
    }

    /// <summary>Writes an answer; whether another request may follow.</summary>
    private async Task<bool> AnswerAsync(Answer answer)
    {
        await WriteAsync(answer.StatusLine);
        await ReachAsync(At.StatusLine);
        await WriteAsync(answer.Fields);
        var half = answer.Body.Length / 2;
        if (_fault?.At == At.HalfAnswer)
        {
            await WriteAsync(answer.Body[..half]);
            await ReachAsync(At.HalfAnswer);
            await WriteAsync(answer.Body[half..]);
        }
        else
        {
            await WriteAsync(answer.Body);
        }

        while (answer.IsEndless)
        {
            await SendAsync(EndlessChunk);
        }

        return !answer.IsLast;
    }

    private async Task WriteAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!_drips)
        {
            await SendAsync(bytes);
            return;
        }

        foreach (var chunk in bytes.Chunk(20))
        {
            await Task.Delay(DripDelay, closing);
            await SendAsync(chunk);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        if ((await output.WriteAsync(bytes, closing)).IsCompleted)
        {
            throw new ConnectionEndedException();
        }
    }

    /// <summary>The connection is over, by a fault or by the client.</summary>
    private sealed class ConnectionEndedException : Exception;
}
