namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>What a build says of documents that the compiler never gets: those in other items than AdditionalFiles, and those on the network.</summary>
[Collection<SharedPackage>]
public sealed class ForgottenDocumentTests(PackedLibrary library)
{
    private const string Yaml = "info: { title: Shop, version: '1' }\nopenapi: 3.1.0\npaths: {}\n";

    [Theory]
    [InlineData("Microsoft.NET.Sdk", "")]
    [InlineData("Microsoft.NET.Sdk.Web", "")]
    [InlineData("Microsoft.NET.Sdk", """<EmbeddedResource Include="specs/**" /><None Remove="specs/**" />""")]
    [InlineData("Microsoft.NET.Sdk", """<AdditionalFiles Include="stylecop.json" />""")]
    public async Task A_document_in_other_items_is_told_of_in_each_build(string sdk, string items)
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/specs/runflow.json");
        folder.Write("App/specs/shop.yaml", Yaml);
        WriteOtherFiles(folder);
        WriteProject(folder, items, sdk);

        for (var build = 0; build < 2; build++)
        {
            var output = await BuildAsync(folder);

            Assert.Equal(["runflow.json", "shop.yaml"], Told(output, "warning"));
            Assert.Contains("""add <AdditionalFiles Include="specs/shop.yaml" /> to the project""", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{ // ours\n  \"openapi\": \"3.1.0\", \"paths\": {}\n}\n")]
    [InlineData("/* ours */ {\n  // first\n\n  \"info\": { \"title\": \"T\", \"version\": \"1\" },\n  \"openapi\": /* newest */ \"3.1.0\"\n}\n")]
    public async Task Comments_make_no_difference(string text)
    {
        using var folder = new UserFolder(library);
        folder.Write("App/ours.json", text);
        folder.Write("App/shop.yaml", Yaml);
        WriteProject(folder, "");
        Assert.Equal(["ours.json", "shop.yaml"], Told(await BuildAsync(folder), "warning"));

        WriteProject(folder, """<AdditionalFiles Include="ours.json" />""");
        Assert.DoesNotContain("UPG001", await BuildAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_in_one_line_is_known_wherever_its_version_stands()
    {
        using var folder = new UserFolder(library);
        folder.Write("App/ours.json", """{"info":{"title":"T","version":"1"},"paths":{},"openapi":"3.1.0"}""");
        folder.Write("App/shop.yaml", Yaml);
        WriteProject(folder, """<AdditionalFiles Include="ours.json" />""");

        Assert.DoesNotContain("UPG001", await BuildAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_comes_or_changes_is_told_of_in_the_next_build()
    {
        using var folder = new UserFolder(library);
        WriteProject(folder, "");
        folder.Write("App/data.json", "{}");
        Assert.Empty(Told(await BuildAsync(folder), "warning"));

        folder.CopySpec("runflow.json", "App/runflow.json");
        File.SetLastWriteTimeUtc(Path.Combine(folder.Root, "App/runflow.json"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(["runflow.json"], Told(await BuildAsync(folder), "warning"));

        folder.CopySpec("runflow.json", "App/data.json");
        File.Delete(Path.Combine(folder.Root, "App/runflow.json"));
        Assert.Equal(["data.json"], Told(await BuildAsync(folder), "warning"));
    }

    [Theory]
    [InlineData("""<AdditionalFiles Include="specs/runflow.json" />""")]
    [InlineData("""<AdditionalFiles Include="specs/shop.yaml" UploadGen="false" />""")]
    [InlineData("""<None Update="specs/**" UploadGen="false" />""")]
    [InlineData("""<None Remove="**/*.json;**/*.yaml" />""")]
    public async Task A_project_that_knows_its_documents_is_told_nothing(string items)
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/specs/runflow.json");
        folder.CopySpec("images.json", "App/specs/images.json");
        folder.Write("App/specs/shop.yaml", Yaml);
        WriteOtherFiles(folder);
        WriteProject(folder, items);

        Assert.DoesNotContain("UPG001", await Dotnet.RunAsync(folder.Root, "build", "App", "-nologo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_can_be_switched_off()
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/runflow.json");
        WriteProject(folder, "");

        Assert.DoesNotContain("UPG001", await Dotnet.RunAsync(folder.Root, "build", "App", "-nologo", "-p:NoWarn=UPG001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_with_metadata_is_an_error_unless_it_is_an_additional_file()
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/runflow.json");
        folder.CopySpec("images.json", "App/images.json");
        folder.Write("App/readme.md", "Documents.");
        WriteProject(folder, """
            <AdditionalFiles Include="images.json" />
            <None Update="*.json;*.md" UploadGenNamespace="Acme" />
            """);

        var output = await BuildAsync(folder);

        Assert.Equal(["runflow.json"], Told(output, "error"));
        Assert.Contains("has metadata of UploadGen, but isn't AdditionalFiles", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_counts_whatever_the_file_is_called()
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/api.txt");
        folder.CopySpec("runflow.json", "App/api.spec");
        folder.Write("App/notes.md", "Notes.");
        WriteProject(folder, """
            <AdditionalFiles Include="api.txt" UploadGenClientName="AcmeClient" />
            <None Update="api.spec" UploadGenClientName="AcmeClient" />
            <None Update="*.md" UploadGen="false" />
            """);

        Assert.Equal(["api.spec"], Told(await BuildAsync(folder), "error"));

        File.Delete(Path.Combine(folder.Root, "App/api.spec"));
        Assert.Contains(
            "api.txt(1,1): error UPG001: 'api.txt' can't be read as an OpenAPI document: its format is told by the ending of its name",
            await BuildAsync(folder),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_costs_nothing_and_is_looked_at_again()
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/runflow.json");
        folder.Write("App/held.yaml", Yaml);
        WriteProject(folder, "");
        await using (Hold(folder, "App/held.yaml"))
        {
            Assert.Equal(["runflow.json"], Told(await Dotnet.RunAsync(folder.Root, "build", "App", "-nologo", "-clp:NoSummary"), "warning"));
            File.Delete(Path.Combine(folder.Root, "App/runflow.json"));
            await Dotnet.RunAsync(folder.Root, "build", "App", "-nologo", "-warnaserror");
        }

        Assert.Equal(["held.yaml"], Told(await BuildAsync(folder), "warning"));
    }

    [Fact]
    public async Task An_additional_file_that_cannot_be_read_is_the_compilers_to_report()
    {
        using var folder = new UserFolder(library);
        folder.Write("App/held.json", """{ "openapi": "3.1.0" }""");
        folder.Write("App/data.json", "{}");
        WriteProject(folder, """<AdditionalFiles Include="held.json" />""");
        await using (Hold(folder, "App/held.json"))
        {
            var output = await BuildAsync(folder);

            Assert.DoesNotContain("MSB", output, StringComparison.Ordinal);
            Assert.Contains("error CS", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://api.example.com/v1/shop.yaml?download=1", "shop.yaml")]
    [InlineData("HTTP://localhost:5000/docs", "openapi.json")]
    public async Task An_address_is_the_only_error_and_says_how_to_get_the_file(string address, string file)
    {
        using var folder = new UserFolder(library);
        WriteProject(folder, $"""<AdditionalFiles Include="{address}" />""");

        var output = await BuildAsync(folder);

        Assert.Equal(["App.csproj"], Told(output, "error"));
        Assert.DoesNotContain(" CS", output, StringComparison.Ordinal);
        Assert.Contains(
            $"""Download it with: curl -L -o {file} "{address}" and add it as <AdditionalFiles Include="{file}" />""", output, StringComparison.Ordinal);
    }

    /// <summary>Keeps everybody else from reading a file.</summary>
    private static FileStream Hold(UserFolder folder, string path) => new(Path.Combine(folder.Root, path), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

    /// <summary>What a project is full of and is no document.</summary>
    private static void WriteOtherFiles(UserFolder folder)
    {
        folder.Write("App/appsettings.json", """{ "Swagger": { "openapi": "3.1.0" } }""");
        folder.Write("App/stylecop.json", """{ "settings": {} }""");
        folder.Write("App/cases.json", "{\n  \"case\": {\n    \"openapi\": \"3.1.0\"\n  }\n}\n");
        folder.Write("App/chart/values.yaml", "swagger:\n  enabled: true\nspec:\n  openapi: 3.1.0\n");
        folder.Write("App/node_modules/api/openapi.json", """{ "openapi": "3.1.0", "paths": {} }""");
        folder.Write("App/empty.json", "");
    }

    private static void WriteProject(UserFolder folder, string items, string sdk = "Microsoft.NET.Sdk")
    {
        folder.Write("App/Program.cs", "System.Console.WriteLine();");
        folder.Write("App/App.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="UploadGen" Version="$(UploadGenVersion)" />
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    private static async Task<string> BuildAsync(UserFolder folder)
        => (await Dotnet.TryAsync(folder.Root, "build", "App", "-nologo", "-clp:NoSummary")).Output;

    /// <summary>The files that a build says UPG001 of, each once.</summary>
    private static IEnumerable<string> Told(string output, string severity)
        => output.Split('\n')
            .Where(line => line.Contains($" : {severity} UPG001: ", StringComparison.Ordinal))
            .Select(line => Path.GetFileName(line[..line.IndexOf(" : ", StringComparison.Ordinal)]))
            .Distinct()
            .Order(StringComparer.Ordinal);
}
