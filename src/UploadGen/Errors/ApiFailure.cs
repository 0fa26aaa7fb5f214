namespace UploadGen.Core;

/// <summary>What every exception about an answer of the API has in common.</summary>
internal sealed record ApiFailure(
    string OperationId, int StatusCode, string? ReasonPhrase, string Method, string Url, string? RequestId, TimeSpan? RetryAfter, string BodyStart,
    bool IsTransient);
