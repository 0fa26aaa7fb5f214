using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace UploadGen.Comparison.Faults;

/// <summary>How a kind of storage reads a PUT and answers.</summary>
internal abstract class Dialect
{
    /// <summary>The status and headers of a success.</summary>
    public abstract (int Status, string Headers) Success(byte[] held);

    /// <summary>The file in a request; <see langword="null"/> if a checksum that came along says that it is damaged.</summary>
    public abstract byte[]? FileIn(WireRequest request);

    /// <summary>Status and code of a refusal.</summary>
    public abstract (int Status, string Code) Damaged { get; }

    public abstract (int Status, string Code) Occupied { get; }

    public abstract (int Status, string Code) Throttled { get; }

    public abstract (int Status, string Code) Forbidden { get; }

    /// <summary>Headers of a refusal.</summary>
    public virtual string RefusalHeaders(string code) => "";

    public string Refuse((int Status, string Code) refusal)
        => Answer(
            refusal.Status,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{refusal.Code}</Code><Message>It isn't done.</Message></Error>",
            "Content-Type: application/xml\r\n" + RefusalHeaders(refusal.Code));

    public static string Answer(int status, string body = "", string headers = "")
        => $"HTTP/1.1 {status} Answer\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}";

    [SuppressMessage("Security", "CA5351", Justification = "Stores tell the MD5 of what they hold.")]
    protected static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
}
