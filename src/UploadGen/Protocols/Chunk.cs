namespace UploadGen.Core;

/// <summary>The bytes of a file that go with one request.</summary>
/// <param name="Start">Where they begin.</param>
/// <param name="Length">How many they are; none where the request only says that the file is complete.</param>
/// <param name="Total">The file's length.</param>
internal readonly record struct Chunk(long Start, long Length, long Total)
{
    public long End => Start + Length;

    public bool IsLast => End == Total;

    public bool IsWhole => Length == Total;
}
