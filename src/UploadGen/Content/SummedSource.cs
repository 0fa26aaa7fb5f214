namespace UploadGen.Core;

/// <summary>Adds up what is read of another source, so that it is known later which bytes were sent.</summary>
internal sealed class SummedSource(ContentSource source) : ContentSource
{
    private Tally _last = new();

    public override long Length => source.Length;

    public override string? Identity => source.Identity;

    /// <summary>CRC-32C of what was read the last time; <see langword="null"/> unless that was all.</summary>
    public uint? Sum => _last.Count == Length ? _last.Sum : null;

    public override Stream Open() => new SummedStream(source.Open(), _last = new Tally());

    public override void Close(Stream stream) => source.Close(((SummedStream)stream).Inner);

    /// <summary>What is read in pieces isn't added up.</summary>
    public override ContentSource Slice(long offset, long length) => source.Slice(offset, length);

    public override bool TellsLength => source.TellsLength;

    public override void EnsureUnchanged(Stream opened) => source.EnsureUnchanged(((SummedStream)opened).Inner);

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

    private sealed class SummedStream(Stream inner, Tally tally) : ForwardOnlyStream
    {
        public Stream Inner => inner;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            tally.Add(buffer.Span[..read]);
            return read;
        }
    }
}
