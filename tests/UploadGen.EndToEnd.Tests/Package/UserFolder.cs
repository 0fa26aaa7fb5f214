namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>
/// A folder of a user's projects that take UploadGen from the feed. Packages that the machine has already are not fetched again; UploadGen itself
/// stays in the folder.
/// </summary>
internal sealed class UserFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-user-");

    public UserFolder(PackedLibrary library)
    {
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="local" value="{library.Feed}" />
              </packageSources>
            </configuration>
            """);
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <UploadGenVersion>{library.Version}</UploadGenVersion>
                <RestorePackagesPath>{Path.Combine(Root, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{MachinePackages}</RestoreFallbackFolders>
                <NuGetAudit>false</NuGetAudit>
                <UseAppHost>false</UseAppHost>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
            </Project>
            """);
    }

    public string Root => _folder.FullName;

    private static string MachinePackages
        => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Writes a file, in folders that it makes where they are missing.</summary>
    public void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(Root, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }

    /// <summary>Copies one of the project's own documents.</summary>
    public void CopySpec(string name, string to) => Write(to, File.ReadAllText(Path.Combine(PackedLibrary.RepositoryRoot, "specs", name)));

    /// <summary>Builds what lies in the folder, without a single warning.</summary>
    public Task<string> BuildAsync(string project) => Dotnet.RunAsync(Root, "build", project, "-warnaserror");

    public void Dispose() => _folder.Delete(recursive: true);
}
