using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace UploadGen.Core;

/// <summary>
/// Tells files from what only has a path: pipes, sockets, terminals. To open a pipe waits for a writer, which may never come, and .NET has no other way to
/// find out, so the operating system is asked to open without waiting.
/// </summary>
internal static class RegularFile
{
    /// <summary>ENXIO: what sockets answer.</summary>
    private const int NoSuchDevice = 6;

    /// <summary>O_NONBLOCK and O_CLOEXEC. Reading is 0.</summary>
    private const int LinuxFlags = 0x800 | 0x80000;
    private const int AppleFlags = 0x4 | 0x1000000;

    /// <summary>Refuses what is no file; where the system isn't known, nothing is.</summary>
    /// <param name="path">The path of something that is there.</param>
    /// <param name="stamp">What the system tells of it. Where that isn't its type, its length counts: what is no file has none.</param>
    /// <param name="what">What to give in its place.</param>
    /// <exception cref="IOException">It is no file.</exception>
    public static void Ensure(string path, FileStamp stamp, string what = "the path of a file, or a stream (UploadContent.FromStream)")
    {
        if (!stamp.IsRegular || (stamp is { Length: 0, Changed: null } && Flags() is { } flags && !IsRegular(path, flags)))
        {
            throw new IOException($"'{path}' isn't a file, but a pipe, a socket or a device. Give {what}.");
        }
    }

    private static int? Flags()
        => OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? LinuxFlags
            : OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsMacCatalyst() ? AppleFlags
            : null;

    private static bool IsRegular(string path, int flags)
    {
        using var file = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(path + '\0'), flags), ownsHandle: true);
        if (file.IsInvalid)
        {
            // A file that may not be read says so itself when it is opened.
            return Marshal.GetLastPInvokeError() != NoSuchDevice;
        }

        try
        {
            // What can't seek has no length. A device that can gives more bytes than it said, which is found when it is read.
            return RandomAccess.GetLength(file) == 0;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
