using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using UploadGen.EndToEnd.Tests.Flows;
using UploadServer;

namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>The package in new projects: restored from a feed, built without a warning, run.</summary>
[Collection<SharedPackage>]
public sealed class UserProjectTests(PackedLibrary library)
{
    [Fact]
    public async Task Ten_lines_upload_a_file_and_item_metadata_is_heeded()
    {
        await using var solution = await UserSolution.BuildAsync(library);

        await UploadsAFileAsync(solution, "net8.0", "v8.0");
        await UploadsAFileAsync(solution, "net10.0", "v10.0");
        HasNamedAndHiddenItsClient(solution);
        HasTakenThePropsThroughAnotherProject(solution);
        HasServicesWhereThereIsAContainer(solution);
    }

    private static async Task UploadsAFileAsync(UserSolution solution, string framework, string version)
    {
        await using var server = await EmbeddedUploadServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var file = new SampleFile(100_000);

        var output = await Dotnet.RunAsync(
            solution.Root, "run", "--project", "App", "--no-build", "--framework", framework, "--", $"{server.BaseAddress}", server.ApiKey, file.Path);

        var stored = Assert.Single(server.Objects);
        Assert.Equal($".NETCoreApp,Version={version} {stored.Key}", output.Trim());
        Assert.Equal(file.Sha256, stored.Sha256);
    }

    private static void HasNamedAndHiddenItsClient(UserSolution solution)
    {
        var types = Types(solution, "Settings");

        Assert.Contains("Acme.Uploads.AcmeClient", types.Keys);
        Assert.All(types, type => Assert.StartsWith("Acme.Uploads.", type.Key, StringComparison.Ordinal));
        Assert.All(types, type => Assert.Equal(TypeAttributes.NotPublic, type.Value));
    }

    private static void HasTakenThePropsThroughAnotherProject(UserSolution solution)
    {
        var types = Types(solution, "Transitive");

        Assert.Equal(TypeAttributes.Public, types["Acme.Pictures.ImagesClient"]);
        Assert.All(types, type => Assert.StartsWith("Acme.Pictures.", type.Key, StringComparison.Ordinal));
    }

    private static void HasServicesWhereThereIsAContainer(UserSolution solution)
    {
        Assert.Contains("Hosted.Images.ImagesClientBuilder", Types(solution, "Hosted").Keys);
        Assert.DoesNotContain("Acme.Pictures.ImagesClientBuilder", Types(solution, "Transitive").Keys);
    }

    /// <summary>The types of a namespace that a project was compiled to, and who can see them. What the compiler adds for itself is left out.</summary>
    private static Dictionary<string, TypeAttributes> Types(UserSolution solution, string project)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(solution.Root, project, "bin", "Debug", "net10.0", project + ".dll")));
        var metadata = file.GetMetadataReader();
        return metadata.TypeDefinitions
            .Select(metadata.GetTypeDefinition)
            .Where(type => !type.Namespace.IsNil && metadata.GetString(type.Namespace) is not ("Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices"))
            .ToDictionary(
                type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}",
                type => type.Attributes & TypeAttributes.VisibilityMask);
    }
}
