using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ArmAes = System.Runtime.Intrinsics.Arm.Aes;

namespace UploadGen.Core;

/// <summary>
/// A cyclic redundancy check whose bits come lowest first. Where the processor multiplies without carries, 64 bytes are folded at a time; tables do the rest.
/// </summary>
internal sealed class ReflectedCrc
{
    private const int Lanes = 4;
    private const int LaneSize = 16;
    private const int BlockSize = Lanes * LaneSize;

    private readonly ulong[] _tables;
    private readonly ulong _polynomial;
    private readonly int _width;
    private readonly Vector128<ulong> _overBlock;
    private readonly Vector128<ulong> _overLane;

    /// <param name="polynomial">The polynomial without its highest term, lowest bit for the highest power.</param>
    /// <param name="width">Bits of the sum: 32 or 64.</param>
    private ReflectedCrc(ulong polynomial, int width)
    {
        _polynomial = polynomial;
        _width = width;
        _tables = Tables(polynomial);
        _overBlock = Distance(8 * BlockSize);
        _overLane = Distance(8 * LaneSize);
    }

    /// <summary>CRC-32 (RFC 1952, section 8).</summary>
    public static ReflectedCrc Crc32 { get; } = new(0xEDB88320, 32);

    /// <summary>CRC-32C (RFC 3720, appendix B.4).</summary>
    public static ReflectedCrc Crc32C { get; } = new(0x82F63B78, 32);

    /// <summary>CRC-64/NVME; Azure's CRC-64 is the same.</summary>
    public static ReflectedCrc Crc64Nvme { get; } = new(0x9A6C9329AC4BC9B5, 64);

    /// <summary>Whether the processor multiplies without carries.</summary>
    public static bool Folds => BitConverter.IsLittleEndian && (Pclmulqdq.IsSupported || ArmAes.IsSupported);

    private ulong Ones => _width == 64 ? ulong.MaxValue : uint.MaxValue;

    /// <param name="crc">The sum of what comes before; 0 for nothing.</param>
    /// <param name="bytes">What follows.</param>
    /// <returns>The sum of both.</returns>
    public ulong Append(ulong crc, ReadOnlySpan<byte> bytes)
    {
        var state = crc ^ Ones;
        if (Folds && bytes.Length >= 2 * BlockSize)
        {
            var folded = bytes.Length / LaneSize * LaneSize;
            state = Fold(state, bytes[..folded]);
            bytes = bytes[folded..];
        }

        return AppendByTables(state, bytes) ^ Ones;
    }

    /// <summary>
    /// Replaces the beginning of a message by what leaves the same remainder and stands further on, until 16 bytes are left. Their sum is that of the whole.
    /// </summary>
    private ulong Fold(ulong state, ReadOnlySpan<byte> bytes)
    {
        var (first, second, third, fourth) = (Lane(bytes, 0) ^ Vector128.CreateScalar(state), Lane(bytes, 1), Lane(bytes, 2), Lane(bytes, 3));
        for (bytes = bytes[BlockSize..]; bytes.Length >= BlockSize; bytes = bytes[BlockSize..])
        {
            first = Multiply(first, _overBlock) ^ Lane(bytes, 0);
            second = Multiply(second, _overBlock) ^ Lane(bytes, 1);
            third = Multiply(third, _overBlock) ^ Lane(bytes, 2);
            fourth = Multiply(fourth, _overBlock) ^ Lane(bytes, 3);
        }

        second ^= Multiply(first, _overLane);
        third ^= Multiply(second, _overLane);
        fourth ^= Multiply(third, _overLane);
        for (; bytes.Length >= LaneSize; bytes = bytes[LaneSize..])
        {
            fourth = Multiply(fourth, _overLane) ^ Lane(bytes, 0);
        }

        Span<byte> left = stackalloc byte[LaneSize];
        fourth.AsByte().CopyTo(left);
        return AppendByTables(0, left);
    }

    private static Vector128<ulong> Lane(ReadOnlySpan<byte> bytes, int lane) => Vector128.Create<byte>(bytes.Slice(lane * LaneSize, LaneSize)).AsUInt64();

    /// <summary>Moves 16 bytes of a message on: each half by its own distance.</summary>
    private static Vector128<ulong> Multiply(Vector128<ulong> bytes, Vector128<ulong> distance)
        => Pclmulqdq.IsSupported
            ? Pclmulqdq.CarrylessMultiply(bytes, distance, 0x00) ^ Pclmulqdq.CarrylessMultiply(bytes, distance, 0x11)
            : ArmAes.PolynomialMultiplyWideningLower(bytes.GetLower(), distance.GetLower()) ^ ArmAes.PolynomialMultiplyWideningUpper(bytes, distance);

    /// <summary>
    /// What 16 bytes are multiplied by to stand this many bits further on. The lower half is 64 bits ahead of the upper. A product of two reflected numbers is
    /// a bit short, which the powers make up for.
    /// </summary>
    private Vector128<ulong> Distance(int bits) => Vector128.Create(Power(bits + 63), Power(bits - 1));

    /// <summary>The remainder of a power of x, with the highest bit of 64 for x⁰.</summary>
    private ulong Power(int exponent)
    {
        var power = 1UL << (_width - 1);
        for (; exponent > 0; exponent--)
        {
            power = (power >> 1) ^ ((power & 1) * _polynomial);
        }

        return power << (64 - _width);
    }

    private ulong AppendByTables(ulong state, ReadOnlySpan<byte> bytes)
    {
        var tables = _tables.AsSpan(0, 8 * 256);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            var next = state ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            state = tables[0x700 + (int)(next & 0xFF)] ^ tables[0x600 + (int)(next >> 8 & 0xFF)]
                ^ tables[0x500 + (int)(next >> 16 & 0xFF)] ^ tables[0x400 + (int)(next >> 24 & 0xFF)]
                ^ tables[0x300 + (int)(next >> 32 & 0xFF)] ^ tables[0x200 + (int)(next >> 40 & 0xFF)]
                ^ tables[0x100 + (int)(next >> 48 & 0xFF)] ^ tables[(int)(next >> 56)];
        }

        foreach (var one in bytes)
        {
            state = (state >> 8) ^ tables[(int)((state ^ one) & 0xFF)];
        }

        return state;
    }

    /// <summary>What a byte leaves: the last of eight, the last but one …</summary>
    private static ulong[] Tables(ulong polynomial)
    {
        var tables = new ulong[8 * 256];
        for (var i = 0; i < 256; i++)
        {
            var rest = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
            {
                rest = (rest >> 1) ^ ((rest & 1) * polynomial);
            }

            tables[i] = rest;
        }

        for (var i = 256; i < tables.Length; i++)
        {
            tables[i] = (tables[i - 256] >> 8) ^ tables[tables[i - 256] & 0xFF];
        }

        return tables;
    }
}
