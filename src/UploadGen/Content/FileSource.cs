namespace UploadGen.Core;

/// <summary>A file on disk, as it was when the content was made.</summary>
internal sealed class FileSource : ContentSource
{
    private readonly string _path;
    private readonly DateTime _lastWrite;
    private readonly long? _changed;

    public FileSource(string path)
    {
        // The working directory may change before the file is opened.
        _path = System.IO.Path.GetFullPath(path);
        var file = Target(_path);
        if (!file.Exists)
        {
            throw new FileNotFoundException(
                Directory.Exists(_path) ? $"'{path}' is a folder. Give the path of a file." : $"There is no file at '{path}'.", path);
        }

        RegularFile.Ensure(_path, file.Length);
        Length = file.Length;
        _lastWrite = file.LastWriteTimeUtc;
        _changed = FileChange.Find(_path);
    }

    public override long Length { get; }

    public override string Identity => FormattableString.Invariant($"{_path} ({Length} bytes, {_lastWrite:O})");

    public override string Path => _path;

    public override DateTimeOffset? LastWrite => _lastWrite;

    public override long? Changed => _changed;

    public override Stream Open()
    {
        RegularFile.Ensure(_path, Length);
        EnsureUnchanged();
        try
        {
            // Whoever reads it has a buffer, so the stream needs none.
            return new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (IOException cause) when (cause is not FileNotFoundException and not DirectoryNotFoundException)
        {
            throw new IOException($"'{_path}' can't be opened for reading; is another program writing to it? Nothing was sent. {cause.Message}", cause);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new UnauthorizedAccessException($"'{_path}' may not be read by this user. Nothing was sent. {cause.Message}", cause);
        }
    }

    public override ContentSource Slice(long offset, long length) => new SliceSource(this, length, () => new SliceStream(Open(), offset, length, gate: null));

    public override void EnsureUnchanged()
    {
        var file = Target(_path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"'{_path}' was there when its upload was prepared and is gone now.", _path);
        }

        if (file.Length != Length || file.LastWriteTimeUtc != _lastWrite)
        {
            var now = FormattableString.Invariant($"{file.Length} now (last written {file.LastWriteTimeUtc:O})");
            throw new IOException(
                FormattableString.Invariant($"'{_path}' has changed since its upload was prepared: it had {Length} bytes and has {now}. ")
                + "Start a new upload when nothing writes to it.");
        }

        if (FileChange.Find(_path) != _changed)
        {
            throw new IOException(
                $"'{_path}' has changed since its upload was prepared, although length and time of its last write are as they were: something has written to it "
                + "and put the time back, put another file in its place, or changed its permissions or links. Start a new upload when nothing does.");
        }
    }

    /// <summary>The file itself, where the path is a link: on Unix a link has a length of its own, that of its target's name.</summary>
    private static FileInfo Target(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : file;
    }
}
