using UploadGen.EndToEnd.Tests.Package;

namespace UploadGen.EndToEnd.Tests.Samples;

/// <summary>The quickstart as a process of its own, and what it writes to a pipe.</summary>
public sealed class QuickstartTests
{
    // Built with this project, in the same configuration and for the same framework.
    private static readonly string Program = Path.GetFullPath(
        Path.Combine("../../../../../samples/Quickstart/bin", ConfigurationAndFramework(), "Quickstart.dll"), AppContext.BaseDirectory);

    [Fact]
    public async Task All_flows_run_one_after_the_other()
    {
        var lines = await RunAsync();

        Assert.Equal(["perfume-bottle.png  image/png, 720,655 bytes"], lines.Take(1));
        string[] titles =
        [
            "Runflow: create, PUT, confirm", "Cyberun: presign, PUT with signed headers", "Images: one multipart request", "Prints: an upload in parts",
            "Gallery: by tus, over a line that breaks",
        ];
        Assert.Equal(titles, lines.Where(titles.Contains));
        Assert.DoesNotContain(lines, line => line.Contains("Failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parts_are_shown_each_with_its_request()
    {
        var lines = await RunAsync("--flow", "parts");

        var parts = lines.Where(line => line.StartsWith("part ", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, parts.Count);
        Assert.All(parts, line => Assert.Matches(@"^part +PUT +200 +(131,072|65,295) bytes  /storage/prints/[0-9a-f-]+/parts/[1-6]\?…$", line));
        Assert.Single(lines, line => line.EndsWith("6, together 720,655 bytes", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("complete ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_upload_by_tus_breaks_off_and_goes_on_where_the_server_stands()
    {
        var lines = await RunAsync("--flow", "tus");

        var requests = lines.SkipWhile(line => !line.StartsWith("create ", StringComparison.Ordinal)).Take(6).ToList();
        Assert.Collection(
            requests,
            line => Assert.Matches(@"^create +POST +201 +\d+ bytes  /v1/pictures$", line),
            line => Assert.Matches(@"^discover +OPTIONS +204 +0 bytes  /tus/[0-9a-f-]{36}\?…$", line),
            line => Assert.Matches(@"^broken off +PATCH +cut +360,327 bytes  /tus/[0-9a-f-]{36}\?…  from byte 0$", line),
            line => Assert.Matches(@"^ask where +HEAD +200 +0 bytes  /tus/[0-9a-f-]{36}\?…$", line),
            line => Assert.Matches(@"^go on +PATCH +204 +360,328 bytes  /tus/[0-9a-f-]{36}\?…  from byte 360,327$", line),
            line => Assert.Matches(@"^confirm +POST +201 +0 bytes  /v1/pictures/[0-9a-f-]+/confirmation$", line));
    }

    [Fact]
    public async Task A_flow_that_is_not_there_is_told_with_those_that_are()
    {
        var (exitCode, output) = await Dotnet.TryAsync(AppContext.BaseDirectory, Program, "--flow", "pigeon");

        Assert.Equal(1, exitCode);
        Assert.Contains("There is no flow 'pigeon'.", output, StringComparison.Ordinal);
        Assert.Contains("--flow runflow|cyberun|images|parts|tus|all", output, StringComparison.Ordinal);
    }

    private static async Task<string[]> RunAsync(params string[] arguments)
    {
        var output = await Dotnet.RunAsync(AppContext.BaseDirectory, [Program, .. arguments]);
        return output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string ConfigurationAndFramework()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(framework.Parent!.Name, framework.Name);
    }
}
