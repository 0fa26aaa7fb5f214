namespace UploadGen.Tests;

/// <summary>Digests as their standards' examples have them, of whatever length and however the bytes come.</summary>
public class RunningDigestTests
{
    /// <summary>What the catalogs of checks give for these digits, and the RFCs' test vectors.</summary>
    [Theory]
    [InlineData(DigestAlgorithm.Crc32, "123456789", "cbf43926")]
    [InlineData(DigestAlgorithm.Crc32C, "123456789", "e3069283")]
    [InlineData(DigestAlgorithm.Crc64Nvme, "123456789", "ae8b14860a799888")]
    [InlineData(DigestAlgorithm.Md5, "abc", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData(DigestAlgorithm.Sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [InlineData(DigestAlgorithm.Sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(
        DigestAlgorithm.Sha512, "abc",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")]
    public void Of_a_standards_example(DigestAlgorithm algorithm, string text, string expected)
        => Assert.Equal(expected, Hex(algorithm, System.Text.Encoding.ASCII.GetBytes(text)));

    /// <summary>Around the lengths at which bytes are taken by eight, by sixteen, and by sixty-four.</summary>
    [Theory]
    [InlineData(DigestAlgorithm.Crc32, 0xEDB88320, 32)]
    [InlineData(DigestAlgorithm.Crc32C, 0x82F63B78, 32)]
    [InlineData(DigestAlgorithm.Crc64Nvme, 0x9A6C9329AC4BC9B5, 64)]
    public void A_sum_is_what_its_definition_says(DigestAlgorithm algorithm, ulong polynomial, int width)
    {
        foreach (var length in Enumerable.Range(0, 300).Concat([1000, 4095, 4096, 65_537]))
        {
            var bytes = Bytes.Of(length);
            Assert.Equal(BitByBit(bytes, polynomial, width), Hex(algorithm, bytes));
        }
    }

    [Theory]
    [InlineData(DigestAlgorithm.Crc32)]
    [InlineData(DigestAlgorithm.Crc32C)]
    [InlineData(DigestAlgorithm.Crc64Nvme)]
    [InlineData(DigestAlgorithm.Md5)]
    public void It_does_not_matter_in_which_pieces_the_bytes_come(DigestAlgorithm algorithm)
    {
        var bytes = Bytes.Of(2000);
        for (var cut = 0; cut < bytes.Length; cut += 7)
        {
            using var digest = RunningDigest.Start(algorithm);
            digest.Append(bytes.AsSpan(0, cut));
            digest.Append(bytes.AsSpan(cut));
            Assert.Equal(Hex(algorithm, bytes), Convert.ToHexStringLower(digest.Current()));
        }
    }

    /// <summary>Each encoding, as its standard's or its stores' examples have it.</summary>
    [Theory]
    [InlineData(DigestAlgorithm.Sha256, DigestEncoding.Hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(DigestAlgorithm.Md5, DigestEncoding.Base64, "kAFQmDzST7DWlj99KOF/cg==")]
    [InlineData(DigestAlgorithm.Crc32C, DigestEncoding.Base64, "Nks/tw==")]
    [InlineData(DigestAlgorithm.Sha1, DigestEncoding.Rfc3230, "sha=qZk+NkcGgWq6PiVxeFDCbJzQ2J0=")]
    [InlineData(DigestAlgorithm.Sha256, DigestEncoding.Rfc3230, "SHA-256=ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")]
    [InlineData(DigestAlgorithm.Md5, DigestEncoding.Rfc3230, "MD5=kAFQmDzST7DWlj99KOF/cg==")]
    [InlineData(DigestAlgorithm.Crc32C, DigestEncoding.Rfc3230, "crc32c=364b3fb7")]
    [InlineData(DigestAlgorithm.Sha256, DigestEncoding.Rfc9530, "sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:")]
    [InlineData(DigestAlgorithm.Md5, DigestEncoding.Rfc9530, "md5=:kAFQmDzST7DWlj99KOF/cg==:")]
    [InlineData(DigestAlgorithm.Sha256, DigestEncoding.Oci, "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public async Task A_digest_is_written_as_its_standard_says(DigestAlgorithm algorithm, DigestEncoding encoding, string expected)
    {
        var content = UploadContent.FromBytes("abc"u8.ToArray(), "a");
        Assert.Equal(expected, await ContentDigest.WriteAsync(content, algorithm, encoding, TestContext.Current.CancellationToken));
    }

    private static string Hex(DigestAlgorithm algorithm, byte[] bytes)
    {
        using var digest = RunningDigest.Start(algorithm);
        digest.Append(bytes);
        return Convert.ToHexStringLower(digest.Current());
    }

    private static string BitByBit(byte[] bytes, ulong polynomial, int width)
    {
        var ones = width == 64 ? ulong.MaxValue : uint.MaxValue;
        var state = ones;
        foreach (var one in bytes)
        {
            state ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                state = (state & 1) == 1 ? (state >> 1) ^ polynomial : state >> 1;
            }
        }

        return (state ^ ones).ToString($"x{width / 4}", System.Globalization.CultureInfo.InvariantCulture);
    }
}
