using UploadGen.Core;

namespace UploadGen;

/// <summary>
/// What is uploaded: a file, bytes or a stream, with its name, media type and exact length. It can be opened again as long as
/// <see cref="CanReplay"/> is <see langword="true"/>, and one content may be uploaded several times.
/// </summary>
/// <remarks>Contents of files and bytes may be uploaded concurrently. A stream has one position, so a second upload while the first runs is refused.</remarks>
public sealed class UploadContent
{
    private UploadContent(ContentSource source, string fileName, string? mediaType)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        Source = source;
        FileName = fileName;
        MediaType = mediaType is null ? FileExtensions.MediaTypeOf(fileName) : MediaTypeSyntax.Checked(mediaType, nameof(mediaType));
    }

    /// <summary>Name of the file, without a folder when it was made from a path.</summary>
    public string FileName { get; }

    /// <summary>
    /// Media type such as <c>image/webp</c>, as it was given; else the usual one of the file name's extension; else <c>application/octet-stream</c>.
    /// </summary>
    public string MediaType { get; }

    /// <summary>Length in bytes, 0 or more. Exactly this many bytes are sent; a content that turns out longer or shorter is an error.</summary>
    public long Length => Source.Length;

    /// <summary>Whether the content can be sent more than once: <see langword="false"/> only for a stream that can't seek.</summary>
    public bool CanReplay => Source.CanReplay;

    /// <summary>
    /// What the same file is known by in another run of the program: full path, length, time of the last write and <see cref="FileName"/>.
    /// <see langword="null"/> for what isn't a file on disk.
    /// </summary>
    public string? Identity => Source.Identity is { } identity ? $"{identity} as {FileName}" : null;

    internal ContentSource Source { get; }

    /// <summary>Whether an earlier run may have sent it to where it goes: what lies there may be the file.</summary>
    internal bool MayBeStored { get; private init; }

    /// <summary>Told how far the sending is, where anybody keeps that.</summary>
    internal ISendingMarks? Marks { get; private init; }

    /// <summary>A file on disk. Its length is read now; a file that has changed by the time it is sent is an error.</summary>
    /// <remarks>For an upload of many files see <see cref="FromFiles"/>: there, one that can't be read is the failure of that one only.</remarks>
    /// <param name="path">Path of the file.</param>
    /// <param name="mediaType">Media type, or <see langword="null"/> for the usual one of the extension.</param>
    /// <param name="fileName">Name to upload it under, or <see langword="null"/> for the path's last part.</param>
    /// <exception cref="FileNotFoundException">There is no file at <paramref name="path"/>.</exception>
    /// <exception cref="IOException">What is there is no file, but a pipe, a socket or a device.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="path"/> or <paramref name="fileName"/> is empty, or <paramref name="mediaType"/> isn't a media type.
    /// </exception>
    public static UploadContent FromFile(string path, string? mediaType = null, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new UploadContent(new FileSource(path), fileName ?? Path.GetFileName(path), mediaType);
    }

    /// <summary>
    /// Files on disk, for an upload of many. Each is looked at when its turn comes, and one that isn't there or is no file doesn't end the others' uploads:
    /// its own fails, with the reason.
    /// </summary>
    /// <remarks>Such a file counts as empty. Progress knows totals where the contents are made a collection first, for example a list.</remarks>
    /// <param name="paths">Paths of the files, such as <see cref="Directory.EnumerateFiles(string)"/> gives.</param>
    /// <param name="mediaType">
    /// Gives the media type of a path; <see langword="null"/> for the usual ones of their extensions, as where it gives <see langword="null"/>.
    /// </param>
    public static IEnumerable<UploadContent> FromFiles(IEnumerable<string> paths, Func<string, string?>? mediaType = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.Select(path => FromFileOrFailure(path, mediaType));
    }

    /// <summary>Bytes in memory. They aren't copied: leave them as they are until the upload has ended.</summary>
    /// <param name="bytes">The bytes; none is allowed.</param>
    /// <param name="fileName">Name to upload them under.</param>
    /// <param name="mediaType">Media type, or <see langword="null"/> for the usual one of the file name's extension.</param>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty, or <paramref name="mediaType"/> isn't a media type.</exception>
    public static UploadContent FromBytes(ReadOnlyMemory<byte> bytes, string fileName, string? mediaType = null)
        => new(new BytesSource(bytes), fileName, mediaType);

    /// <summary>A stream, from where it stands to its end. It is rewound to that place for each upload and never disposed.</summary>
    /// <param name="stream">A readable stream.</param>
    /// <param name="fileName">Name to upload it under.</param>
    /// <param name="mediaType">Media type, or <see langword="null"/> for the usual one of the file name's extension.</param>
    /// <param name="length">Number of bytes the stream will give; needed only when it can't seek.</param>
    /// <exception cref="ArgumentException">
    /// The stream can't be read, or can't seek and <paramref name="length"/> is missing, or can seek and has another length;
    /// <paramref name="fileName"/> is empty, or <paramref name="mediaType"/> isn't a media type.
    /// </exception>
    public static UploadContent FromStream(Stream stream, string fileName, string? mediaType = null, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new UploadContent(new StreamSource(stream, length), fileName, mediaType);
    }

    private static UploadContent FromFileOrFailure(string path, Func<string, string?>? mediaType)
    {
        try
        {
            return FromFile(path, mediaType?.Invoke(path));
        }
        catch (Exception failure)
        {
            var name = Path.GetFileName(path);
            return new UploadContent(new UnreadableSource(failure), string.IsNullOrEmpty(name) ? "?" : name, mediaType: null);
        }
    }

    /// <summary>A part of the content, under the same name and media type.</summary>
    internal UploadContent Slice(long offset, long length) => With(Source.Slice(offset, length));

    /// <summary>Other bytes under the same name and media type.</summary>
    internal UploadContent With(ContentSource source) => new(source, FileName, MediaType) { MayBeStored = MayBeStored, Marks = Marks };

    /// <summary>The same, where an earlier run may have sent it.</summary>
    internal UploadContent SentBefore() => new(Source, FileName, MediaType) { MayBeStored = true, Marks = Marks };

    /// <summary>The same, where somebody keeps how far the sending is.</summary>
    internal UploadContent KeptBy(ISendingMarks marks) => new(Source, FileName, MediaType) { MayBeStored = MayBeStored, Marks = marks };

    /// <summary>Name, media type and length, such as <c>bottle.webp (image/webp, 2400000 bytes)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{FileName} ({MediaType}, {Length} bytes)");
}
