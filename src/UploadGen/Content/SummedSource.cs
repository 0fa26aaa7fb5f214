using System.Collections.Concurrent;

namespace UploadGen.Core;

/// <summary>Adds up what is read of another source, whole or in parts, so that it is known later which bytes were sent.</summary>
/// <param name="source">The other source.</param>
/// <param name="known">The sum of all of it, where that is known before anything is read.</param>
internal sealed class SummedSource(ContentSource source, uint? known = null) : WrappedSource(source)
{
    private const int BufferSize = 256 * 1024;

    private readonly ConcurrentDictionary<long, SummedSource> _parts = new();
    private Tally _last = new();

    /// <summary>CRC-32C of what was read the last time; <see langword="null"/> unless that was all, be it in parts.</summary>
    public uint? Sum => _last.Count == Length ? _last.Sum : SumOfParts() ?? known;

    public override Stream Open() => new SummedStream(Source.Open(), _last = new Tally());

    public override void Close(Stream stream) => Source.Close(((SummedStream)stream).Inner);

    public override ContentSource Slice(long offset, long length) => _parts[offset] = new SummedSource(Source.Slice(offset, length));

    public override void EnsureUnchanged(Stream opened) => Source.EnsureUnchanged(((SummedStream)opened).Inner);

    /// <summary>Reads all of it.</summary>
    /// <returns>Its sum; <see langword="null"/> where it ended too soon.</returns>
    /// <exception cref="IOException">It can't be read, or has changed.</exception>
    public async Task<uint?> ReadAsync(CancellationToken cancellationToken)
    {
        var stream = Open();
        try
        {
            await stream.CopyToAsync(Stream.Null, BufferSize, cancellationToken).ConfigureAwait(false);
            EnsureUnchanged(stream);
        }
        finally
        {
            Close(stream);
        }

        return Sum;
    }

    private uint? SumOfParts()
    {
        uint sum = 0;
        long end = 0;
        foreach ((var offset, var part) in _parts.OrderBy(part => part.Key))
        {
            if (offset != end || part.Sum is not { } next)
            {
                return null;
            }

            sum = Crc32C.Join(sum, next, part.Length);
            end += part.Length;
        }

        return end == Length && !_parts.IsEmpty ? sum : null;
    }

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
