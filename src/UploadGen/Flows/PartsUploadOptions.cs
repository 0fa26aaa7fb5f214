namespace UploadGen;

/// <summary>How a file is uploaded in parts, and kept. <see cref="UploadOptions.State"/> has the parts that the API has: they aren't sent again.</summary>
public sealed class PartsUploadOptions : UploadOptions
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
}
