namespace UploadGen;

/// <summary>
/// A call or an upload of a generated client failed: the request breaks a limit (<see cref="RequestValidationException"/>), the API answered with an
/// error or with something else than its document says (<see cref="ApiException"/>), or a step of an upload failed otherwise
/// (<see cref="UploadException"/>). Files that can't be read are <see cref="IOException"/>s; an API that can't be reached is an
/// <see cref="HttpRequestException"/> or <see cref="TimeoutException"/>, and in the one call of an upload an <see cref="UploadException"/>.
/// </summary>
public abstract class UploadGenException : Exception
{
    private string? _aftermath;

    private protected UploadGenException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What happened, how often it was tried, how the upload stands now and what to do.</summary>
    public override string Message
        => base.Message
            + (Attempts > 1 ? FormattableString.Invariant($" It was tried {Attempts} times.") : "")
            + (_aftermath is null ? "" : $" {_aftermath}");

    /// <summary>The document's id of the operation that failed.</summary>
    public string OperationId { get; init; } = "";

    /// <summary>The step of the upload that failed; <see langword="null"/> for a call that is no upload.</summary>
    public UploadStep? Step { get; internal set; }

    /// <summary>How often the request was sent, 1 or more.</summary>
    public int Attempts { get; internal set; } = 1;

    /// <summary>Whether the same may work later: the network failed, or the server was busy or in trouble.</summary>
    public bool IsTransient { get; internal init; }

    /// <summary>How long the server asked to wait (<c>Retry-After</c>, RFC 9110 section 10.2.3); <see langword="null"/> when it didn't.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>
    /// Whether storage holds the file; <see langword="null"/> when that isn't known because an answer was lost, or for a call that is no upload.
    /// </summary>
    public bool? IsStored { get; internal set; }

    /// <summary>
    /// The API's id of the upload, exactly as it gave it; <see langword="null"/> before it is opened, and where the API gives none. In messages and logs it
    /// stands only where it looks like an id.
    /// </summary>
    public string? UploadId { get; internal set; }

    /// <summary>Adds to the message how the upload stands after the failure, and what to do about it.</summary>
    internal void Add(string aftermath)
        => _aftermath = aftermath.Length == 0 ? _aftermath : _aftermath is null ? aftermath : $"{_aftermath} {aftermath}";
}
