namespace UploadServer.Storage;

/// <summary>Keys of objects, and the paths they are reached by.</summary>
internal static class ObjectKey
{
    /// <summary>What the path of every object begins with.</summary>
    public const string PathPrefix = "/storage/";

    private const int MaxNameLength = 100;

    /// <summary>A file name as one segment of a key: no separators, no dot segments, and short enough for a URL.</summary>
    public static string Segment(string fileName)
    {
        var name = string.Concat(fileName.Select(c => c is '/' or '\\' || char.IsControl(c) ? '_' : c)).Trim();
        // The end is kept, since the extension is there; never half a surrogate pair.
        if (name.Length > MaxNameLength)
        {
            name = name[^MaxNameLength..];
        }

        if (name.Length > 0 && char.IsLowSurrogate(name[0]))
        {
            name = name[1..];
        }

        return name is "" or "." or ".." ? "file" : name;
    }

    /// <summary>The path of an object, percent-encoded segment by segment.</summary>
    public static string ToPath(string key) => PathPrefix + string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The key that a path, as it came over the wire, leads to.</summary>
    public static string FromPath(string path) => Uri.UnescapeDataString(path[PathPrefix.Length..]);
}
