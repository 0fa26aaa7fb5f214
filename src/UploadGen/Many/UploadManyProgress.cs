namespace UploadGen;

/// <summary>
/// How far the upload of many files is. No number ever goes back. At most some 20 reports a second are made, and one at the end of each file always.
/// </summary>
public readonly record struct UploadManyProgress
{
    /// <summary>Files that the API has: uploaded in this run or before.</summary>
    public int FilesUploaded { get; init; }

    /// <summary>Files that failed.</summary>
    public int FilesFailed { get; init; }

    /// <summary>Files that were canceled under way, or not started because all was canceled.</summary>
    public int FilesCanceled { get; init; }

    /// <summary>All files, if the source is a collection; else <see langword="null"/>.</summary>
    public int? TotalFiles { get; init; }

    /// <summary>Bytes sent so far; of a file that is sent again, the most that any attempt got to. A file that the API has already counts whole.</summary>
    public long BytesSent { get; init; }

    /// <summary>Bytes of all files, if the source is a collection; else <see langword="null"/>.</summary>
    public long? TotalBytes { get; init; }
}
