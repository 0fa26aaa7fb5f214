using System.Diagnostics.CodeAnalysis;

namespace UploadGen.Core;

/// <summary>The caller's stream, from where it stood when the content was made. One upload reads it at a time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle has nothing to dispose.")]
internal sealed class StreamSource : ContentSource
{
    private readonly Stream _stream;
    private readonly CallerStream _read;
    private readonly long _start;
    private readonly SemaphoreSlim _gate = new(1);
    private int _open;
    private bool _consumed;

    public StreamSource(Stream stream, long? length)
    {
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream can't be read; it may be closed already.", nameof(stream));
        }

        if (length < 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"The length is {length}; it must be 0 or more."), nameof(length));
        }

        _stream = stream;
        _read = new CallerStream(stream);
        CanReplay = stream.CanSeek;
        _start = stream.CanSeek ? stream.Position : 0;
        Length = stream.CanSeek ? LengthOf(stream, _start, length) : length ?? throw new ArgumentException(
            "The stream can't seek, so its length can't be found out. It is needed before the first byte: an API's document limits and often wants the "
                + "exact size, and storage takes no upload of unknown length (HTTP's chunked encoding is refused). "
                + "Pass the length, or copy the stream to a file first.",
            nameof(length));
    }

    public override long Length { get; }

    public override bool CanReplay { get; }

    public override Stream Open()
    {
        if (Interlocked.Exchange(ref _open, 1) == 1)
        {
            throw new InvalidOperationException("The stream is being uploaded already. Wait for that upload, or give each upload a stream of its own.");
        }

        try
        {
            Rewind();
            return _read;
        }
        catch
        {
            Close(_read);
            throw;
        }
    }

    public override ContentSource Slice(long offset, long length)
        => new SliceSource(this, length, () => new SliceStream(_read, _start + offset, length, _gate));

    /// <summary>The stream is the caller's: it is left open.</summary>
    public override void Close(Stream stream) => Volatile.Write(ref _open, 0);

    private void Rewind()
    {
        if (!CanReplay)
        {
            if (_consumed)
            {
                throw new InvalidOperationException(
                    "The stream can't seek and was read by an upload before, so it can't be sent again. Use a file, bytes or a stream that seeks.");
            }

            _consumed = true;
            return;
        }

        if (_stream.Length - _start != Length)
        {
            throw new IOException(FormattableString.Invariant(
                $"The stream has changed since its upload was prepared: it had {Length} bytes from its start and has {_stream.Length - _start} now."));
        }

        _read.Position = _start;
    }

    private static long LengthOf(Stream stream, long start, long? length)
    {
        // A position beyond the end is legal for a stream; there is nothing to read then.
        var rest = Math.Max(0, stream.Length - start);
        if (length is null || length == rest)
        {
            return rest;
        }

        throw new ArgumentException(FormattableString.Invariant(
            $"The length given is {length}, but the stream has {rest} bytes from its position ({start}) on. Leave the length out for a stream that seeks."),
            nameof(length));
    }
}
