using System.Reflection;
using System.Runtime.Loader;

namespace UploadGen.CodeFixes.Tests;

/// <summary>The generators that this assembly was compiled with, from the files that the compiler had.</summary>
internal static class Generators
{
    private static readonly string[] Files = typeof(Generators).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Generators")
        .Value!.Split('|');

    /// <summary>UploadGen's and System.Text.Json's.</summary>
    public static IReadOnlyList<Type> All { get; } = Load();

    private static List<Type> Load()
    {
        AssemblyLoadContext.Default.Resolving += (context, name)
            => Files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name.Name) is { } file ? context.LoadFromAssemblyPath(file) : null;
        return
        [
            Find("UploadGen.Generator", "UploadGen.Generator.UploadClientGenerator"),
            Find("System.Text.Json.SourceGeneration", "System.Text.Json.SourceGeneration.JsonSourceGenerator"),
        ];
    }

    private static Type Find(string assembly, string type)
        => AssemblyLoadContext.Default.LoadFromAssemblyPath(Files.Single(file => Path.GetFileNameWithoutExtension(file) == assembly))
            .GetType(type, throwOnError: true)!;
}
