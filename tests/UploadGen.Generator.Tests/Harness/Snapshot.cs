namespace UploadGen.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with the <c>*.verified.cs</c> beside the tests. A difference leaves a <c>*.received.cs</c> to look
/// at; with <c>UPLOADGEN_ACCEPT=1</c> in the environment the snapshots are rewritten instead.
/// </summary>
internal static class Snapshot
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("UPLOADGEN_ACCEPT") == "1";

    public static void Verify(string folder, IReadOnlyDictionary<string, string> files)
    {
        var directory = Path.Combine(Repository.Root, "tests", "UploadGen.Generator.Tests", "Snapshots", folder);
        Directory.CreateDirectory(directory);
        var expected = Directory.GetFiles(directory, "*.verified.cs").Select(path => Path.GetFileName(path)!).ToHashSet(StringComparer.Ordinal);
        var received = files.ToDictionary(
            file => file.Key.Replace(".g.cs", ".verified.cs", StringComparison.Ordinal), file => file.Value, StringComparer.Ordinal);
        if (Accepts)
        {
            Accept(directory, expected, received);
            return;
        }

        Assert.Equal(expected.Order(), received.Keys.Order());
        foreach (var (name, text) in received)
        {
            var path = Path.Combine(directory, name);
            if (File.ReadAllText(path) != text)
            {
                File.WriteAllText(path.Replace(".verified.cs", ".received.cs", StringComparison.Ordinal), text);
            }

            Assert.Equal(File.ReadAllText(path), text);
        }
    }

    private static void Accept(string directory, IEnumerable<string> expected, Dictionary<string, string> received)
    {
        foreach (var stale in expected.Where(name => !received.ContainsKey(name)))
        {
            File.Delete(Path.Combine(directory, stale));
        }

        foreach (var (name, text) in received)
        {
            File.WriteAllText(Path.Combine(directory, name), text);
        }
    }
}
