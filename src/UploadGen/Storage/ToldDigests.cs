using System.Collections.Frozen;
using System.Net;
using System.Net.Http.Headers;

namespace UploadGen.Core;

/// <summary>
/// Reads from the answer to an upload, or to a HEAD, what storage says of the object that it holds. Headers that may be of the answer's own body don't count.
/// </summary>
internal static class ToldDigests
{
    private static readonly FrozenDictionary<string, Reader> Readers = new Dictionary<string, Reader>
    {
        ["x-amz-checksum-crc32"] = OfS3(DigestAlgorithm.Crc32),
        ["x-amz-checksum-crc32c"] = OfS3(DigestAlgorithm.Crc32C),
        ["x-amz-checksum-crc64nvme"] = OfS3(DigestAlgorithm.Crc64Nvme),
        ["x-amz-checksum-sha1"] = OfS3(DigestAlgorithm.Sha1),
        ["x-amz-checksum-sha256"] = OfS3(DigestAlgorithm.Sha256),
        ["x-goog-hash"] = static answer => Listed(answer, static text => text),
        ["x-ms-content-crc64"] = static answer => One(answer, DigestAlgorithm.Crc64Nvme, answer.Bytes(8) is { } crc ? [.. Enumerable.Reverse(crc)] : null),
        ["Content-MD5"] = static answer => One(answer, DigestAlgorithm.Md5, answer.HasContentMd5OfObject ? answer.Bytes(16) : null),
        ["Digest"] = static answer => answer.IsOfObject ? Listed(answer, static text => text) : [],
        ["Repr-Digest"] = static answer => answer.IsOfObject ? Listed(answer, static text => text is [':', .. var value, ':'] ? value : null) : [],
        ["ETag"] = static answer => answer.Md5 is { } md5
            ? [new(DigestAlgorithm.Md5, md5, answer.Header, S3ETag.IsMd5(answer.Response, answer.Request))]
            : [],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly (string Name, DigestAlgorithm Algorithm)[] Named =
    [
        ("crc32c", DigestAlgorithm.Crc32C), ("md5", DigestAlgorithm.Md5), ("sha", DigestAlgorithm.Sha1), ("sha-256", DigestAlgorithm.Sha256),
        ("sha-512", DigestAlgorithm.Sha512),
    ];

    private delegate IEnumerable<ToldDigest> Reader(AnswerHeader header);

    /// <summary>The digests, those first that cost least to compare.</summary>
    /// <param name="response">An answer of success.</param>
    /// <param name="request">Its request: an upload or a HEAD.</param>
    public static IReadOnlyList<ToldDigest> Read(HttpResponseMessage response, HttpRequestMessage request)
    {
        List<ToldDigest>? told = null;
        Add(response.Headers.NonValidated);
        Add(response.Content.Headers.NonValidated);
        told?.Sort(static (one, other) => one.Algorithm.CompareTo(other.Algorithm));
        return told ?? (IReadOnlyList<ToldDigest>)[];

        void Add(HttpHeadersNonValidated headers)
        {
            foreach (var (name, value) in headers)
            {
                if (Readers.TryGetValue(name, out var read))
                {
                    (told ??= []).AddRange(read(new AnswerHeader(name, value.ToString(), response, request)));
                }
            }
        }
    }

    /// <summary>S3's checksums. Those of an object that was put together from parts may be of the parts' checksums.</summary>
    private static Reader OfS3(DigestAlgorithm algorithm)
        => answer => One(answer, algorithm, answer.Other("x-amz-checksum-type") is null or "FULL_OBJECT" ? answer.Bytes(DigestText.Length(algorithm)) : null);

    private static IEnumerable<ToldDigest> One(AnswerHeader answer, DigestAlgorithm algorithm, byte[]? value)
        => value is null ? [] : [new(algorithm, value, answer.Header)];

    /// <summary><c>crc32c=…,md5=…</c></summary>
    private static IEnumerable<ToldDigest> Listed(AnswerHeader answer, Func<string, string?> unwrap)
        => from item in answer.Value.Split(',', StringSplitOptions.TrimEntries)
           let mark = item.IndexOf('=', StringComparison.Ordinal)
           where mark > 0
           from named in Named
           where item[..mark].Equals(named.Name, StringComparison.OrdinalIgnoreCase)
           let value = AnswerHeader.Bytes(unwrap(item[(mark + 1)..]), DigestText.Length(named.Algorithm))
           where value is not null
           select new ToldDigest(named.Algorithm, value, answer.Header);

    /// <summary>A header, and the answer that it stands in.</summary>
    private sealed record AnswerHeader(string Header, string Value, HttpResponseMessage Response, HttpRequestMessage Request)
    {
        /// <summary>The MD5 of no bytes, in base64: in an answer without a body, it may be that of the body.</summary>
        private const string EmptyMd5 = "1B2M2Y8AsgTpgAmY7PhCfg==";

        /// <summary>
        /// Whether what speaks of the representation speaks of the object: in the answer to a HEAD, and in a 204 to a PUT (RFC 9110, section 15.3.5) with a
        /// validator, which says that the file was stored as it is (section 9.3.4).
        /// </summary>
        public bool IsOfObject
            => IsInspection
                ? Other("Content-Encoding") is null
                : Request.Method == HttpMethod.Put && Response.StatusCode == HttpStatusCode.NoContent
                    && (Other("Last-Modified") is not null || StoredAnswer.ETag(Response)?.StartsWith('"') == true);

        /// <summary>
        /// Whether a <c>Content-MD5</c> is the object's. By its definition (RFC 2616, section 14.15) it is that of the answer's body. Azure means the object,
        /// and so does whoever sends it without a body.
        /// </summary>
        public bool HasContentMd5OfObject
            => IsInspection || Other("x-ms-request-id") is not null
                || (Value != EmptyMd5 && (Response.StatusCode == HttpStatusCode.NoContent || Response.Content.Headers.ContentLength == 0));

        /// <summary>32 hexadecimal digits, in quotes or not. An object that was put together from parts has their number behind them.</summary>
        public byte[]? Md5 => Value.Trim('"') is { Length: 32 } hex && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;

        private bool IsInspection => Request.Method == HttpMethod.Head;

        /// <summary>So many bytes in base64, if it is that.</summary>
        public byte[]? Bytes(int length) => Bytes(Value, length);

        public static byte[]? Bytes(string? base64, int length)
        {
            var bytes = new byte[length];
            return base64 is not null && Convert.TryFromBase64String(base64, bytes, out var written) && written == length ? bytes : null;
        }

        public string? Other(string name)
            => Response.Headers.NonValidated.TryGetValues(name, out var values) || Response.Content.Headers.NonValidated.TryGetValues(name, out values)
                ? values.ToString()
                : null;
    }
}
