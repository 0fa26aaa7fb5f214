namespace UploadGen.Core;

/// <summary>Adds up what is read of another source, so that it is known later which bytes were sent.</summary>
internal sealed class SummedSource(ContentSource source) : ContentSource
{
    private Tally _last = new();

    public override long Length => source.Length;

    /// <summary>CRC-32C of what was read the last time; <see langword="null"/> unless that was all.</summary>
    public uint? Sum => _last.Count == Length ? _last.Sum : null;

    public override Stream Open() => new SummedStream(source.Open(), _last = new Tally());

    public override void Close(Stream stream) => source.Close(((SummedStream)stream).Inner);

    public override ContentSource Slice(long offset, long length) => throw new NotSupportedException("A part isn't divided again.");

    public override void EnsureUnchanged() => source.EnsureUnchanged();

    private sealed class Tally
    {
        public uint Sum { get; private set; }

        public long Count { get; private set; }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            Sum = Crc32C.Append(Sum, bytes);
            Count += bytes.Length;
        }
    }

    private sealed class SummedStream(Stream inner, Tally tally) : Stream
    {
        public Stream Inner => inner;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            tally.Add(buffer.Span[..read]);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
