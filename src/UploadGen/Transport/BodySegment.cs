namespace UploadGen.Core;

/// <summary>A piece of a request's body: bytes, or the content of a file.</summary>
internal readonly record struct BodySegment(ReadOnlyMemory<byte> Bytes, UploadContent? Content = null)
{
    public long Length => Content?.Length ?? Bytes.Length;
}
