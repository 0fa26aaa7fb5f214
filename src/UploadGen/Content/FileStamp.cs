using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace UploadGen.Core;

/// <summary>
/// What tells that a file is as it was: its length, the time of its last write, and when anything of it was last changed (ctime): a time that nobody can put
/// back. .NET doesn't tell that one, so on Linux the operating system is asked, which tells all in one answer. On Windows nobody can write to a file that is
/// being read, and elsewhere the time of the last write has to do.
/// </summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="LastWrite">When it was last written to (UTC).</param>
/// <param name="Changed">When anything of it was last changed, in nanoseconds from 1970 on; <see langword="null"/> where that isn't known.</param>
/// <param name="IsRegular">Whether it is a file, and no pipe or device, where the operating system tells that.</param>
internal readonly record struct FileStamp(long Length, DateTime LastWrite, long? Changed, bool IsRegular = true)
{
    /// <summary>AT_FDCWD: a path that isn't full is of the working directory.</summary>
    private const int WorkingDirectory = -100;

    /// <summary>AT_EMPTY_PATH: what is asked about is open already.</summary>
    private const int Opened = 0x1000;

    /// <summary>STATX_TYPE, STATX_MTIME, STATX_CTIME and STATX_SIZE.</summary>
    private const uint Wanted = 0x1 | 0x40 | 0x80 | 0x200;

    /// <summary>S_IFMT, S_IFDIR and S_IFREG: the type of what a path leads to, and those of a folder and of a file.</summary>
    private const int TypeMask = 0xF000;
    private const int Folder = 0x4000;
    private const int Regular = 0x8000;

    private const long SecondsToEpoch = 62_135_596_800;

    /// <summary>Of what a path leads to; <see langword="null"/> where that is no file.</summary>
    /// <param name="path">The path of a file, or of a link to one.</param>
    public static FileStamp? Of(string path)
    {
        if (TryAsk(WorkingDirectory, path, flags: 0, out var stamp) is { } isFound)
        {
            return isFound ? stamp : null;
        }

        var file = new FileInfo(path);
        var target = file.Exists && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo linked ? linked : file;
        return target.Exists ? new FileStamp(target.Length, target.LastWriteTimeUtc, Changed: null) : null;
    }

    /// <summary>Of a file that is open.</summary>
    /// <param name="file">The file.</param>
    public static FileStamp Of(SafeFileHandle file)
    {
        var isAdded = false;
        file.DangerousAddRef(ref isAdded);
        try
        {
            return TryAsk((int)file.DangerousGetHandle(), "", Opened, out var stamp) == true
                ? stamp
                : new FileStamp(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file), Changed: null);
        }
        finally
        {
            file.DangerousRelease();
        }
    }

    /// <summary>Asks Linux.</summary>
    /// <returns>Whether it is no folder; <see langword="null"/> where nothing can be told: there is nothing, or a container forbids the question.</returns>
    private static bool? TryAsk(int folder, string path, int flags, out FileStamp stamp)
    {
        stamp = default;
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        Span<byte> buffer = stackalloc byte[512];
        var name = Encoding.UTF8.GetMaxByteCount(path.Length) < buffer.Length ? buffer : new byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 1];
        name[Encoding.UTF8.GetBytes(path, name)] = 0;
        Statx found;
        try
        {
            if (Ask(folder, ref MemoryMarshal.GetReference(name), flags, Wanted, out found) != 0)
            {
                return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // glibc before 2.28, and some other libraries.
            return null;
        }

        if ((found.Mask & Wanted) != Wanted)
        {
            return null;
        }

        var type = found.Mode & TypeMask;
        stamp = new FileStamp((long)found.Size, found.LastWrite.ToDateTime(), found.Changed.ToNanoseconds(), type == Regular);
        return type != Folder;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(int folder, ref byte path, int flags, uint mask, out Statx found);

    /// <summary>What of <c>struct statx</c> is read; it is the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Statx
    {
        [FieldOffset(0)]
        public uint Mask;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public Time Changed;

        [FieldOffset(112)]
        public Time LastWrite;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public uint Nanoseconds;

        public readonly DateTime ToDateTime()
            => new((Seconds + SecondsToEpoch) * TimeSpan.TicksPerSecond + Nanoseconds / TimeSpan.NanosecondsPerTick, DateTimeKind.Utc);

        public readonly long ToNanoseconds() => Seconds * 1_000_000_000 + Nanoseconds;
    }
}
