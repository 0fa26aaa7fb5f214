namespace UploadGen.Core;

/// <summary>
/// A stream of the caller's, which may heed no token or block its thread. Whoever reads it ends soon after a cancellation all the same. A read that was left
/// behind goes on in the stream, so the next one waits for it: two at a time would mix up the bytes.
/// </summary>
internal sealed class CallerStream(Stream stream) : ForwardOnlyStream
{
    /// <summary>Of these it is known that they don't block. A class that derives from one of them may.</summary>
    private readonly bool _isKnown = stream.GetType() == typeof(MemoryStream) || stream.GetType() == typeof(FileStream);

    private Task<int> _last = Task.FromResult(0);
    private long? _next;

    /// <summary>Where the next read begins, in a stream that seeks.</summary>
    public override long Position { get => throw new NotSupportedException(); set => _next = value; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_last.IsCompleted)
        {
            await ((Task)_last).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (_isKnown)
        {
            _last = ReadNextAsync(buffer, cancellationToken);
            return await _last.ConfigureAwait(false);
        }

        _last = Task.Run(() => ReadNextAsync(buffer, cancellationToken), CancellationToken.None);
        return await CallerCode.EndAsync(_last, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> ReadNextAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_next is { } position)
        {
            (stream.Position, _next) = (position, null);
        }

        return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }
}
