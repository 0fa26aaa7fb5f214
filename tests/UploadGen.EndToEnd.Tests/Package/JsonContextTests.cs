namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>Generated types in a context of System.Text.Json's in the same project: what a build says, and what a program without reflection writes.</summary>
[Collection<SharedPackage>]
public sealed class JsonContextTests(PackedLibrary library)
{
    private const string Half = "partial record CreateAssetUploadRequest { public bool IsImage => MimeType.StartsWith(\"image/\"); }";
    private const string Converter = "[JsonConverter(typeof(UploadGen.Core.JsonModelConverter<CreateAssetUploadRequest>))]";

    [Theory]
    [InlineData("partial record EmbedValidator { public bool HasMail => Email is not null; }", "EmbedValidator", "loses what UploadGen generates of")]
    [InlineData("", "List<EmbedValidator>", "can't know")]
    public async Task A_context_that_loses_a_generated_type_fails_the_build_with_what_to_do(string half, string type, string expected)
    {
        using var folder = new UserFolder(library);
        WriteProject(folder, "Microsoft.NET.Sdk", half, type);
        folder.Write("Shop/Program.cs", "System.Console.WriteLine(Shop.Runflow.AppJsonContext.Default);");

        var (exitCode, output) = await Dotnet.TryAsync(folder.Root, "build", "Shop");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"Context.cs(5,19): error UPG113: 'AppJsonContext' {expected} 'EmbedValidator'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("namespace Shop.Runflow;")]
    [InlineData("namespace Shop;\n\nusing Shop.Runflow;")]
    [InlineData("using Shop.Runflow;")]
    public async Task The_fix_works_on_the_command_line(string space)
    {
        using var folder = new UserFolder(library);
        WriteProject(folder, "Microsoft.NET.Sdk", "", "");
        folder.Write("Shop/Context.cs", $"""
            using System.Text.Json.Serialization;

            {space}

            [JsonSerializable(typeof(List<EmbedValidator>))]
            [JsonSerializable(typeof(CreateAssetUploadRequest))]
            internal sealed partial class AppJsonContext : JsonSerializerContext;
            """);
        folder.Write("Shop/Program.cs", """
            using System.Text.Json;
            using Shop;
            using Shop.Runflow;

            var request = new CreateAssetUploadRequest { Filename = "a.png", MimeType = "image/png", SizeBytes = 3 };
            Console.WriteLine(JsonSerializer.Serialize(request, AppJsonContext.Default.CreateAssetUploadRequest));

            namespace Shop
            {
                internal sealed class Any;
            }
            """);
        var project = await File.ReadAllTextAsync(Path.Combine(folder.Root, "Shop", "Shop.csproj"), TestContext.Current.CancellationToken);
        Assert.Contains("UPG113", (await Dotnet.TryAsync(folder.Root, "build", "Shop")).Output, StringComparison.Ordinal);

        await Dotnet.RunAsync(folder.Root, "format", "analyzers", "Shop", "--diagnostics", "UPG113", "--severity", "error");

        var output = await Dotnet.RunAsync(folder.Root, "run", "--project", "Shop");
        Assert.Equal("""{"filename":"a.png","mime_type":"image/png","size_bytes":3}""", output.Trim());
        Assert.Equal(project, await File.ReadAllTextAsync(Path.Combine(folder.Root, "Shop", "Shop.csproj"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_program_without_reflection_writes_and_reads_all_members()
    {
        using var folder = new UserFolder(library);
        WriteProject(folder, "Microsoft.NET.Sdk", $"{Converter}\n{Half}", "List<CreateAssetUploadRequest>");
        folder.Write("Shop/Program.cs", """
            using System.Text.Json;
            using Shop.Runflow;

            var request = new CreateAssetUploadRequest { Filename = "a.png", MimeType = "image/png", SizeBytes = 3 };
            var json = JsonSerializer.Serialize([request], AppJsonContext.Default.ListCreateAssetUploadRequest);
            var again = JsonSerializer.Deserialize(json, AppJsonContext.Default.ListCreateAssetUploadRequest);
            Console.WriteLine($"{JsonSerializer.IsReflectionEnabledByDefault} {json} {again![0].IsImage}");
            """);

        var output = await Dotnet.RunAsync(folder.Root, "run", "--project", "Shop");

        Assert.Equal("""False [{"filename":"a.png","mime_type":"image/png","size_bytes":3}] True""", output.Trim());
    }

    [Fact]
    public async Task A_minimal_API_answers_with_a_generated_type()
    {
        using var folder = new UserFolder(library);
        WriteProject(folder, "Microsoft.NET.Sdk.Web", $"{Converter}\npartial record CreateAssetUploadRequest;", "CreateAssetUploadRequest");
        folder.Write("Shop/Program.cs", """
            using Shop.Runflow;

            var builder = WebApplication.CreateSlimBuilder(args);
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJsonContext.Default));
            await using var app = builder.Build();
            app.MapGet("/", () => new CreateAssetUploadRequest { Filename = "a.png", MimeType = "image/png", SizeBytes = 3 });
            app.MapPost("/", (CreateAssetUploadRequest request) => request with { SizeBytes = request.SizeBytes + 1 });
            await app.StartAsync();

            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            var json = await http.GetStringAsync("/");
            using var answer = await http.PostAsync("/", new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
            Console.WriteLine($"{json} {await answer.Content.ReadAsStringAsync()}");
            """);

        var output = await Dotnet.RunAsync(folder.Root, "run", "--project", "Shop");

        Assert.Equal(
            """{"filename":"a.png","mime_type":"image/png","size_bytes":3} {"filename":"a.png","mime_type":"image/png","size_bytes":4}""",
            output.Trim());
    }

    private static void WriteProject(UserFolder folder, string sdk, string half, string type)
    {
        folder.CopySpec("runflow.json", "Shop/runflow.json");
        folder.Write("Shop/Shop.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="UploadGen" Version="$(UploadGenVersion)" />
                <AdditionalFiles Include="runflow.json" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("Shop/Context.cs", $"""
            using System.Text.Json.Serialization;

            namespace Shop.Runflow;

            [JsonSerializable(typeof({type}))]
            internal sealed partial class AppJsonContext : JsonSerializerContext;

            {half}
            """);
    }
}
