using System.Reflection;

namespace UploadGen.Generator.Harness;

/// <summary>Where the repository's own documents lie.</summary>
public static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Spec(string name) => Path.Combine(Root, "specs", name);
}
