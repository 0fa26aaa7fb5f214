using System.Text.RegularExpressions;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Reads from names and texts which digest is meant, and of what.</summary>
internal static class DigestProse
{
    private const RegexOptions Insensitive = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (string Algorithm, Regex Name)[] Algorithms =
    [
        ("md5", new(@"\bmd-?5\b", Insensitive)),
        ("sha1", new(@"\bsha[- ]?1\b|\bsha=", Insensitive)),
        ("sha256", new(@"\bsha[- ]?2?[- /]?256\b", Insensitive)),
        ("sha512", new(@"\bsha[- ]?2?[- /]?512\b", Insensitive)),
        ("crc32", new(@"\bcrc[- ]?32\b(?![- ]?c\b)", Insensitive)),
        ("crc32c", new(@"\bcrc[- ]?32[- ]?c\b", Insensitive)),
        ("crc64nvme", new(@"\bcrc[- ]?64[-/ ]?nvme\b", Insensitive)),
        // What no call makes: where a text speaks of it, it may be meant.
        ("", new(@"\bsha[- ]?(224|384|3)\b|\bsha-?512/\d|\bblake\w*|\bxxh\w*|\bcrc[- ]?64\b(?![-/ ]?nvme\b)|\badler\w*|\bhmac\w*|\btree ?hash\b", Insensitive)),
    ];

    private static readonly Regex Hex = new(@"\bhex(adecimal|digest|lify)?\b", Insensitive);
    private static readonly Regex Base64 = new(@"\b(base ?-?64|b64)\b", Insensitive);
    private static readonly Regex Rfc3230 = new(@"\brfc ?3230\b|\bsha(-256|-512)?=", Insensitive);
    private static readonly Regex Rfc9530 = new(@"\brfc ?9530\b|\bsha-(256|512)=:", Insensitive);
    private static readonly Regex Prefix = new(@"\b(md5|sha1|sha256|sha512):(?! )", Insensitive);

    /// <summary>Ways of writing that no call has.</summary>
    private static readonly Regex OtherEncoding = new(
        @"\bbase ?-?64 ?-?url|\burl[- ]?safe\b|\bupper[- ]?case|\bbase ?-?(32|58)\b|\bcapital|\blittle[- ]endian\b", Insensitive);

    private static readonly Regex OtherThing = new(
        @"\b(parts?|chunks?|blocks?|segments?|pieces?|passwords?|certificates?|commits?|manifests?|previous|parent|existing|encrypted|decrypted|compressed"
            + @"|decompressed|unzipped|extracted|thumbnails?|normali[sz]ed|canonical|concatenat\w*|composite|salt(ed)?|secret|metadata|e-?mail)\b",
        Insensitive);

    private static readonly string[] Digests = ["checksum", "hash", "digest", "sum", "md5sum", "sha1sum", "sha256sum", "filehash", "checksums"];

    /// <summary>What a digest of the file may be called after.</summary>
    private static readonly string[] Beside =
    [
        "file", "source", "content", "contents", "data", "object", "blob", "upload", "uploaded", "asset", "document", "doc", "image", "video", "audio", "media",
        "attachment", "artifact", "package", "binary", "payload", "original", "full", "whole", "entire", "total", "expected", "client", "value", "hex",
        "base64", "b64", "encoded", "string", "x", "amz", "goog", "repr", "font", "photo", "archive", "raw", "local",
    ];

    /// <summary>The algorithms that a name and a text speak of; an empty word for one that no call makes.</summary>
    public static IEnumerable<string> AlgorithmsIn(string text) => Algorithms.Where(known => known.Name.IsMatch(text)).Select(known => known.Algorithm);

    /// <summary>Whether something is a digest of the file, by its name and for all that its text says.</summary>
    public static bool IsOfFile(IReadOnlyList<string> words, string text)
        => words.Any(IsDigest) && words.All(word => IsDigest(word) || Beside.Contains(word)) && !OtherThing.IsMatch(text);

    /// <summary>The encodings that a name and a text leave; <see langword="null"/> where they say nothing.</summary>
    /// <param name="text">Name and text.</param>
    public static IReadOnlyList<string>? EncodingsIn(string text)
    {
        if (OtherEncoding.IsMatch(text))
        {
            return [];
        }

        var (isHex, isBase64) = (Hex.IsMatch(text), Base64.IsMatch(text));
        return Rfc9530.IsMatch(text) ? ["rfc9530"]
            : Rfc3230.IsMatch(text) ? ["rfc3230"]
            : isHex && isBase64 ? []
            : HasPrefix(text) ? (isBase64 ? [] : ["oci"])
            : isHex ? ["hex", "oci"]
            : isBase64 ? ["base64"]
            : null;
    }

    /// <summary>Whether a text, an example or a pattern has the name of an algorithm before a digest: <c>sha256:</c>.</summary>
    public static bool HasPrefix(string text) => Prefix.IsMatch(text);

    private static bool IsDigest(string word) => Digests.Contains(word) || AlgorithmsIn(word).Any();
}
