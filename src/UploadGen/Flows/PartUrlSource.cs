using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>How to get from the API where the parts of a file go.</summary>
/// <typeparam name="TSession">What opening the upload gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PartUrlSource<TSession>
{
    /// <summary>Reads what opening the upload gave; <see langword="null"/> where that has no URLs.</summary>
    public Func<TSession, IReadOnlyList<PartTarget>>? Given { get; init; }

    /// <summary>
    /// Asks for a part, and for those behind it up to a number of parts; <see langword="null"/> where the API gives all when it opens the upload, and never
    /// again.
    /// </summary>
    public Func<TSession, UploadContent, FilePart, int, CancellationToken, Task<IReadOnlyList<PartTarget>>>? Ask { get; init; }

    /// <summary>The most parts that are asked for at once.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Whether opening the upload gives only as many as it is asked for, so that the number of all parts isn't told.</summary>
    public bool OpensWithSome { get; init; }

    /// <summary>The number that the API gives the first part, where it is asked for parts by number.</summary>
    public int First { get; init; } = 1;
}
