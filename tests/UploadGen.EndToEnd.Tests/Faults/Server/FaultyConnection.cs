using System.Text;

namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>One connection: reads requests, has them handled, answers, and does at the right moment what the faults say.</summary>
internal sealed class FaultyConnection(WireConnection connection, Backend backend, IFaults faults)
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
            while (await connection.ReadHeadAsync() is { } request)
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
    private async Task<bool> ExchangeAsync(WireRequest request)
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

        if (_fault is { Ending: Ending.Damage })
        {
            body[body.Length / 2] ^= 1;
        }

        var answer = backend.Handle(request with { Body = body });
        await ReachAsync(At.Done);
        return await AnswerAsync(IsAnswered(At.Done) ? _fault!.Answer!(request.Head) : answer);
    }

    private bool IsAnswered(At at) => _fault is { Ending: Ending.Answer } fault && fault.At == at;

    private async Task<bool> EndsAtAsync(At at, WireRequest request)
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
                connection.Reset();
                throw new ConnectionEndedException();
            case Ending.Stall:
                await connection.HangAsync();
                break;
            case Ending.Drip:
                _drips = true;
                break;
        }
    }

    /// <summary>Reads the body up to a byte.</summary>
    private async Task FillAsync(byte[] body, int end)
    {
        while (_filled < end)
        {
            if (_drips)
            {
                await connection.WaitAsync(DripDelay);
            }

            _filled += await connection.ReadAsync(body.AsMemory(_filled, end - _filled));
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
            await connection.WriteAsync(EndlessChunk);
        }

        return !answer.IsLast;
    }

    private async Task WriteAsync(string text)
    {
        if (!_drips)
        {
            await connection.WriteAsync(text);
            return;
        }

        foreach (var chunk in Encoding.UTF8.GetBytes(text).Chunk(20))
        {
            await connection.WaitAsync(DripDelay);
            await connection.WriteAsync(chunk);
        }
    }
}
