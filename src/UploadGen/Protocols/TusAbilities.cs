namespace UploadGen.Core;

/// <summary>What a server of tus says that it can.</summary>
/// <param name="MaxSize">The most bytes of a file (<c>Tus-Max-Size</c>); <see langword="null"/> where it doesn't say.</param>
/// <param name="Checksums">The algorithms of checksums that it checks (<c>Tus-Checksum-Algorithm</c>).</param>
internal sealed record TusAbilities(long? MaxSize, IReadOnlyList<string> Checksums);
