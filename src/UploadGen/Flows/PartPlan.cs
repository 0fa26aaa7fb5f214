namespace UploadGen.Core;

/// <summary>
/// How a file is divided: parts of one size, and a last one that may be smaller; or as the API's answer says. An empty file is one empty part.
/// </summary>
internal readonly record struct PartPlan(UploadContent Content, long PartSize)
{
    private const long DefaultPartSize = 8 * MiB;
    private const long MiB = 1024 * 1024;

    /// <summary>S3 takes at most this many parts, and so do APIs that keep their files there.</summary>
    private const int MaxParts = 10_000;

    /// <summary>The most parts that an API may ask for: a part size that makes more of them must be a mistake.</summary>
    public const int MostParts = 1_000_000;

    /// <summary>Where each part begins, if the API's answer says so: its parts needn't be of one size.</summary>
    public IReadOnlyList<long>? Starts { get; init; }

    public int Count => Starts?.Count ?? (int)Math.Max(1, Pieces(Content.Length, PartSize));

    /// <summary>Divides a file where the API leaves that to the client.</summary>
    /// <param name="content">The file.</param>
    /// <param name="wanted">Bytes of a part that the caller wants; <see langword="null"/> for the default.</param>
    /// <param name="max">The most bytes that the API's document lets a part have.</param>
    public static PartPlan Divide(UploadContent content, long? wanted, long? max)
    {
        var size = wanted ?? Math.Max(DefaultPartSize, Pieces(Pieces(content.Length, MaxParts), MiB) * MiB);
        return new PartPlan(content, Math.Min(size, max ?? long.MaxValue));
    }

    /// <param name="index">Which part, from 0.</param>
    /// <param name="isSummed">Whether it is to be known which bytes of it were sent.</param>
    /// <param name="digests">The digests to make of it.</param>
    public FilePart Part(int index, bool isSummed, IReadOnlyList<DigestAlgorithm>? digests = null)
        => new(Content, index, Count, OffsetOf(index), LengthOf(index), isSummed, digests);

    /// <summary>CRC-32C of a part as it is now.</summary>
    public Task<uint?> SumAsync(int index, CancellationToken cancellationToken) => Part(index, isSummed: true).ReadSumAsync(cancellationToken);

    public long LengthOf(int index) => (index + 1 < Count ? OffsetOf(index + 1) : Content.Length) - OffsetOf(index);

    private long OffsetOf(int index) => Starts?[index] ?? index * PartSize;

    private static long Pieces(long length, long size) => length / size + (length % size == 0 ? 0 : 1);
}
