using System.Globalization;

namespace UploadGen.Generator.Model;

/// <summary>How a digest of a file is made and written, in the words of <c>x-uploadgen</c>.</summary>
/// <param name="Algorithm">How it is made: <c>sha256</c>.</param>
/// <param name="Encoding">How it is written: <c>hex</c>.</param>
internal sealed record DigestForm(string Algorithm, string Encoding)
{
    /// <summary>The <c>Digest</c> header of RFC 3230 by SHA-1.</summary>
    public static DigestForm Sha { get; } = new("sha1", "rfc3230");

    public static IReadOnlyList<string> Algorithms { get; } = ["md5", "sha1", "sha256", "sha512", "crc32", "crc32c", "crc64nvme"];

    public static IReadOnlyList<string> Encodings { get; } = ["hex", "base64", "rfc3230", "rfc9530", "oci"];

    /// <summary>Whether there is such a form: the headers for digests have no names for some sums.</summary>
    public bool IsKnown => Encoding is not ("rfc3230" or "rfc9530") || Algorithm is not ("crc32" or "crc64nvme");

    /// <summary>How many bytes the digest has.</summary>
    public int Length => Algorithm switch
    {
        "crc32" or "crc32c" => 4,
        "crc64nvme" => 8,
        "md5" => 16,
        "sha1" => 20,
        "sha256" => 32,
        _ => 64,
    };

    /// <summary>Whether the digest itself is in hexadecimal, and not in base64. RFC 3230 has one such.</summary>
    public bool IsHex => Encoding is "hex" or "oci" || this is { Encoding: "rfc3230", Algorithm: "crc32c" };

    /// <summary>What stands before the digest itself.</summary>
    public string Prefix => Encoding switch
    {
        "rfc3230" => HeaderName + "=",
        "rfc9530" => HeaderName + "=:",
        "oci" => Algorithm + ":",
        _ => "",
    };

    /// <summary>What stands behind it.</summary>
    public string Suffix => Encoding == "rfc9530" ? ":" : "";

    private string HeaderName => Algorithm switch
    {
        "sha1" => "sha",
        "sha256" => "sha-256",
        "sha512" => "sha-512",
        _ => Algorithm,
    };

    /// <summary>Writes a digest as a call does, but for the case of a name.</summary>
    public string Write(byte[] digest) => Prefix + (IsHex ? Hex(digest) : Convert.ToBase64String(digest)) + Suffix;

    private static string Hex(byte[] digest) => string.Concat(digest.Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
}
