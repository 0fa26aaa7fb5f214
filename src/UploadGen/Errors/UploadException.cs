namespace UploadGen;

/// <summary>
/// A step of an upload failed other than by an answer of the API: storage refused the bytes, they didn't get there, the API couldn't be reached, or
/// what it recorded isn't what was sent.
/// </summary>
public sealed class UploadException : UploadGenException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="step">The step that failed.</param>
    /// <param name="operationId">Id of the operation that opened the upload.</param>
    /// <param name="innerException">The cause, if any.</param>
    public UploadException(string message, UploadStep step, string operationId, Exception? innerException = null)
        : base(message, innerException)
    {
        Step = step;
        OperationId = operationId;
    }

    /// <summary>HTTP status code of storage's answer; <see langword="null"/> when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Storage's code for the refusal, such as <c>SignatureDoesNotMatch</c>: the <c>Code</c> of its XML answer.</summary>
    public string? StorageCode { get; init; }

    /// <summary>Storage's id for the request, to quote to its support; <see langword="null"/> where it gave none, or what doesn't look like one.</summary>
    public string? StorageRequestId { get; init; }

    /// <summary>The upload URL; its query, which holds the signature, is <c>?…</c>, and a part of its path that may be a token is <c>…</c>.</summary>
    public string? Url { get; init; }

    /// <summary>Whether storage refused the upload because its URL has expired: a new one is needed. The one call of an upload gets one, once.</summary>
    public bool IsUrlExpired { get; init; }

    /// <summary>
    /// The digest of what storage holds, by its answer, such as <c>md5:9e107d9d372bb6826bd81d3542a419d6</c>, where that isn't the file's;
    /// <see langword="null"/> otherwise.
    /// </summary>
    public string? StoredDigest { get; init; }

    /// <summary>The digest of the file, made in the same way as <see cref="StoredDigest"/>; <see langword="null"/> where that is.</summary>
    public string? SentDigest { get; init; }

    /// <summary>Whether storage says that it doesn't know the upload, or not any more.</summary>
    internal bool IsGone { get; init; }
}
