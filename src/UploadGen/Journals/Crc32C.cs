using System.Buffers.Binary;
using System.Numerics;

namespace UploadGen.Core;

/// <summary>CRC-32C (Castagnoli; RFC 3720, appendix B.4): finds damage and other bytes, at the speed of memory on most processors. It proves nothing.</summary>
internal static class Crc32C
{
    /// <summary>The polynomial, and x to the powers of 0 and 8, with the highest bit for the lowest power.</summary>
    private const uint Polynomial = 0x82F63B78;
    private const uint One = 1u << 31;
    private const uint EighthPower = 1u << 23;

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

    /// <summary>The sum of two pieces, one behind the other, of which the sums are known.</summary>
    /// <param name="first">The sum of the first.</param>
    /// <param name="second">The sum of the second.</param>
    /// <param name="length">Bytes of the second.</param>
    public static uint Join(uint first, uint second, long length)
    {
        // Each byte that follows multiplies what comes before by x^8.
        var power = One;
        for (var square = EighthPower; length > 0; length >>= 1)
        {
            power = (length & 1) == 0 ? power : Product(power, square);
            square = Product(square, square);
        }

        return Product(power, first) ^ second;
    }

    /// <summary>The product of two polynomials, modulo <see cref="Polynomial"/>.</summary>
    private static uint Product(uint one, uint other)
    {
        uint product = 0;
        for (var bit = One; bit != 0; bit >>= 1)
        {
            product ^= (one & bit) == 0 ? 0 : other;
            other = (other >> 1) ^ ((other & 1) == 0 ? 0 : Polynomial);
        }

        return product;
    }
}
