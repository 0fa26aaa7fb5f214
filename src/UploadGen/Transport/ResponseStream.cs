namespace UploadGen.Core;

/// <summary>An answer's body that the caller reads. The stall timeout runs only during a read. Disposing it ends the exchange.</summary>
internal sealed class ResponseStream : Stream
{
    private readonly Stream _body;
    private readonly Transfer _transfer;
    private readonly HttpRequestMessage _request;
    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenRegistration _stalled;

    public ResponseStream(Stream body, Transfer transfer, HttpRequestMessage request, HttpResponseMessage response)
    {
        _body = body;
        _transfer = transfer;
        _request = request;
        _response = response;
        // Closing the connection ends a read, synchronous ones too.
        _stalled = transfer.Token.UnsafeRegister(static state => ((HttpResponseMessage)state!).Dispose(), response);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _response.Content.Headers.ContentLength ?? throw new NotSupportedException("The server didn't say how long the body is.");

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        _transfer.AwaitBytes();
        try
        {
            var read = _body.Read(buffer);
            _transfer.Rest();
            return read;
        }
        catch (Exception cause) when (_transfer.Token.IsCancellationRequested || Transfer.IsUnreadable(cause))
        {
            throw _transfer.Explain(cause);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _transfer.AwaitBytes();
        try
        {
            var read = await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _transfer.Rest();
            return read;
        }
        catch (Exception cause) when (_transfer.Token.IsCancellationRequested || Transfer.IsUnreadable(cause))
        {
            throw _transfer.Explain(cause);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stalled.Dispose();
            _body.Dispose();
            _response.Dispose();
            _request.Dispose();
            _transfer.Dispose();
        }

        base.Dispose(disposing);
    }
}
