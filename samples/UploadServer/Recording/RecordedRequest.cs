using System.Globalization;

namespace UploadServer.Recording;

/// <summary>A request as the server received it, and how it was answered.</summary>
public sealed record RecordedRequest
{
    /// <summary>The method, such as <c>PUT</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path exactly as it came over the wire, still percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>The query exactly as it came over the wire, with its question mark, or an empty string. That of a signed URL is a secret.</summary>
    public required string Query { get; init; }

    /// <summary>The headers received, by name ignoring case. Several values of one name are joined with a comma and a space.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Bytes of the body that the server read. Less than was announced when the request was refused early or broke off.</summary>
    public required long BodyLength { get; init; }

    /// <summary>The status of the answer, or null when the connection broke before there was one.</summary>
    public required int? Status { get; init; }

    /// <summary>The request in one line. The query and the headers stay out of it: they hold secrets.</summary>
    /// <returns>Method, path, status and length.</returns>
    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture, $"{Method} {Path} -> {(Status is { } status ? $"{status}" : "broke off")} ({BodyLength} bytes received)");
}
