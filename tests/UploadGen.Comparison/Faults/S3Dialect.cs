using System.IO.Hashing;
using System.Text;

namespace UploadGen.Comparison.Faults;

/// <summary>
/// S3's: a body as it is, or one that the SDK sent in chunks with a checksum behind them
/// (<see href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html"/>). Signatures aren't checked.
/// </summary>
internal sealed class S3Dialect : Dialect
{
    private const string ChecksumTrailer = "x-amz-checksum-crc32";

    public override (int Status, string Code) Damaged => (400, "BadDigest");

    public override (int Status, string Code) Occupied => (412, "PreconditionFailed");

    public override (int Status, string Code) Throttled => (503, "SlowDown");

    public override (int Status, string Code) Forbidden => (403, "AccessDenied");

    public override (int Status, string Headers) Success(byte[] held) => (200, $"ETag: \"{Convert.ToHexStringLower(Md5(held))}\"\r\n");

    public override byte[]? FileIn(WireRequest request)
        => request["Content-MD5"] is { } md5 ? Checked(request.Body, Md5(request.Body), md5)
            : request["X-Amz-Trailer"] switch
            {
                null => request.Body,
                ChecksumTrailer => Chunked(request.Body),
                var other => throw new NotSupportedException($"A checksum of another kind came: {other}."),
            };

    private static byte[]? Chunked(byte[] body)
    {
        var file = new MemoryStream(body.Length);
        var at = 0;
        while (Convert.ToInt32(Line(body, ref at).Split(';')[0], 16) is var length and > 0)
        {
            file.Write(body, at, length);
            at += length + 2;
        }

        var bytes = file.ToArray();
        var crc = Crc32.Hash(bytes);
        // The highest byte first, as S3 writes it.
        Array.Reverse(crc);
        return Checked(bytes, crc, Line(body, ref at).Split(':')[1]);
    }

    private static byte[]? Checked(byte[] file, byte[] actual, string told) => Convert.ToBase64String(actual) == told.Trim() ? file : null;

    private static string Line(byte[] body, ref int at)
    {
        var length = body.AsSpan(at).IndexOf("\r\n"u8);
        var line = Encoding.ASCII.GetString(body, at, length);
        at += length + 2;
        return line;
    }
}
