using System.Text;

namespace UploadGen.Core;

/// <summary>Where a file of records is, and its replacement while that is written.</summary>
internal static class RecordPath
{
    private const string Suffix = ".new";

    /// <summary>The most bytes that file systems let a name have.</summary>
    private const int LongestName = 255;

    /// <summary>Finds the file, through links: it is the file that is to be replaced, and not a link to it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="kind">What it is, in words.</param>
    /// <exception cref="IOException">What is there is no file.</exception>
    public static string Find(string path, string kind)
    {
        var full = Path.GetFullPath(path);
        Refuse(full, kind);
        if (new FileInfo(full) is not { LinkTarget: not null } link)
        {
            return full;
        }

        var target = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        return FileStamp.Of(full) == FileStamp.Of(target)
            ? target
            : throw new IOException($"The {kind} '{full}' is a link that can't be followed for certain. Give the path of the file itself.");
    }

    /// <summary>The path of what is to take the file's place. It is beside the file, so that it does so at once.</summary>
    public static string OfReplacement(string path)
    {
        var name = Path.GetFileName(path);
        return Encoding.UTF8.GetByteCount(name + Suffix) <= LongestName
            ? path + Suffix
            : Path.Combine(Path.GetDirectoryName(path)!, FormattableString.Invariant($"{Crc32C.Of(Encoding.UTF8.GetBytes(name)):x8}{Suffix}"));
    }

    /// <summary>Deletes what a crash has left of a replacement.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="first">What it begins with.</param>
    /// <exception cref="IOException">What is there is something else.</exception>
    public static void DeleteLeftover(string path, ReadOnlySpan<byte> first)
    {
        if (!File.Exists(path))
        {
            return;
        }

        if (new FileInfo(path).LinkTarget is not null || !IsLeftover(path, first))
        {
            throw new IOException($"'{path}' is in the way: a file is made there for a moment and deleted. What is there is something else, and is left.");
        }

        File.Delete(path);
    }

    private static void Refuse(string path, string kind)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder. Give the path of a {kind}.");
        }

        if (FileStamp.Of(path) is { } stamp)
        {
            RegularFile.Ensure(path, stamp, $"the path of a {kind}");
        }
    }

    private static bool IsLeftover(string path, ReadOnlySpan<byte> first)
    {
        if (FileStamp.Of(path) is not { IsRegular: true })
        {
            return false;
        }

        using var file = File.OpenHandle(path);
        Span<byte> start = stackalloc byte[64];
        var read = RandomAccess.Read(file, start[..first.Length], 0);
        return first.StartsWith(start[..read]);
    }
}
