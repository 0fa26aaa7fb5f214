using System.Globalization;
using System.Text;

namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>An answer as it is written, right or wrong.</summary>
internal sealed record Answer(int Status, string Body = "", params string[] Headers)
{
    /// <summary>What the head says of the body's length, if not the truth.</summary>
    public int? AnnouncedLength { get; init; }

    /// <summary>Whether the body never ends.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Bytes in place of an answer of HTTP.</summary>
    public string? Raw { get; init; }

    /// <summary>Whether no other request is read from the connection: what was written ends, if at all, with the connection.</summary>
    public bool IsLast => Raw is not null || IsEndless || AnnouncedLength is not null;

    public string StatusLine => Raw ?? $"HTTP/1.1 {Status} Answer\r\n";

    public string Fields => Raw is not null ? "" : string.Concat(Headers.Select(header => header + "\r\n")) + Length + "\r\n";

    private string Length => IsEndless ? "" : FormattableString.Invariant($"Content-Length: {AnnouncedLength ?? Encoding.UTF8.GetByteCount(Body)}\r\n");

    public static Answer Json(int status, string body, params string[] headers) => new(status, body, ["Content-Type: application/json", .. headers]);

    /// <summary>A refusal as S3, Ceph and Google Cloud Storage write it.</summary>
    public static Answer Xml(int status, string code, string message = "", string more = "", params string[] headers)
        => new(
            status,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + $"<Error><Code>{code}</Code><Message>{message}</Message>{more}<RequestId>4442587FB7D0A2F9</RequestId></Error>",
            ["Content-Type: application/xml", .. headers]);

    public static Answer Bytes(string raw) => new(0) { Raw = raw };

    public static string RetryAfter(int seconds) => "Retry-After: " + seconds.ToString(CultureInfo.InvariantCulture);
}
