using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>A part of a file that is uploaded in parts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FilePart
{
    private readonly SummedSource? _summed;
    private readonly IReadOnlyList<DigestAlgorithm> _digests;

    internal FilePart(
        UploadContent whole, int index, int count, long offset, long length, bool isSummed = false, IReadOnlyList<DigestAlgorithm>? digests = null)
    {
        _digests = digests ?? [];
        FileLength = whole.Length;
        Offset = offset;
        Count = count;
        Content = whole.Slice(offset, length);
        if (isSummed)
        {
            _summed = Content.Source as SummedSource ?? new SummedSource(Content.Source);
            Content = whole.With(_summed);
        }

        if (_digests.Count > 0)
        {
            Content = whole.With(new DigestSource(Content.Source, [.. _digests]));
        }

        Index = index;
        ContentRange = length == 0
            ? FormattableString.Invariant($"bytes */{whole.Length}")
            : FormattableString.Invariant($"bytes {offset}-{offset + length - 1}/{whole.Length}");
    }

    /// <summary>Its bytes, under the file's name and media type.</summary>
    public UploadContent Content { get; }

    /// <summary>Which part it is, from 0.</summary>
    public int Index { get; }

    /// <summary>How many parts the file has, at least 1.</summary>
    public int Count { get; }

    /// <summary>Where its first byte stands in the file, from 0.</summary>
    public long Offset { get; }

    /// <summary>Bytes of the whole file.</summary>
    public long FileLength { get; }

    /// <summary>Whether the file ends with it.</summary>
    public bool IsLast => Index == Count - 1;

    /// <summary>Where it stands in the file (RFC 9110, section 14.4): <c>bytes 0-99/250</c>.</summary>
    public string ContentRange { get; }

    /// <summary>CRC-32C of the bytes that were read of it; <see langword="null"/> where nobody wants that, or they weren't read to their end.</summary>
    internal uint? Sum => _summed?.Sum;

    /// <summary>Reads it for its <see cref="Sum"/>.</summary>
    internal Task<uint?> ReadSumAsync(CancellationToken cancellationToken) => _summed!.ReadAsync(cancellationToken);

    /// <summary>Where it goes, if the API gives a URL for each part; <see langword="null"/> otherwise.</summary>
    public PartTarget? Target { get; internal set; }

    /// <summary>The part as storage has it by now, with the digests that are wanted of it.</summary>
    /// <param name="eTag">The ETag that storage gave.</param>
    /// <param name="cancellationToken">Ends what has to be read for the digests.</param>
    internal async Task<StoredPart> StoredAsync(string? eTag, CancellationToken cancellationToken)
    {
        var made = new Dictionary<DigestAlgorithm, byte[]>();
        foreach (var algorithm in _digests)
        {
            made[algorithm] = await ContentDigest.ComputeAsync(Content, algorithm, cancellationToken).ConfigureAwait(false);
        }

        return new StoredPart { Index = Index, Number = (int?)Target?.Number, ETag = eTag ?? "", Length = Content.Length, Digests = made };
    }
}
