namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>What a build says, with the package, of documents, items and code at fault.</summary>
[Collection<SharedPackage>]
public sealed class FaultyProjectTests(PackedLibrary library)
{
    [Fact]
    public async Task The_build_fails_and_names_what_is_wrong_and_where()
    {
        using var folder = new UserFolder(library);
        WriteProject(folder);

        var (exitCode, output) = await Dotnet.TryAsync(folder.Root, "build", "Faulty");

        Assert.NotEqual(0, exitCode);
        Assert.Equal(
            [
                "Configured.cs(9,22): error UPG102",
                "Program.cs(5,14): error UPG101",
                "broken.json(4,13): error UPG001",
                "cyberun.json(1,1): error UPG009",
            ],
            Errors(output));
        Assert.Contains(
            "UploadGenAccessibility=\"protected\" on the AdditionalFiles item of 'cyberun.json' isn't 'public' or 'internal'",
            output,
            StringComparison.Ordinal);
    }

    private static void WriteProject(UserFolder folder)
    {
        folder.CopySpec("runflow.json", "Faulty/runflow.json");
        folder.CopySpec("cyberun.json", "Faulty/cyberun.json");
        folder.Write("Faulty/broken.json", """
            {
              "openapi": "3.1.0",
              "info": { "title": "Broken", "version": "1" },
              "paths": {
            """);
        folder.Write("Faulty/data.json", """{ "info": "no document", "rows": [1, 2] }""");
        folder.Write("Faulty/Faulty.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="UploadGen" Version="$(UploadGenVersion)" />
                <AdditionalFiles Include="*.json" Exclude="cyberun.json" />
                <AdditionalFiles Include="cyberun.json" UploadGenAccessibility="protected" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("Faulty/Program.cs", """
            using Faulty.Runflow;

            var client = new RunflowClient("key");
            var session = await client.CreateAssetUploadAsync(new() { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 });
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            """);
        WriteConfigured(folder);
    }

    // Of what is configured one is information and one a warning, which would fail this build.
    private static void WriteConfigured(UserFolder folder)
    {
        folder.Write("Faulty/.editorconfig", """
            [Configured.cs]
            dotnet_diagnostic.UPG102.severity = error
            dotnet_diagnostic.UPG104.severity = none
            """);
        folder.Write("Faulty/Configured.cs", """
            using Faulty.Runflow;

            internal static class Configured
            {
                public static async Task RunAsync(RunflowClient client, CreateAssetUploadRequest request, UploadGen.UploadContent content)
                {
                    var session = await client.CreateAssetUploadAsync(request);
                    if (content.Length > 0) { await client.PutAssetUploadAsync(session, content); }
                    await client.CreateAssetUploadConfirmationAsync(session.AssetId);
                    await client.CreateAssetUploadAsync(request);
                }
            }
            """);
    }

    /// <summary>The errors of a build: file, place and id, each once.</summary>
    private static IEnumerable<string> Errors(string output)
        => output.Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => Path.GetFileName(line[..line.IndexOf(": ", line.IndexOf(": error ", StringComparison.Ordinal) + 2, StringComparison.Ordinal)]))
            .Distinct()
            .Order(StringComparer.Ordinal);
}
