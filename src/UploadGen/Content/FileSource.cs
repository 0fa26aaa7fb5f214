namespace UploadGen.Core;

/// <summary>A file on disk, as it was when the content was made.</summary>
internal sealed class FileSource : ContentSource
{
    /// <summary>
    /// For how long a file must have been left alone before the time of its last change tells it from what is written next: file systems keep that time in
    /// steps, of a hundredth of a second at best and of two seconds at worst.
    /// </summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly string _path;
    private readonly FileStamp _stamp;
    private readonly long? _changed;

    public FileSource(string path)
    {
        // The working directory may change before the file is opened.
        _path = System.IO.Path.GetFullPath(path);
        _stamp = FileStamp.Of(_path) ?? throw new FileNotFoundException(
            Directory.Exists(_path) ? $"'{path}' is a folder. Give the path of a file."
            : path.Contains('\uFFFD') ? $"There is no file at '{path}'. If a folder lists it, its name isn't UTF-8, and .NET can't open it: rename it."
            : $"There is no file at '{path}'.",
            path);
        RegularFile.Ensure(_path, _stamp);
        _changed = _stamp.Changed is { } changed && IsRested(changed) ? changed : null;
    }

    public override long Length => _stamp.Length;

    public override string Identity => FormattableString.Invariant($"{_path} ({Length} bytes, {_stamp.LastWrite:O})");

    public override string Path => _path;

    public override DateTimeOffset? LastWrite => _stamp.LastWrite;

    public override long? Changed => _changed;

    public override bool TellsChanges => _stamp.Changed is not null;

    /// <summary>Some files of the system say that they are empty, and aren't.</summary>
    public override bool TellsLength => Length > 0;

    public override Stream Open()
    {
        if (FileStamp.Of(_path) is { } now)
        {
            RegularFile.Ensure(_path, now);
        }

        var file = OpenFile();
        try
        {
            EnsureUnchanged(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override ContentSource Slice(long offset, long length) => new SliceSource(this, length, () => new SliceStream(Open(), offset, length, gate: null));

    /// <summary>What is open is looked at, and not the path: what was sent is of that file, wherever the path leads by now.</summary>
    public override void EnsureUnchanged(Stream opened)
    {
        var now = FileStamp.Of(((FileStream)opened).SafeFileHandle);
        if (now == _stamp)
        {
            return;
        }

        throw new IOException(now.Length != Length || now.LastWrite != _stamp.LastWrite
            ? FormattableString.Invariant($"'{_path}' has changed since its upload was prepared: it had {Length} bytes and has {now.Length} now (last written ")
                + FormattableString.Invariant($"{now.LastWrite:O}). Start a new upload when nothing writes to it.")
            : $"'{_path}' has changed since its upload was prepared, although length and time of its last write are as they were: something has written to it "
                + "and put the time back, put another file in its place, or changed its permissions or links. Start a new upload when nothing does.");
    }

    private static bool IsRested(long changed) => DateTime.UtcNow - DateTime.UnixEpoch.AddTicks(changed / TimeSpan.NanosecondsPerTick) > Rest;

    private FileStream OpenFile()
    {
        try
        {
            // Whoever reads it has a buffer, so the stream needs none.
            return new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException($"'{_path}' was there when its upload was prepared and is gone now.", _path, cause);
        }
        catch (IOException cause)
        {
            throw new IOException($"'{_path}' can't be opened for reading; is another program writing to it? Nothing was sent. {cause.Message}", cause);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new UnauthorizedAccessException($"'{_path}' may not be read by this user. Nothing was sent. {cause.Message}", cause);
        }
    }
}
