namespace UploadGen.Tests;

internal static class Bytes
{
    /// <summary>Bytes that differ from place to place, and are the same each time.</summary>
    public static byte[] Of(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
