namespace UploadGen.Analyzers.Rules;

/// <summary>Tells the files that UploadGen generates while a project is compiled from those that somebody wrote or checked in.</summary>
internal static class GeneratedFile
{
    /// <summary>The compiler puts the files of a generator into a folder of the generator's name.</summary>
    private const string Generator = "UploadGen.Generator.UploadClientGenerator";

    /// <summary>Is this the path of one?</summary>
    public static bool Is(string path)
    {
        var at = path.LastIndexOf(Generator, StringComparison.Ordinal);
        return at > 0 && IsSeparator(path, at - 1) && IsSeparator(path, at + Generator.Length);
    }

    private static bool IsSeparator(string path, int at) => at < path.Length && path[at] is '/' or '\\';
}
