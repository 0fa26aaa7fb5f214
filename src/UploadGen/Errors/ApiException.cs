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

    /// <summary>The reason phrase the server sent, if any; what may be a token in it is <c>…</c>.</summary>
    public string? ReasonPhrase { get; init; }

    /// <summary>HTTP method.</summary>
    public string Method { get; init; } = "";

    /// <summary>URL of the request without its query, which may hold secrets, and with <c>…</c> for parts of its path that may be one.</summary>
    public string Url { get; init; } = "";

    /// <summary>
    /// The server's id for the request (<c>X-Request-Id</c> and the like), to quote to the API's support; <see langword="null"/> where it gave none, or what
    /// doesn't look like one.
    /// </summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Start of the answer's body, some 500 characters, as far as it is harmless. Of an error it is the text, and of JSON the members that say what is wrong;
    /// whatever may be a token is <c>…</c>. Of an answer that isn't as documented it is the shape, with <c>…</c> for the values.
    /// </summary>
    public string BodyStart { get; init; } = "";
}
