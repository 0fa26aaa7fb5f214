namespace UploadGen.Core;

/// <summary>
/// A connection whose answer is read even where sending fails. A server that refuses a file before it has all of it answers and closes the connection; the
/// handler would give up at the first byte that can't be sent, and the answer would never be known.
/// </summary>
/// <remarks>
/// After the break, what is sent goes nowhere, and the <see cref="Transfer"/> knows. Another request that got this connection would find it at its end.
/// </remarks>
internal sealed class HeardStream(Stream connection) : Stream
{
    private IOException? _break;
    private Transfer? _sending;
    private bool _isHeard;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_break is not null)
        {
            return default;
        }

        _sending = Transfer.Writing ?? _sending;
        var write = connection.WriteAsync(buffer, cancellationToken);
        return write.IsCompletedSuccessfully ? write : SurviveAsync(write);
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
        => _break is null ? connection.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => _break is null ? connection.ReadAsync(buffer, cancellationToken) : HearAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Requests of the engine are asynchronous; these are for what else may use its handlers.
    public override int Read(byte[] buffer, int offset, int count) => connection.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => connection.Read(buffer);

    public override void Write(byte[] buffer, int offset, int count) => connection.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => connection.Write(buffer);

    public override void Flush() => connection.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask SurviveAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (IOException cause) when (_sending is { IsSending: true })
        {
            _sending.Cut();
            _break = cause;
        }
    }

    /// <summary>Reads what came before the break. Where nothing did, the break is what is to be known.</summary>
    private async ValueTask<int> HearAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            var read = await connection.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _isHeard |= read > 0;
            return read > 0 || buffer.IsEmpty || _isHeard ? read : throw _break!;
        }
        catch (IOException)
        {
            throw _break!;
        }
    }
}
