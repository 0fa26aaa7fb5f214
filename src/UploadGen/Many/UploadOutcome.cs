namespace UploadGen;

/// <summary>How the upload of one file among many ended.</summary>
/// <typeparam name="TResult">What an upload gives.</typeparam>
public sealed class UploadOutcome<TResult>
{
    /// <summary>Makes an outcome; test doubles of a client need it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="result">What the API gave.</param>
    /// <param name="exception">What failed.</param>
    public UploadOutcome(UploadContent content, UploadStatus status, TResult? result = default, Exception? exception = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        Status = status;
        Result = result;
        Exception = exception;
    }

    /// <summary>The file: the very object that was handed in.</summary>
    public UploadContent Content { get; }

    /// <summary>How it ended.</summary>
    public UploadStatus Status { get; }

    /// <summary>Whether the API has the file: uploaded now, or before.</summary>
    public bool IsUploaded => Status is UploadStatus.Uploaded or UploadStatus.AlreadyUploaded;

    /// <summary>
    /// What the API gave for the file when <see cref="IsUploaded"/>, else <see langword="null"/> or the type's default. Of an earlier run it is what the
    /// journal recorded: the same, but with <c>?…</c> in place of the queries of its URLs.
    /// </summary>
    public TResult? Result { get; }

    /// <summary>
    /// What failed or canceled the upload. With <see cref="UploadStatus.Uploaded"/>, why the journal couldn't be written: the next run will confirm the file
    /// again, or say that it isn't known whether the API has it.
    /// </summary>
    public Exception? Exception { get; }

    /// <summary>The file and how it ended, such as <c>a.png (image/png, 1200 bytes): Uploaded</c>.</summary>
    public override string ToString() => $"{Content}: {Status}";
}
