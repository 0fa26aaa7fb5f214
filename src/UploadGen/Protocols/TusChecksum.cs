using System.Security.Cryptography;

namespace UploadGen.Core;

/// <summary>The checksum of a request's bytes, as tus sends it.</summary>
internal sealed class TusChecksum
{
    private const int BufferSize = 256 * 1024;

    /// <summary>What servers may check, the best first.</summary>
    private static readonly (string Name, HashAlgorithmName Algorithm)[] Algorithms =
    [
        ("sha256", HashAlgorithmName.SHA256), ("sha512", HashAlgorithmName.SHA512), ("sha1", HashAlgorithmName.SHA1), ("md5", HashAlgorithmName.MD5),
    ];

    private readonly (string Name, HashAlgorithmName Algorithm) _used;

    private TusChecksum((string, HashAlgorithmName) used) => _used = used;

    /// <summary>The best of those that a server checks; <see langword="null"/> where none can be computed here.</summary>
    public static TusChecksum? Best(IReadOnlyList<string> names)
        => Algorithms.Select(algorithm => names.Contains(algorithm.Name, StringComparer.OrdinalIgnoreCase) ? new TusChecksum(algorithm) : null)
            .FirstOrDefault(checksum => checksum is not null);

    /// <summary>The value of <c>Upload-Checksum</c>. The bytes are read for it.</summary>
    public async Task<string> OfAsync(UploadContent bytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(_used.Algorithm);
        var stream = bytes.Source.Open();
        try
        {
            var buffer = new byte[(int)Math.Clamp(bytes.Length, 1, BufferSize)];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
        }
        finally
        {
            bytes.Source.Close(stream);
        }

        return $"{_used.Name} {Convert.ToBase64String(hash.GetHashAndReset())}";
    }
}
