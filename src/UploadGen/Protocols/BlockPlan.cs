using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UploadGen.Core;

/// <summary>
/// How a file is divided into blocks, and what they are called: so that another run finds those of the same file, and never takes another file's for them.
/// </summary>
internal sealed class BlockPlan
{
    private const long MiB = 1024 * 1024;
    private const long UsualSize = 8 * MiB;

    /// <summary>The most blocks that a blob has, and the most bytes of one (https://learn.microsoft.com/rest/api/storageservices/put-block).</summary>
    private const long MostBlocks = 50_000, LongestBlock = 4000 * MiB;

    private const int NameLength = 24, OriginLength = NameLength - sizeof(int);

    private readonly UploadContent _content;
    private readonly long _size;
    private readonly byte[] _origin;

    public BlockPlan(UploadContent content, long? wantedSize)
    {
        var size = wantedSize ?? UsualSize;
        var least = Pieces(content.Length, MostBlocks);
        (_content, _size) = (content, Math.Min(LongestBlock, size >= least ? size : Pieces(least, MiB) * MiB));
        Count = (int)Math.Max(1, Pieces(content.Length, _size));
        // What isn't a file on disk isn't known again by another run.
        var origin = content.Identity is { } identity
            ? Encoding.UTF8.GetBytes(FormattableString.Invariant($"{identity} by {_size}"))
            : RandomNumberGenerator.GetBytes(OriginLength);
        _origin = SHA256.HashData(origin)[..OriginLength];
    }

    public int Count { get; }

    public long LengthOf(int index) => Math.Min(_size, _content.Length - index * _size);

    public UploadContent Block(int index) => _content.Slice(index * _size, LengthOf(index));

    /// <summary>The block's id: Base64, and as long as that of each other.</summary>
    public string Id(int index)
    {
        Span<byte> name = stackalloc byte[NameLength];
        _origin.CopyTo(name);
        BinaryPrimitives.WriteInt32BigEndian(name[OriginLength..], index);
        return Convert.ToBase64String(name);
    }

    private static long Pieces(long length, long size) => length / size + (length % size == 0 ? 0 : 1);
}
