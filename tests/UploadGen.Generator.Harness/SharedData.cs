namespace UploadGen.Generator.Tests.Harness;

/// <summary>
/// Documents that lie beside the repository and not in it (<c>../shared</c>). Whoever hasn't got them can run every other
/// test; on the build server (<c>CI=true</c>) their absence is a failure, or the tests that need them would be skipped unseen.
/// </summary>
internal static class SharedData
{
    private static readonly bool IsDemanded = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The folder, or a skipped test that says where it was looked for.</summary>
    /// <param name="name">Its name below <c>../shared</c>.</param>
    public static string Folder(string name)
    {
        var path = PathOf(name);
        if (!Directory.Exists(path))
        {
            Assert.SkipUnless(IsDemanded, $"{path} isn't there.");
            Assert.Fail($"{path} isn't there, and CI=true demands it.");
        }

        return path;
    }

    /// <summary>The names of the folder's documents, or nothing where it isn't there.</summary>
    public static IEnumerable<string> Documents(string folder)
        => Directory.Exists(PathOf(folder)) ? Directory.GetFiles(PathOf(folder), "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal) : [];

    private static string PathOf(string name) => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", name));
}
