using System.Buffers.Binary;
using System.Numerics;

namespace UploadGen.Core;

/// <summary>CRC-32C (Castagnoli; RFC 3720, appendix B.4): finds damage and other bytes, at the speed of memory on most processors. It proves nothing.</summary>
internal static class Crc32C
{
    /// <summary>From so many bytes on, folding is faster than the processor's own instruction, which takes eight at a time.</summary>
    private const int FoldFrom = 512;

    public static uint Of(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <param name="crc">The sum of what comes before; 0 for nothing.</param>
    /// <param name="bytes">What follows.</param>
    /// <returns>The sum of both.</returns>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= FoldFrom && ReflectedCrc.Folds)
        {
            return (uint)ReflectedCrc.Crc32C.Append(crc, bytes);
        }

        crc = ~crc;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return ~crc;
    }
}
