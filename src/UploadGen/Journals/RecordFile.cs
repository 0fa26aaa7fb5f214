using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace UploadGen.Core;

/// <summary>
/// A file of records, each a line with a checksum. Records are added at the end and never changed; the file as a whole is replaced at once. A damaged line
/// is left out, and a line without a line feed is what a crash has left of one: the next takes its place. One process has the file at a time.
/// </summary>
/// <remarks>The first line says what the file is. All others are the checksum of the record, CRC-32C in 8 hexadecimal digits, a space, and the record.</remarks>
internal sealed class RecordFile : IDisposable
{
    private const byte LineFeed = (byte)'\n';
    private const int ChecksumLength = 9;
    private const int ReadSize = 256 * 1024;

    /// <summary>What is longer is no line of such a file, whatever it is.</summary>
    private const int LongestLine = 64 * 1024 * 1024;

    private readonly string _path;
    private readonly string _kind;
    private readonly byte[] _first;
    private readonly List<FileStream> _replaced = [];
    private FileStream _file;
    private long _end;
    private bool _hasRest;

    /// <param name="path">The file's path; its folder must exist.</param>
    /// <param name="kind">What the file is, in words: it is written into its first line.</param>
    /// <exception cref="IOException">The file can't be opened, or is a folder, a pipe or a device.</exception>
    public RecordFile(string path, string kind)
    {
        _path = RecordPath.Find(path, kind);
        _kind = kind;
        _first = Encoding.ASCII.GetBytes($"UploadGen {kind}\n");
        _file = Open(FileMode.OpenOrCreate, _path);
    }

    /// <summary>Called with each record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="place">Where <see cref="Read"/> finds it.</param>
    /// <returns>Whether it is one.</returns>
    public delegate bool Reader(ReadOnlySpan<byte> record, long place);

    /// <summary>How many lines it had when it was loaded.</summary>
    public int Count { get; private set; }

    /// <summary>Reads all records. To be called once, before anything is added.</summary>
    /// <param name="reader">Called with each.</param>
    /// <returns>The numbers of the lines that are damaged, from 1. What a crash has left of the last is one of them.</returns>
    /// <exception cref="InvalidDataException">The file is another. It is left as it is.</exception>
    public IReadOnlyList<int> Load(Reader reader)
    {
        List<int> damaged = [];
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        int held = 0, number = 0, good = 0;
        _file.Position = _end = 0;
        while (_file.Read(buffer.AsSpan(held)) is > 0 and int read)
        {
            held += read;
            var start = 0;
            while (buffer.AsSpan(start, held - start).IndexOf(LineFeed) is >= 0 and int length)
            {
                var line = buffer.AsSpan(start, length);
                if (++number == 1 ? line.SequenceEqual(_first.AsSpan(0, _first.Length - 1)) : IsWhole(line) && reader(line[ChecksumLength..], _end))
                {
                    good++;
                }
                else
                {
                    damaged.Add(number);
                }

                _end += length + 1;
                start += length + 1;
            }

            held -= start;
            buffer.AsSpan(start, held).CopyTo(buffer);
            buffer = held == buffer.Length ? Grown(buffer, number + 1) : buffer;
        }

        var isBegun = number > 0;
        if (good == 0 && (isBegun || !_first.AsSpan().StartsWith(buffer.AsSpan(0, held))))
        {
            throw IsAnother(line: 1);
        }

        ArrayPool<byte>.Shared.Return(buffer);
        Count = number;
        _hasRest = held > 0;
        if (_hasRest && isBegun)
        {
            damaged.Add(number + 1);
        }

        return damaged;
    }

    /// <summary>Adds a record, which must not hold a line feed. The operating system has it then: it outlives this process.</summary>
    /// <returns>Its place.</returns>
    public long Append(ReadOnlySpan<byte> record)
    {
        if (_hasRest)
        {
            // What a crash or an earlier failure has left of a line must not become part of this one.
            _file.SetLength(_end);
        }

        _hasRest = true;
        if (_end == 0)
        {
            RandomAccess.Write(_file.SafeFileHandle, _first, 0);
            _end = _first.Length;
        }

        var place = _end;
        var line = Line(record);
        RandomAccess.Write(_file.SafeFileHandle, line, place);
        _end += line.Length;
        _hasRest = false;
        return place;
    }

    /// <summary>Brings what was added onto the disk: it outlives this machine then. May run while records are added.</summary>
    public void Flush() => RandomAccess.FlushToDisk(_file.SafeFileHandle);

