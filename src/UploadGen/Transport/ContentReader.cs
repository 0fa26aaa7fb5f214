using System.Buffers;

namespace UploadGen.Core;

/// <summary>
/// Reads an opened content and copies exactly the bytes announced. Where they are more or fewer it fails before the last is sent, so that no server gets a
/// wrong file in full.
/// </summary>
internal sealed class ContentReader : IDisposable
{
    /// <summary>Bytes that are read at a time. Each read of a file costs a change of threads.</summary>
    private const int BufferSize = 256 * 1024;

    /// <summary>Bytes that are sent at a time: few enough that progress shows on a slow line.</summary>
    private const int SliceSize = 128 * 1024;

    private static readonly byte[] Nothing = new byte[64 * 1024];

    private readonly UploadContent _content;
    private readonly Stream _stream;
    private Task<int>? _reading;
    private bool _closed;

    public ContentReader(UploadContent content)
    {
        _content = content;
        _stream = content.Source.Open();
    }

    public async Task CopyToAsync(Stream target, Transfer transfer, CancellationToken cancellationToken)
    {
        // Returned to the pool only when all went well: a read that was canceled may still write into it.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(_content.Length, 1, BufferSize));
        var left = _content.Length;
        do
        {
            // A handler of the caller's may go on when nobody waits for it any more.
            transfer.Token.ThrowIfCancellationRequested();
            if (transfer.IsCut)
            {
                await FillAsync(target, left, transfer, cancellationToken).ConfigureAwait(false);
                break;
            }

            var read = await ReadCheckedAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), left, transfer, cancellationToken).ConfigureAwait(false);
            left -= read;
            await SendAsync(buffer.AsMemory(0, read), isLast: left == 0, target, transfer, cancellationToken).ConfigureAwait(false);
        }
        while (left > 0);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Where nothing is sent any more, the handler reads the answer when it has been given as many bytes as it announced.</summary>
    private static async ValueTask FillAsync(Stream target, long count, Transfer transfer, CancellationToken cancellationToken)
    {
        for (; count > 0; count -= Math.Min(count, Nothing.Length))
        {
            await transfer.WriteAsync(target, Nothing.AsMemory(0, (int)Math.Min(count, Nothing.Length)), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, bool isLast, Stream target, Transfer transfer, CancellationToken cancellationToken)
    {
        do
        {
            var slice = bytes[..Math.Min(bytes.Length, Math.Min(SliceSize, transfer.Piece))];
            await transfer.PaceAsync(slice.Length, cancellationToken).ConfigureAwait(false);
            if (isLast && slice.Length == bytes.Length)
            {
                transfer.HandOver();
            }

            await transfer.WriteAsync(target, slice, cancellationToken).ConfigureAwait(false);
            await transfer.SentAsync(slice.Length).ConfigureAwait(false);
            bytes = bytes[slice.Length..];
        }
        while (bytes.Length > 0);
    }

    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _content.Source.Close(_stream);
    }

    private async ValueTask<int> ReadCheckedAsync(Memory<byte> buffer, long left, Transfer transfer, CancellationToken cancellationToken)
    {
        try
        {
            var read = left == 0 ? 0 : await ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0 && left > 0)
            {
                throw Failure(FormattableString.Invariant($"ended after {_content.Length - left} of {_content.Length} bytes"));
            }

            if (read == left)
            {
                await EnsureEndAsync(cancellationToken).ConfigureAwait(false);
            }

            return read;
        }
        catch (OperationCanceledException) when (_reading is { IsCompleted: false })
        {
            _ = CallerCode.LeaveAsync(_reading);
            throw;
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            transfer.ContentFailure = cause;
            throw;
        }
    }

    /// <summary>Called when the last bytes are read and not yet sent.</summary>
    private async ValueTask EnsureEndAsync(CancellationToken cancellationToken)
    {
        if (!_content.Source.TellsLength && await ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) > 0)
        {
            throw Failure(FormattableString.Invariant($"has more than the {_content.Length} bytes announced"));
        }

        _content.Source.EnsureUnchanged(_stream);
    }

    private IOException Failure(string what) => new($"{_content.FileName} {what}; it may have changed while it was uploaded. The upload was given up.");

    /// <summary>Ends promptly on cancellation even where the system doesn't heed it, as a file on a server that is gone.</summary>
    private ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = _stream.ReadAsync(buffer, cancellationToken);
        return read.IsCompleted ? read : new ValueTask<int>((_reading = read.AsTask()).WaitAsync(cancellationToken));
    }
}
