using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace UploadGen.EndToEnd.Tests.Package;

[Collection<SharedPackage>]
public sealed class PackageContentsTests(PackedLibrary library)
{
    private const string Repository = "https://github.com/uploadgen/uploadgen";

    [Fact]
    public void The_package_holds_the_library_the_compiler_assemblies_with_their_closure_the_props_and_what_people_read_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(library.PackagePath);

        Assert.Equal(
            [
                "README.md",
                "THIRD-PARTY-NOTICES.dotnet.txt",
                "THIRD-PARTY-NOTICES.txt",
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
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/UploadGen.Hints.targets",
                "build/UploadGen.props",
                "build/UploadGen.targets",
                "buildTransitive/UploadGen.Hints.targets",
                "buildTransitive/UploadGen.props",
                "buildTransitive/UploadGen.targets",
                "icon.png",
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
        Assert.Equal("icon.png", values["icon"].Single().Value);
        Assert.Equal(Repository, values["projectUrl"].Single().Value);
        Assert.Equal(("git", Repository), ((string?)values["repository"].Single().Attribute("type"), (string?)values["repository"].Single().Attribute("url")));
        Assert.Equal($"{Repository}/blob/main/CHANGELOG.md", values["releaseNotes"].Single().Value);
        Assert.NotEmpty(values["description"].Single().Value);
        Assert.Equal(["net10.0", "net8.0"], values["dependencies"].Elements().Select(group => (string?)group.Attribute("targetFramework")).Order());
        Assert.All(values["dependencies"].Elements(), group => Assert.Equal(
            ["Microsoft.Extensions.Logging.Abstractions", "Polly.Core"],
            group.Elements().Select(dependency => (string?)dependency.Attribute("id")).Order()));
    }

    [Fact]
    public void The_icon_is_a_PNG_of_128_by_128_pixels()
    {
        using var package = ZipFile.OpenRead(library.PackagePath);
        using var icon = package.GetEntry("icon.png")!.Open();
        var header = new byte[24];
        icon.ReadExactly(header);

        Assert.Equal("PNG\r\n"u8, header.AsSpan(1, 5));
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(20))));
    }

    [Fact]
    public void The_notices_name_each_assembly_of_others()
    {
        using var package = ZipFile.OpenRead(library.PackagePath);
        using var notices = new StreamReader(package.GetEntry("THIRD-PARTY-NOTICES.txt")!.Open());
        var named = Regex.Matches(notices.ReadToEnd(), @"^(\S+) +MIT \(\d\)\r?$", RegexOptions.Multiline).Select(row => row.Groups[1].Value + ".dll");

        var packed = package.Entries.Select(entry => entry.Name).Where(name => name.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Equal(packed.Where(name => !name.StartsWith("UploadGen", StringComparison.Ordinal)).Order(), named.Order());
    }

    [Fact]
    public void The_notices_of_dotnet_are_those_of_its_package()
    {
        using var package = ZipFile.OpenRead(library.PackagePath);
        using var notices = new StreamReader(package.GetEntry("THIRD-PARTY-NOTICES.dotnet.txt")!.Open());

        Assert.StartsWith(".NET Runtime uses third-party libraries", notices.ReadToEnd(), StringComparison.Ordinal);
    }

    // The rest is the container's own (Open Packaging Conventions).
    private static bool IsOurs(string entry)
        => entry != "[Content_Types].xml" && !entry.StartsWith("_rels/", StringComparison.Ordinal) && !entry.StartsWith("package/", StringComparison.Ordinal);
}
