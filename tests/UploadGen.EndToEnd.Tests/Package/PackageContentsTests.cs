using System.IO.Compression;
using System.Xml.Linq;

namespace UploadGen.EndToEnd.Tests.Package;

[Collection<SharedPackage>]
public sealed class PackageContentsTests(PackedLibrary library)
{
    [Fact]
    public void The_package_holds_the_library_the_compiler_assemblies_with_their_closure_and_the_props()
    {
        using var package = ZipFile.OpenRead(library.PackagePath);

        Assert.Equal(
            [
                "README.md",
                "UploadGen.nuspec",
                "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll",
                "analyzers/dotnet/cs/Microsoft.OpenApi.dll",
                "analyzers/dotnet/cs/System.Buffers.dll",
                "analyzers/dotnet/cs/System.Memory.dll",
                "analyzers/dotnet/cs/System.Numerics.Vectors.dll",
                "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
                "analyzers/dotnet/cs/System.Text.Encodings.Web.dll",
                "analyzers/dotnet/cs/System.Text.Json.dll",
                "analyzers/dotnet/cs/System.Threading.Tasks.Extensions.dll",
                "analyzers/dotnet/cs/UploadGen.Analyzers.dll",
                "analyzers/dotnet/cs/UploadGen.CodeFixes.dll",
                "analyzers/dotnet/cs/UploadGen.Generator.dll",
                "build/UploadGen.props",
                "buildTransitive/UploadGen.props",
                "lib/net10.0/UploadGen.dll",
                "lib/net10.0/UploadGen.xml",
                "lib/net8.0/UploadGen.dll",
                "lib/net8.0/UploadGen.xml",
            ],
            package.Entries.Select(entry => entry.FullName).Where(IsOurs).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_says_what_it_is_and_what_it_depends_on()
    {
        using var package = ZipFile.OpenRead(library.PackagePath);
        using var nuspec = package.GetEntry("UploadGen.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        var values = metadata.Elements().ToLookup(element => element.Name.LocalName, element => element);

        Assert.Equal(("UploadGen", library.Version), (values["id"].Single().Value, values["version"].Single().Value));
        Assert.Equal(("expression", "MIT"), ((string?)values["license"].Single().Attribute("type"), values["license"].Single().Value));
        Assert.Equal("README.md", values["readme"].Single().Value);
        Assert.NotEmpty(values["description"].Single().Value);
        Assert.Equal(["net10.0", "net8.0"], values["dependencies"].Elements().Select(group => (string?)group.Attribute("targetFramework")).Order());
        Assert.All(values["dependencies"].Elements(), group => Assert.Equal(
            ["Microsoft.Extensions.Logging.Abstractions", "Polly.Core"],
            group.Elements().Select(dependency => (string?)dependency.Attribute("id")).Order()));
    }

    // The rest is the container's own (Open Packaging Conventions).
    private static bool IsOurs(string entry)
        => entry != "[Content_Types].xml" && !entry.StartsWith("_rels/", StringComparison.Ordinal) && !entry.StartsWith("package/", StringComparison.Ordinal);
}
