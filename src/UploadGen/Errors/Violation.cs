namespace UploadGen;

/// <summary>One way in which a request breaks a limit of the API's document.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) into the body, such as <c>/size_bytes</c> or <c>/items/3/name</c>.</param>
/// <param name="Keyword">JSON Schema's keyword for the limit, such as <c>maximum</c>.</param>
/// <param name="Limit">The limit, such as <c>52428800</c>.</param>
/// <param name="Actual">
/// What was there instead, shortened to about 100 characters; for a length or a count, the number; <see langword="null"/> when nothing was.
/// </param>
#pragma warning disable CA1720 // A pointer in the sense of RFC 6901.
public sealed record Violation(string Pointer, string Keyword, string Limit, string? Actual);
#pragma warning restore CA1720