    /// <summary>Reads a record again.</summary>
    /// <exception cref="InvalidDataException">It has been damaged since.</exception>
    public ReadOnlyMemory<byte> Read(long place)
    {
        var line = new byte[1024];
        var held = 0;
        while (RandomAccess.Read(_file.SafeFileHandle, line.AsSpan(held), place + held) is > 0 and int read)
        {
            if (line.AsSpan(held, read).IndexOf(LineFeed) is >= 0 and int length)
            {
                var whole = line.AsMemory(0, held + length);
                return IsWhole(whole.Span) ? whole[ChecksumLength..] : throw Changed();
            }

            held += read;
            Array.Resize(ref line, line.Length * (held == line.Length ? 2 : 1));
        }

        throw Changed();
    }

    /// <summary>Puts a file with these records in the place of this one. Whatever happens, one of both is there, whole.</summary>
    /// <exception cref="IOException">It can't be written; this one stays.</exception>
    public void Replace(IEnumerable<ReadOnlyMemory<byte>> records)
    {
        var path = RecordPath.OfReplacement(_path);
        RecordPath.DeleteLeftover(path, _first);
        var file = Open(FileMode.CreateNew, path);
        long length;
        try
        {
            length = Write(file, records);
            if (!OperatingSystem.IsWindows())
            {
                File.Move(path, _path, overwrite: true);
            }
        }
        catch
        {
            file.Dispose();
            File.Delete(path);
            throw;
        }

        if (OperatingSystem.IsWindows())
        {
            file = Swapped(file, path);
        }
        else
        {
            // Who has opened the old file meanwhile must not get hold of it: what is written there would be lost.
            _replaced.Add(_file);
        }

        (_file, _end, _hasRest) = (file, length, false);
        // The new name, too, is on the disk then.
        Flush();
    }

    /// <summary>Empties the file and deletes it: there is nothing more to be known of.</summary>
    public void Delete()
    {
        // Where it can't be deleted, an empty file says as much as none.
        _file.SetLength(0);
        if (OperatingSystem.IsWindows())
        {
            _file.Dispose();
        }

        File.Delete(_path);
        _file.Dispose();
    }

    public void Dispose()
    {
        _file.Dispose();
        _replaced.ForEach(file => file.Dispose());
    }

    /// <summary>Windows lets nobody take the place of a file that is open, nor open one that is about to be replaced.</summary>
    private FileStream Swapped(FileStream file, string path)
    {
        file.Dispose();
        _file.Dispose();
        try
        {
            File.Move(path, _path, overwrite: true);
        }
        catch
        {
            _file = Open(FileMode.OpenOrCreate, _path);
            throw;
        }

        return Open(FileMode.OpenOrCreate, _path);
    }

    /// <returns>How long the file is.</returns>
    private long Write(FileStream file, IEnumerable<ReadOnlyMemory<byte>> records)
    {
        var buffer = new ArrayBufferWriter<byte>(ReadSize);
        long length = 0;
        buffer.Write(_first);
        foreach (var record in records)
        {
            buffer.Write(Line(record.Span));
            if (buffer.WrittenCount >= ReadSize)
            {
                Drain();
            }
        }

        Drain();
        file.Flush(flushToDisk: true);
        return length;

        void Drain()
        {
            RandomAccess.Write(file.SafeFileHandle, buffer.WrittenSpan, length);
            length += buffer.WrittenCount;
            buffer.ResetWrittenCount();
        }
    }

    private static byte[] Line(ReadOnlySpan<byte> record)
    {
        var line = new byte[ChecksumLength + record.Length + 1];
        Utf8Formatter.TryFormat(Crc32C.Of(record), line, out _, new StandardFormat('x', 8));
        line[ChecksumLength - 1] = (byte)' ';
        record.CopyTo(line.AsSpan(ChecksumLength));
        line[^1] = LineFeed;
        return line;
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
        => line.Length > ChecksumLength && line[ChecksumLength - 1] == ' '
            && Utf8Parser.TryParse(line[..(ChecksumLength - 1)], out uint sum, out var read, 'x') && read == ChecksumLength - 1
            && sum == Crc32C.Of(line[ChecksumLength..]);

    private byte[] Grown(byte[] buffer, int line)
    {
        if (buffer.Length >= LongestLine)
        {
            throw IsAnother(line);
        }

        var grown = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(grown, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return grown;
    }

    private InvalidDataException IsAnother(int line) => new(FormattableString.Invariant(
        $"'{_path}' is no {_kind}: Line {line} isn't of one. The file is left as it is; give the path of a new one."));

    private InvalidDataException Changed() => new($"A line of '{_path}' has been damaged since it was read. Does another program write to the file?");

    private FileStream Open(FileMode mode, string path)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        // What was uploaded and where to is for the owner only.
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException cause) when (cause is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException(
                $"The {_kind} '{path}' can't be opened; does another upload or another process use it? Give each its own. {cause.Message}", cause);
        }
    }
}
