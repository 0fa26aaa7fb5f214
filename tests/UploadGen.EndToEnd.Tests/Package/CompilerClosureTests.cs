using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>
/// The folder that the compiler loads, taken by itself: what an assembly in it refers to lies beside it, or belongs to the compiler, the editor or the runtime.
/// </summary>
[Collection<SharedPackage>]
public sealed class CompilerClosureTests : IDisposable
{
    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-closure-");

    public CompilerClosureTests(PackedLibrary library)
    {
        using var package = ZipFile.OpenRead(library.PackagePath);
        foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)))
        {
            entry.ExtractToFile(Path.Combine(_folder.FullName, entry.Name));
        }
    }

    [Fact]
    public void Every_reference_is_resolved_with_the_version_asked_for_or_a_later_one()
    {
        var files = _folder.GetFiles("*.dll");
        var missing =
            from file in files
            from name in References(file.FullName)
            where !IsTheCompilers(name) && !IsThere(name)
            select $"{file.Name} needs {name}";

        Assert.NotEmpty(files);
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_assembly_loads_in_a_context_of_its_own()
    {
        var context = new AssemblyLoadContext("compiler", isCollectible: true);
        try
        {
            var loaded = _folder.GetFiles("*.dll").Select(file => context.LoadFromAssemblyPath(file.FullName)).ToList();
            Assert.All(loaded, assembly => Assert.Same(context, AssemblyLoadContext.GetLoadContext(assembly)));
        }
        finally
        {
            context.Unload();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private bool IsThere(AssemblyName name)
        => new[] { _folder.FullName, RuntimeFolder }
            .Select(folder => Path.Combine(folder, name.Name + ".dll"))
            .Any(path => File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= name.Version);

    private static bool IsTheCompilers(AssemblyName name)
        => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            || name.Name is "System.Collections.Immutable" or "System.Reflection.Metadata";

    private static List<AssemblyName> References(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetAssemblyReference(reference).GetAssemblyName())];
    }
}
