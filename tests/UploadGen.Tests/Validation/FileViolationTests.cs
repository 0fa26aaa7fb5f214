namespace UploadGen.Tests;

public class FileViolationTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 byte")]
    [InlineData(5_000, "5,000 bytes")]
    [InlineData(524_288, "524,288 bytes (0.5 MiB)")]
    [InlineData(1_048_575, "1,048,575 bytes")]
    [InlineData(1_048_576, "1,048,576 bytes (1 MiB)")]
    [InlineData(52_428_799, "52,428,799 bytes (49 MiB and 1,048,575 bytes)")]
    [InlineData(52_428_800, "52,428,800 bytes (50 MiB)")]
    [InlineData(52_428_801, "52,428,801 bytes (50 MiB and 1 byte)")]
    [InlineData(60_123_456, "60,123,456 bytes (57.34 MiB)")]
    [InlineData(5_497_558_138_880, "5,497,558,138,880 bytes (5,242,880 MiB)")]
    public void A_size_is_exact_and_readable(long size, string text) => Assert.Equal(text, FileViolation.Bytes(size));
}
