namespace UploadGen;

/// <summary>A step of an upload failed other than by an answer of the API: storage refused the bytes, or they didn't get there.</summary>
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

    /// <summary>The step that failed.</summary>
    public UploadStep Step { get; }

    /// <summary>HTTP status code of storage's answer; <see langword="null"/> when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Storage's code for the refusal, such as <c>SignatureDoesNotMatch</c>: the <c>Code</c> of its XML answer.</summary>
    public string? StorageCode { get; init; }

    /// <summary>Storage's id for the request, to quote to its support.</summary>
    public string? StorageRequestId { get; init; }

    /// <summary>The upload URL; its query, which holds the signature, is replaced by <c>?…</c>.</summary>
    public string? Url { get; init; }
}
