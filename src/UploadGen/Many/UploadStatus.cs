namespace UploadGen;

/// <summary>How the upload of one file among many ended.</summary>
public enum UploadStatus
{
    /// <summary>The API has the file.</summary>
    Uploaded,

    /// <summary>
    /// The API has the file already, from an earlier run as the journal says, or as it said itself when the upload was opened; nothing was sent.
    /// </summary>
    AlreadyUploaded,

    /// <summary>The upload failed; the outcome's exception says at which step, what is known of the file, and what to do.</summary>
    Failed,

    /// <summary>
    /// The upload was canceled under way, and given up with the API where that has a way to. An upload that a journal can go on with stays open: the next run
    /// does so. Where the API may have the file all the same, as all was sent and its answer not waited for, the outcome's exception says so: it is an
    /// <see cref="UploadCanceledException"/> whose <see cref="UploadCanceledException.IsStored"/> isn't <see langword="false"/>.
    /// </summary>
    Canceled,

    /// <summary>All was canceled before this file's turn: nothing was sent.</summary>
    NotStarted,
}
