using System.Net;

namespace UploadGen.Core;

/// <summary>
/// A request's body of known length, streamed in constant memory. Files are opened before the request is sent, so that nothing is sent where one can't be
/// read. They are opened again when the handler sends the body again.
/// </summary>
internal sealed class RequestBody : HttpContent
{
    private readonly IReadOnlyList<BodySegment> _segments;
    private readonly ContentReader?[] _readers;
    private readonly Transfer _transfer;
    private bool _started;

    public RequestBody(IReadOnlyList<BodySegment> segments, Transfer transfer)
    {
        _segments = segments;
        _transfer = transfer;
        _readers = new ContentReader?[segments.Count];
        try
        {
            Open();
        }
        catch
        {
            Close();
            throw;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        foreach (var segment in _segments)
        {
            length += segment.Length;
        }

        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // A handler of the caller's may send it when nobody waits for that any more.
        _transfer.Token.ThrowIfCancellationRequested();
        if (_started)
        {
            Reopen();
        }

        _started = true;
        _transfer.StartBody();
        for (var i = 0; i < _segments.Count; i++)
        {
            if (_readers[i] is { } reader)
            {
                await reader.CopyToAsync(stream, _transfer, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await _transfer.WriteAsync(stream, _segments[i].Bytes, cancellationToken).ConfigureAwait(false);
            }
        }

        _transfer.EndBody();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }

    private void Open()
    {
        for (var i = 0; i < _readers.Length; i++)
        {
            if (_segments[i].Content is { } content)
            {
                _readers[i] = new ContentReader(content);
            }
        }
    }

    private void Reopen()
    {
        Close();
        try
        {
            Open();
        }
        catch (Exception cause)
        {
            _transfer.ContentFailure = cause;
            throw;
        }
    }

    private void Close()
    {
        foreach (var reader in _readers)
        {
            reader?.Dispose();
        }

        Array.Clear(_readers);
    }
}
