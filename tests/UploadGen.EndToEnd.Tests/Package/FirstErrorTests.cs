namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>What keeps a client from being generated is the first thing that a build says, and is said once.</summary>
[Collection<SharedPackage>]
public sealed class FirstErrorTests(PackedLibrary library)
{
    private const string Program = """
        using App.Runflow;
        using UploadGen;

        var client = new RunflowClient("key");
        FullValidator asset = await client.UploadAssetAsync(UploadContent.FromFile("perfume-bottle.webp"));
        """;

    [Fact]
    public async Task A_truncated_document_comes_before_the_names_that_are_missing()
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/runflow.json");
        var path = Path.Combine(folder.Root, "App", "runflow.json");
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(path, lines.Take(lines.Length / 2), TestContext.Current.CancellationToken);

        var errors = await ErrorsAsync(folder, """<AdditionalFiles Include="runflow.json" />""", Program);

        Assert.Equal("runflow.json", errors[0].File);
        Assert.Equal("UPG001", errors[0].Id);
        Assert.Single(errors, error => error.Id == "UPG001");
        Assert.Contains(errors, error => error.Id == "CS0246");
    }

    [Theory]
    [InlineData("""<AdditionalFiles Include="runflow.json" UploadGenNamespace="App..Runflow" />""", "UPG009")]
    [InlineData("""<AdditionalFiles Include="runflow.json;copy/runflow.json" />""", "UPG012")]
    public async Task Metadata_and_namespaces_at_fault_come_first(string item, string id)
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/runflow.json");
        folder.CopySpec("runflow.json", "App/copy/runflow.json");

        var errors = await ErrorsAsync(folder, item, "Missing.Name.Call();");

        Assert.Equal(id, errors[0].Id);
        Assert.Single(errors, error => error.Id == id);
    }

    [Fact]
    public async Task A_framework_that_is_too_old_is_one_error()
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/runflow.json");

        var (exitCode, output) = await BuildAsync(folder, """<AdditionalFiles Include="runflow.json" />""", "", "netstandard2.0");

        Assert.NotEqual(0, exitCode);
        Assert.Equal("UPG011", Assert.Single(Errors(output)).Id);
        Assert.Contains("UploadGen needs net8.0 or later; this project targets netstandard2.0.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_arrives_whatever_its_characters()
    {
        using var folder = new UserFolder(library);
        folder.CopySpec("runflow.json", "App/runflow.json");
        const string item = """
            <AdditionalFiles Include="runflow.json" UploadGenInclude="createAssetUpload; #none;tag%253Btag;größe 'x' &quot;y&quot;;/v9/**"
              UploadGenExclude="a=b:c;$(Nothing)" UploadGenNamespace="Größe.Api" UploadGenClientName="Ünit" />
            """;

        var (_, output) = await BuildAsync(folder, item, "System.Console.WriteLine(typeof(Größe.Api.Ünit));");

        Assert.Equal(
            [
                "UploadGenExclude=\"a=b:c\"",
                "UploadGenInclude=\"#none\"",
                "UploadGenInclude=\"/v9/**\"",
                "UploadGenInclude=\"größe 'x' \"y\"\"",
                "UploadGenInclude=\"tag;tag\"",
            ],
            Errors(output)
                .Where(error => error.Id == "UPG009")
                .Select(error => error.Message[..error.Message.IndexOf(" on the AdditionalFiles item", StringComparison.Ordinal)])
                .Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<BuildError>> ErrorsAsync(UserFolder folder, string items, string program)
    {
        var (exitCode, output) = await BuildAsync(folder, items, program);
        Assert.NotEqual(0, exitCode);
        return Errors(output);
    }

    private static Task<(int ExitCode, string Output)> BuildAsync(UserFolder folder, string items, string program, string framework = "net10.0")
    {
        folder.Write("App/Program.cs", program);
        folder.Write("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType Condition="'{framework}' != 'netstandard2.0'">Exe</OutputType>
                <TargetFramework>{framework}</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="UploadGen" Version="$(UploadGenVersion)" />
                {items}
              </ItemGroup>
            </Project>
            """);
        return Dotnet.TryAsync(folder.Root, "build", "App", "-nologo", "-clp:NoSummary");
    }

    /// <summary>The errors of a build in the order in which it printed them. Behind its verdict it prints them all again.</summary>
    private static List<BuildError> Errors(string output)
        => output.Split("Build FAILED.")[0]
            .Split('\n')
            .Select(line => (Line: line.Trim(), At: line.Trim().IndexOf(": error ", StringComparison.Ordinal)))
            .Where(found => found.At >= 0)
            .Select(found => BuildError.Read(found.Line[..found.At].TrimEnd(' '), found.Line[(found.At + ": error ".Length)..]))
            .ToList();

    private sealed record BuildError(string File, string Id, string Message)
    {
        public static BuildError Read(string place, string said)
        {
            var path = place.Contains('(', StringComparison.Ordinal) ? place[..place.LastIndexOf('(')] : place;
            var colon = said.IndexOf(": ", StringComparison.Ordinal);
            return new BuildError(Path.GetFileName(path), said[..colon], said[(colon + 2)..]);
        }
    }
}
