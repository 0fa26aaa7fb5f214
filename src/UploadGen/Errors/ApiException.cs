using UploadGen.Core;

namespace UploadGen;

/// <summary>
/// The API answered with an error status. Where the document gives the error a schema, the exception is an <see cref="ApiException{TError}"/>.
/// </summary>
public class ApiException : UploadGenException
{
    /// <summary>Makes an exception for a test double of a client; set the properties that matter.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal ApiException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, innerException)
    {
        OperationId = failure.OperationId;
        StatusCode = failure.StatusCode;
        ReasonPhrase = failure.ReasonPhrase;
        Method = failure.Method;
        Url = failure.Url;
        RequestId = failure.RequestId;
        BodyStart = failure.BodyStart;
        RetryAfter = failure.RetryAfter;
        IsTransient = failure.IsTransient;
    }

    /// <summary>HTTP status code, 100 to 599.</summary>
    public int StatusCode { get; init; }

    /// <summary>The reason phrase the server sent, if any.</summary>
    public string? ReasonPhrase { get; init; }

    /// <summary>HTTP method.</summary>
    public string Method { get; init; } = "";

    /// <summary>URL of the request without its query, which may hold secrets.</summary>
    public string Url { get; init; } = "";

    /// <summary>The server's id for the request (<c>X-Request-Id</c> and the like), to quote to the API's support.</summary>
    public string? RequestId { get; init; }

    /// <summary>Start of the answer's body, some 500 characters; every URL in it ends in <c>?…</c> in place of its query.</summary>
    public string BodyStart { get; init; } = "";
}
