using System.Text;

namespace UploadGen.Tests;

public class Crc32CTests
{
    /// <summary>The check value of the CRC catalogue, and the examples of RFC 3720, appendix B.4.</summary>
    public static TheoryData<byte[], uint> Examples => new()
    {
        { [], 0 },
        { Encoding.ASCII.GetBytes("123456789"), 0xE3069283 },
        { new byte[32], 0x8A9136AA },
        { [.. Enumerable.Repeat((byte)0xFF, 32)], 0x62A8AB43 },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)i)], 0x46DD794E },
        { [.. Enumerable.Range(0, 32).Select(i => (byte)(31 - i))], 0x113FDB5C },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Known_sums_come_out_however_the_bytes_are_divided(byte[] bytes, uint sum)
    {
        Assert.Equal(sum, Crc32C.Of(bytes));
        for (var i = 0; i <= bytes.Length; i++)
        {
            Assert.Equal(sum, Crc32C.Append(Crc32C.Of(bytes.AsSpan(0, i)), bytes.AsSpan(i)));
            Assert.Equal(sum, Crc32C.Join(Crc32C.Of(bytes.AsSpan(0, i)), Crc32C.Of(bytes.AsSpan(i)), bytes.Length - i));
        }
    }
}
