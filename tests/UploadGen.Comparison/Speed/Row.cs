using UploadGen.Servers.Speed;

namespace UploadGen.Comparison.Speed;

/// <summary>Ways to bring the same files to the same server.</summary>
/// <param name="Server">What a reader calls it.</param>
/// <param name="Address">Where it is; of a store that signs, only the last segment of a file's address counts.</param>
/// <param name="Uploaders">The ways; the others are compared with the first.</param>
internal sealed record Row(string Server, Uri Address, IReadOnlyList<Uploader> Uploaders);
