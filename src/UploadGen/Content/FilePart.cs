using System.Buffers.Binary;
using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>A part of a file that is uploaded in parts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FilePart
{
    private readonly DigestSource? _summed;

    internal FilePart(UploadContent whole, int index, long offset, long length, bool isSummed = false)
    {
        Content = whole.Slice(offset, length);
        if (isSummed)
        {
            _summed = new DigestSource(Content.Source, DigestAlgorithm.Crc32C);
            Content = whole.With(_summed);
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

    /// <summary>Where it stands in the file (RFC 9110, section 14.4): <c>bytes 0-99/250</c>.</summary>
    public string ContentRange { get; }

    /// <summary>CRC-32C of the bytes that were read of it; <see langword="null"/> where nobody wants that, or they weren't read to their end.</summary>
    internal uint? Sum => _summed?.Digest(DigestAlgorithm.Crc32C) is { } sum ? BinaryPrimitives.ReadUInt32BigEndian(sum) : null;

    /// <summary>Where it goes, if the API gives a URL for each part; <see langword="null"/> otherwise.</summary>
    public string? Url { get; internal set; }
}
