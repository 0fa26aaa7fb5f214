namespace UploadGen;

/// <summary>How a file is uploaded in parts.</summary>
public sealed class PartsUploadOptions
{
    private readonly int _parallelism = 4;
    private readonly long? _partSize;

    /// <summary>How many parts are sent at the same time; 1 to 64, by default 4. An API that wants one after the other gets them so.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or above 64.</exception>
    public int Parallelism
    {
        get => _parallelism;
        init => _parallelism = value is >= 1 and <= 64
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Parallelism), value, "It must be 1 to 64.");
    }

    /// <summary>
    /// Bytes of each part but the last, where the API doesn't say itself; <see langword="null"/> for 8 MiB, or as much more as keeps the parts to 10,000.
    /// S3 wants at least 5 MiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public long? PartSize
    {
        get => _partSize;
        init => _partSize = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(PartSize), value, "It must be 1 or more.");
    }

    /// <summary>
    /// Keeps how far the upload is, and goes on with what an earlier run has left there: parts that the API has aren't sent again. An upload that fails or is
    /// canceled stays open with the API then, instead of being given up. <see langword="null"/> keeps nothing.
    /// </summary>
    public UploadStateFile? StateFile { get; init; }

    /// <summary>
    /// The state of an upload to go on with, for those who keep it themselves: parts that the API has aren't sent again. <see langword="null"/> begins a new upload.
    /// </summary>
    public UploadState? State { get; init; }

    /// <summary>
    /// Called when the upload is open and after each part, one call at a time, for those who keep the state themselves. Where this or <see cref="State"/> is
    /// set, an upload that fails or is canceled stays open with the API instead of being given up. A state is written as a whole, which takes ever longer:
    /// <see cref="StateFile"/> only adds to it.
    /// </summary>
    public Action<UploadState>? StateChanged { get; init; }
}
