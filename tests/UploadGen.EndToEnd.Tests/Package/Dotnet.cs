using System.Diagnostics;

namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>The dotnet command as a user calls it.</summary>
internal static class Dotnet
{
    // What the process that runs the tests was told, and a user's shell doesn't know.
    private static readonly string[] Inherited = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "DOTNET_HOST_PATH"];

    /// <summary>Runs a command and returns what it wrote and how it ended.</summary>
    public static async Task<(int ExitCode, string Output)> TryAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(Command(folder, arguments))!;
        try
        {
            var cancellation = TestContext.Current.CancellationToken;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs a command that has to succeed, and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var (exitCode, output) = await TryAsync(folder, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    private static ProcessStartInfo Command(string folder, string[] arguments)
    {
        var command = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in Inherited)
        {
            command.Environment.Remove(name);
        }

        command.Environment["DOTNET_NOLOGO"] = "1";
        command.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // A build node that stays would keep the streams open that are read to their end.
        command.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return command;
    }
}
