using System.Runtime.InteropServices;
using System.Text;

namespace UploadGen.Core;

/// <summary>
/// When a file or anything of it was last changed (ctime): a time that nobody can put back, other than that of the last write. .NET doesn't tell it, so the
/// operating system is asked. Only Linux is: on Windows nobody can write to a file that is being read, and elsewhere the time of the last write has to do.
/// </summary>
internal static class FileChange
{
    /// <summary>AT_FDCWD: a path that isn't full is of the working directory.</summary>
    private const int WorkingDirectory = -100;

    /// <summary>STATX_CTIME.</summary>
    private const uint ChangeTime = 0x80;

    /// <summary>The length of <c>struct statx</c>, and where in it stand what was found, and the time: seconds and nanoseconds. They are the same everywhere.</summary>
    private const int Length = 256;
    private const int Seconds = 96;
    private const int Nanoseconds = 104;

    /// <summary>The time in nanoseconds from 1970 on; <see langword="null"/> where it isn't known.</summary>
    /// <param name="path">The file's path, or that of a link to it.</param>
    public static long? Find(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var found = new byte[Length];
        try
        {
            if (Statx(WorkingDirectory, Encoding.UTF8.GetBytes(path + '\0'), 0, ChangeTime, found) != 0)
            {
                return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // glibc before 2.28, and some other libraries.
            return null;
        }

        var hasTime = (MemoryMarshal.Read<uint>(found) & ChangeTime) != 0;
        return hasTime ? MemoryMarshal.Read<long>(found.AsSpan(Seconds)) * 1_000_000_000 + MemoryMarshal.Read<uint>(found.AsSpan(Nanoseconds)) : null;
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int directory, byte[] path, int flags, uint mask, [Out] byte[] found);
}
