namespace UploadGen.Core;

/// <summary>
/// Reads a part of a stream that seeks. Parts that share a stream read it in turns; a stream that a part has to itself is disposed with the part.
/// </summary>
/// <param name="stream">The whole.</param>
/// <param name="start">Where the part begins.</param>
/// <param name="length">Its length.</param>
/// <param name="gate">Lets one part at a time read; <see langword="null"/> for a stream of its own.</param>
internal sealed class SliceStream(Stream stream, long start, long length, SemaphoreSlim? gate) : ForwardOnlyStream
{
    private long _read;

    public Stream Whole => stream;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = buffer[..(int)Math.Min(buffer.Length, length - _read)];
        if (wanted.IsEmpty)
        {
            return 0;
        }

        if (gate is not null)
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            stream.Position = start + _read;
            var read = await stream.ReadAsync(wanted, cancellationToken).ConfigureAwait(false);
            _read += read;
            return read;
        }
        finally
        {
            gate?.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && gate is null)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
