using UploadGen.Core;

namespace UploadGen;

/// <summary>
/// An upload was canceled by its caller. It is an <see cref="OperationCanceledException"/> like any other, and says how the upload stands: what is stored may
/// still be confirmed.
/// </summary>
public sealed class UploadCanceledException : OperationCanceledException
{
    /// <summary>How long a caller who has canceled is kept, while a confirmation comes to its end, or an upload is given up with the API.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.8);

    private string _message;

    internal UploadCanceledException(string message, UploadStep step, string operationId, Exception cause, CancellationToken cancellationToken)
        : base(message, cause, cancellationToken)
    {
        _message = message;
        Step = step;
        OperationId = operationId;
        SafeCause.Told(this);
    }

    /// <summary>Where the upload was, how it stands now and what to do.</summary>
    public override string Message => _message;

    /// <summary>The step that was canceled.</summary>
    public UploadStep Step { get; }

    /// <summary>The document's id of the operation that opened the upload, or that takes the file.</summary>
    public string OperationId { get; }

    /// <summary>
    /// Whether storage, or an API that takes files itself, holds the file; <see langword="null"/> when that isn't known because the answer wasn't waited for.
    /// </summary>
    public bool? IsStored { get; internal set; }

    /// <summary>The API's id of the upload; <see langword="null"/> before it is opened, and where the API gives none.</summary>
    public string? UploadId { get; internal set; }

    /// <summary>Adds to the message how the upload stands.</summary>
    internal void Add(string aftermath) => _message = aftermath.Length == 0 ? _message : $"{_message} {aftermath}";
}
