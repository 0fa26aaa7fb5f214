namespace UploadGen.Core;

/// <summary>Writes digests.</summary>
internal static class DigestText
{
    /// <summary>Writes a digest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The encoding has no name for the algorithm.</exception>
    public static string Write(DigestAlgorithm algorithm, DigestEncoding encoding, byte[] digest) => (encoding, algorithm) switch
    {
        (DigestEncoding.Hex, _) => Convert.ToHexString(digest).ToLowerInvariant(),
        (DigestEncoding.Base64, _) => Convert.ToBase64String(digest),
        // Of all digests of RFC 3230, this one alone isn't in base64.
        (DigestEncoding.Rfc3230, DigestAlgorithm.Crc32C) => "crc32c=" + Convert.ToHexString(digest).ToLowerInvariant(),
        (DigestEncoding.Rfc3230, _) => $"{HeaderName(algorithm)}={Convert.ToBase64String(digest)}",
        (DigestEncoding.Rfc9530, _) => $"{HeaderName(algorithm).ToLowerInvariant()}=:{Convert.ToBase64String(digest)}:",
        (DigestEncoding.Oci, _) => $"{ShortName(algorithm)}:{Convert.ToHexString(digest).ToLowerInvariant()}",
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "It is no encoding of a digest."),
    };

    /// <summary>How many bytes a digest has.</summary>
    public static int Length(DigestAlgorithm algorithm) => algorithm switch
    {
        DigestAlgorithm.Crc32 or DigestAlgorithm.Crc32C => 4,
        DigestAlgorithm.Crc64Nvme => 8,
        DigestAlgorithm.Md5 => 16,
        DigestAlgorithm.Sha1 => 20,
        DigestAlgorithm.Sha256 => 32,
        _ => 64,
    };

    /// <summary>What the algorithm is called in a message.</summary>
    public static string Name(DigestAlgorithm algorithm) => algorithm switch
    {
        DigestAlgorithm.Crc32 => "CRC-32",
        DigestAlgorithm.Crc32C => "CRC-32C",
        DigestAlgorithm.Crc64Nvme => "CRC-64/NVME",
        DigestAlgorithm.Md5 => "MD5",
        DigestAlgorithm.Sha1 => "SHA-1",
        DigestAlgorithm.Sha256 => "SHA-256",
        _ => "SHA-512",
    };

    /// <summary>What it is called before a digest: <c>sha256:…</c>.</summary>
    public static string ShortName(DigestAlgorithm algorithm) => algorithm.ToString().ToLowerInvariant();

    /// <summary>Its name in IANA's registry for RFC 3230, which that of RFC 9530 has in small letters.</summary>
    private static string HeaderName(DigestAlgorithm algorithm) => algorithm switch
    {
        DigestAlgorithm.Md5 => "MD5",
        // As it has always been sent; names are compared without case.
        DigestAlgorithm.Sha1 => "sha",
        DigestAlgorithm.Sha256 => "SHA-256",
        DigestAlgorithm.Sha512 => "SHA-512",
        DigestAlgorithm.Crc32C => "crc32c",
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "No header for digests has a name for it."),
    };
}
