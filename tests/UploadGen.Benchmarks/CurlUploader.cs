using System.Diagnostics;
using System.Globalization;
using System.Text;
using UploadGen.Servers.Speed;

namespace UploadGen.Benchmarks;

/// <summary>curl, where it is installed: one process for all files.</summary>
internal static class CurlUploader
{
    public static bool IsThere
        => (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "curl.exe" : "curl")));

    public static Uploader Create() => new("curl -T", async (server, files) =>
    {
        var config = new StringBuilder();
        foreach (var file in files)
        {
            config.Append(CultureInfo.InvariantCulture, $"upload-file = \"{file}\"\nurl = \"{new Uri(server, Path.GetFileName(file))}\"\n");
        }

        string[] arguments = ["-sSkf", "--no-progress-meter", "--parallel", "--parallel-max", $"{Uploader.Concurrency}", "-K", "-"];
        var start = new ProcessStartInfo("curl", arguments) { RedirectStandardInput = true };
        using var curl = Process.Start(start)!;
        await curl.StandardInput.WriteAsync(config);
        curl.StandardInput.Close();
        await curl.WaitForExitAsync();
        if (curl.ExitCode != 0)
        {
            throw new InvalidOperationException($"curl ended with {curl.ExitCode}.");
        }
    });
}
