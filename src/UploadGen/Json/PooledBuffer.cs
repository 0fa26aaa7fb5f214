using System.Buffers;

namespace UploadGen.Core;

/// <summary>Collects bytes in memory of the shared pool, and gives them in an array of just their length.</summary>
/// <param name="capacity">How many are expected.</param>
internal sealed class PooledBuffer(int capacity) : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public byte[] ToArray() => _bytes.AsSpan(0, Count).ToArray();

    public void Advance(int count) => Count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsMemory(Count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsSpan(Count);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Ensure(int size)
    {
        if (_bytes.Length - Count >= Math.Max(1, size))
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_bytes.Length * 2), Count + size));
        _bytes.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
