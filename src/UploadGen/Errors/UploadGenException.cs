namespace UploadGen;

/// <summary>
/// What a generated client says when a call or an upload fails: the request breaks a limit (<see cref="RequestValidationException"/>), the API
/// answered with an error or with something else than its document says (<see cref="ApiException"/>), or storage didn't take the file
/// (<see cref="UploadException"/>). Files that can't be read are <see cref="IOException"/>s, an API that can't be reached is an
/// <see cref="HttpRequestException"/> or <see cref="TimeoutException"/>.
/// </summary>
public abstract class UploadGenException : Exception
{
    private protected UploadGenException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The document's id of the operation that failed.</summary>
    public string OperationId { get; init; } = "";
}
