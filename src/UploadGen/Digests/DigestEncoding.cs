using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>How a digest is written. The bytes of a CRC stand with the highest first, as stores write them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum DigestEncoding
{
    /// <summary>In hexadecimal, with small letters.</summary>
    Hex,

    /// <summary>In base64 (RFC 4648, section 4).</summary>
    Base64,

    /// <summary>As the <c>Digest</c> header has it (RFC 3230, section 4.1.1): <c>SHA-256=</c> and base64.</summary>
    Rfc3230,

    /// <summary>As <c>Content-Digest</c> and <c>Repr-Digest</c> have it (RFC 9530, section 2): <c>sha-256=:</c>, base64 and a colon.</summary>
    Rfc9530,

    /// <summary>As the OCI's image specification has it: <c>sha256:</c> and hexadecimal with small letters.</summary>
    Oci,
}
