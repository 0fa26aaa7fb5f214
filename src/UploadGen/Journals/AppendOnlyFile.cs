namespace UploadGen.Core;

/// <summary>
/// A file of lines that is only ever added to. A line is on the disk before <see cref="Append"/> returns. A line without a line feed is what a crash has
/// left of one: it isn't read, and the next line takes its place. One process has the file at a time.
/// </summary>
internal sealed class AppendOnlyFile : IDisposable
{
    private const byte LineFeed = (byte)'\n';

    private readonly FileStream _file;
    private long _end;

    public AppendOnlyFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        // What was uploaded and where to is for the owner only.
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            _file = new FileStream(path, options);
        }
        catch (IOException cause) when (cause is not FileNotFoundException and not DirectoryNotFoundException)
        {
            throw new IOException($"The journal '{path}' can't be opened; does another process use it? Give each its own. {cause.Message}", cause);
        }
    }

    /// <summary>Reads all lines. To be called once, before anything is added.</summary>
    /// <param name="line">Called with each line without its line feed, the offset at which it begins, and its number from 1.</param>
    /// <param name="rest">Called with what stands behind the last line feed, if anything does. Unless it throws, that is lost with the next line.</param>
    public void Load(Action<ReadOnlyMemory<byte>, long, int> line, Action<ReadOnlyMemory<byte>, int> rest)
    {
        var buffer = new byte[64 * 1024];
        int held = 0, number = 0;
        while (_file.Read(buffer.AsSpan(held)) is > 0 and int read)
        {
            held += read;
            var start = 0;
            while (Array.IndexOf(buffer, LineFeed, start, held - start) is >= 0 and int feed)
            {
                line(buffer.AsMemory(start, feed - start), _end, ++number);
                _end += feed + 1 - start;
                start = feed + 1;
            }

            held -= start;
            buffer.AsSpan(start, held).CopyTo(buffer);
            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        if (held > 0)
        {
            rest(buffer.AsMemory(0, held), number + 1);
        }
    }

    /// <summary>Adds a line, which must not hold a line feed.</summary>
    /// <returns>The offset at which it begins.</returns>
    public long Append(ReadOnlySpan<byte> line)
    {
        // An earlier failure may have left the start of a line, which must not become part of this one.
        if (_file.Length > _end)
        {
            _file.SetLength(_end);
        }

        _file.Position = _end;
        _file.Write([.. line, LineFeed]);
        _file.Flush(flushToDisk: true);
        var start = _end;
        _end += line.Length + 1;
        return start;
    }

    /// <summary>Reads a line, without its line feed.</summary>
    public ReadOnlyMemory<byte> Read(long start, int length)
    {
        var line = new byte[length];
        _file.Position = start;
        _file.ReadExactly(line);
        return line;
    }

    public void Dispose() => _file.Dispose();
}
