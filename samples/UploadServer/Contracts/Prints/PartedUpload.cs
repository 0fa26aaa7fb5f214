namespace UploadServer.Contracts.Prints;

/// <summary>An upload in parts from the time it is opened. Each part is an object of storage, until they are put together.</summary>
internal sealed class PartedUpload(Guid id, AnnouncedFile file)
{
    private const long MinPartSize = 128 * 1024;

    // Every part has a URL in the answer, so there had better not be too many.
    private const int MaxParts = 100;

    private readonly Lock _lock = new();
    private Task<PrintFile>? _completed;

    public Guid Id => id;

    public AnnouncedFile File => file;

    /// <summary>Bytes of each part but the last.</summary>
    public long PartSize { get; } = Math.Max(MinPartSize, Pieces(file.Size, MaxParts));

    /// <summary>The keys of the parts' objects, in the order of the parts.</summary>
    public IReadOnlyList<string> PartKeys => [.. Enumerable.Range(1, (int)Pieces(file.Size, PartSize)).Select(number => $"prints/{id}/parts/{number}")];

    /// <summary>Key of the object that the file becomes.</summary>
    public string Key => $"prints/{id}/{file.Segment}";

    public bool IsComplete => _completed is not null;

    /// <summary>Bytes of a part, counted from 0.</summary>
    public long LengthOf(int index) => Math.Min(PartSize, file.Size - (index * PartSize));

    /// <summary>Puts the parts together, once: a later completion, as after a lost answer, gets the same.</summary>
    public Task<PrintFile> CompleteAsync(Func<Task<PrintFile>> complete)
    {
        lock (_lock)
        {
            return _completed ??= complete();
        }
    }

    private static long Pieces(long length, long size) => (length + size - 1) / size;
}
