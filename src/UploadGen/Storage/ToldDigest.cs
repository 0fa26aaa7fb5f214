namespace UploadGen.Core;

/// <summary>A digest of what a store holds, as its answer tells it.</summary>
/// <param name="Algorithm">How it is made.</param>
/// <param name="Value">The digest.</param>
/// <param name="Header">The header that tells it.</param>
/// <param name="IsCertain">
/// Whether it is certain to be one. An ETag that looks like an MD5 may be something else: then it proves that the file is there, but never that it isn't.
/// </param>
internal sealed record ToldDigest(DigestAlgorithm Algorithm, byte[] Value, string Header, bool IsCertain = true)
{
    /// <summary>Whether the digest of the file is this one; <see langword="null"/> where another proves nothing.</summary>
    public bool? IsOf(byte[] file) => Value.AsSpan().SequenceEqual(file) ? true : IsCertain ? false : null;
}
