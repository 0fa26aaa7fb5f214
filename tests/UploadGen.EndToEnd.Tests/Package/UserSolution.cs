namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>
/// What users write, built once: a console application, a library that says otherwise about each of its documents,
/// an application that has UploadGen through a library it refers to, and one whose client is in a service container.
/// </summary>
public sealed class UserSolution : IAsyncDisposable
{
    private readonly UserFolder _folder;

    private UserSolution(UserFolder folder) => _folder = folder;

    public string Root => _folder.Root;

    public static async Task<UserSolution> BuildAsync(PackedLibrary library)
    {
        var folder = new UserFolder(library);
        try
        {
            WriteConsoleApplication(folder);
            WriteLibraryWithMetadata(folder);
            WriteTransitiveReference(folder);
            WriteServices(folder);
            folder.Write("Shop.slnx", """
                <Solution>
                  <Project Path="App/App.csproj" />
                  <Project Path="Settings/Settings.csproj" />
                  <Project Path="Transitive/Transitive.csproj" />
                  <Project Path="Hosted/Hosted.csproj" />
                </Solution>
                """);
            await folder.BuildAsync("Shop.slnx");
            return new UserSolution(folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void WriteConsoleApplication(UserFolder folder)
    {
        folder.CopySpec("runflow.json", "App/runflow.json");
        folder.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
                <RollForward>Major</RollForward>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="UploadGen" Version="$(UploadGenVersion)" />
                <AdditionalFiles Include="runflow.json" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("App/Program.cs", """
            using App.Runflow;
            using UploadGen;

            var options = new RunflowClientOptions { BaseAddress = new Uri(args[0]), Credential = ApiCredential.FromToken(args[1]) };
            var client = new RunflowClient(options);
            var file = UploadContent.FromFile(args[2]);

            var asset = await client.UploadAssetAsync(file);

            Console.WriteLine($"{AppContext.TargetFrameworkName} {asset.R2Key}");
            """);
    }

    private static void WriteLibraryWithMetadata(UserFolder folder)
    {
        folder.CopySpec("runflow.json", "Settings/runflow.json");
        folder.CopySpec("cyberun.json", "Settings/cyberun.json");
        folder.Write("Settings/Settings.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace>Shop</RootNamespace>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="UploadGen" Version="$(UploadGenVersion)" />
                <AdditionalFiles Include="runflow.json" UploadGenNamespace="Acme.Uploads" UploadGenClientName="AcmeClient" UploadGenAccessibility="internal" />
                <AdditionalFiles Include="cyberun.json" UploadGen="false" />
              </ItemGroup>
            </Project>
            """);
    }

    // Analyzers, and a generator is one of them, reach the users of a library only when it says so.
    private static void WriteTransitiveReference(UserFolder folder)
    {
        folder.CopySpec("images.json", "Transitive/images.json");
        folder.Write("Library/Library.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="UploadGen" Version="$(UploadGenVersion)" PrivateAssets="contentfiles;build" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("Transitive/Transitive.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="..\Library\Library.csproj" />
                <AdditionalFiles Include="images.json" UploadGenNamespace="Acme.Pictures" />
              </ItemGroup>
            </Project>
            """);
    }

    // HTTP clients come with the oldest ASP.NET Core that will do, or as a package. The compiler judges whether all can be compiled ahead of time.
    private static void WriteServices(UserFolder folder)
    {
        folder.CopySpec("images.json", "Hosted/images.json");
        folder.Write("Hosted/Hosted.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
                <IsAotCompatible>true</IsAotCompatible>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" Condition="'$(TargetFramework)' == 'net8.0'" />
                <PackageReference Include="Microsoft.Extensions.Http" Version="10.0.14" Condition="'$(TargetFramework)' == 'net10.0'" />
                <PackageReference Include="UploadGen" Version="$(UploadGenVersion)" />
                <AdditionalFiles Include="images.json" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("Hosted/Services.cs", """
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using System.Threading.Tasks;
            using Hosted.Images;

            public static class Services
            {
                public static void Add(IServiceCollection services, IConfiguration configuration)
                    => services.AddImagesClient(configuration.GetSection("Images"))
                        .UseTokenProvider((_, _) => ValueTask.FromResult("token"))
                        .ConfigureApiHttpClient(http => http.SetHandlerLifetime(System.TimeSpan.FromMinutes(1)));
            }
            """);
    }
}
