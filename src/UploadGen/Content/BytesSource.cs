using System.Runtime.InteropServices;

namespace UploadGen.Core;

/// <summary>Bytes in memory.</summary>
internal sealed class BytesSource(ReadOnlyMemory<byte> bytes, bool isPart = false) : ContentSource
{
    public override long Length => bytes.Length;

    public override bool IsPart => isPart;

    public override Stream Open()
        => MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    public override ContentSource Slice(long offset, long length) => new BytesSource(bytes.Slice((int)offset, (int)length), isPart: true);
}
