namespace UploadGen.Core;

/// <summary>Makes digests of what is read of another source, so that it is known later which bytes were sent.</summary>
/// <param name="source">The other source.</param>
/// <param name="algorithms">How the digests are made.</param>
internal sealed class DigestSource(ContentSource source, params DigestAlgorithm[] algorithms) : WrappedSource(source)
{
    private volatile IReadOnlyDictionary<DigestAlgorithm, byte[]>? _last;
    private volatile IReadOnlyDictionary<DigestAlgorithm, byte[]>? _told;

    /// <summary>Whether a digest is made in this way.</summary>
    public bool Makes(DigestAlgorithm algorithm) => Array.IndexOf(algorithms, algorithm) >= 0 || (Source as DigestSource)?.Makes(algorithm) == true;

    /// <summary>The digest of what was read the last time; <see langword="null"/> unless that was all, and where none is made in this way.</summary>
    public byte[]? Digest(DigestAlgorithm algorithm)
        => (_last ?? _told)?.GetValueOrDefault(algorithm) ?? (Source as DigestSource)?.Digest(algorithm);

    /// <summary>The digest that a server is told. From now on, nothing may be read that has another.</summary>
    public async Task<byte[]> TellAsync(DigestAlgorithm algorithm, CancellationToken cancellationToken)
    {
        if (_last is null && _told is null)
        {
            await ContentDigest.ReadAsync(this, static _ => { }, cancellationToken).ConfigureAwait(false);
        }

        _told ??= _last;
        return _told![algorithm];
    }

    public override Stream Open()
    {
        _last = null;
        // Where the operating system says of every change, what was told needn't be made again.
        return new DigestStream(Source.Open(), this, _told is not null && Source.Changed is not null ? [] : algorithms);
    }

    public override void Close(Stream stream)
    {
        var opened = (DigestStream)stream;
        opened.End();
        Source.Close(opened.Inner);
    }

    public override ContentSource Slice(long offset, long length) => Source.Slice(offset, length);

    public override void EnsureUnchanged(Stream opened)
    {
        Source.EnsureUnchanged(((DigestStream)opened).Inner);
        if (_last is { Count: > 0 } last && _told is { } told && !algorithms.All(algorithm => told[algorithm].AsSpan().SequenceEqual(last[algorithm])))
        {
            throw new IOException(
                "The content has changed since the API was told its digest. The upload was given up; start a new one when nothing writes to it.");
        }
    }

    private sealed class DigestStream : ForwardOnlyStream
    {
        private readonly DigestSource _source;
        private readonly DigestAlgorithm[] _algorithms;
        private readonly RunningDigest[] _digests;
        private long _left;

        public DigestStream(Stream inner, DigestSource source, DigestAlgorithm[] algorithms)
        {
            (Inner, _source, _algorithms, _left) = (inner, source, algorithms, source.Length);
            _digests = Array.ConvertAll(algorithms, RunningDigest.Start);
            CompleteAtEnd();
        }

        public Stream Inner { get; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read > 0 && _left > 0)
            {
                Array.ForEach(_digests, digest => digest.Append(buffer.Span[..read]));
                _left -= read;
                CompleteAtEnd();
            }

            return read;
        }

        public void End() => Array.ForEach(_digests, digest => digest.Dispose());

        private void CompleteAtEnd()
        {
            if (_left == 0 && _digests.Length > 0)
            {
                _source._last = _algorithms.Zip(_digests).ToDictionary(made => made.First, made => made.Second.Current());
            }
        }
    }
}
