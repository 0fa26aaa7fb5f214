using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>How the digest of a file is made. Those that come first cost least.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum DigestAlgorithm
{
    /// <summary>CRC-32C (RFC 3720, appendix B.4), 4 bytes.</summary>
    Crc32C,

    /// <summary>CRC-64/NVME (NVM Express Base Specification, Rocksoft model), 8 bytes.</summary>
    Crc64Nvme,

    /// <summary>CRC-32 (RFC 1952, section 8), 4 bytes.</summary>
    Crc32,

    /// <summary>SHA-1 (RFC 3174), 20 bytes.</summary>
    Sha1,

    /// <summary>MD5 (RFC 1321), 16 bytes.</summary>
    Md5,

    /// <summary>SHA-256 (RFC 6234), 32 bytes.</summary>
    Sha256,

    /// <summary>SHA-512 (RFC 6234), 64 bytes.</summary>
    Sha512,
}
