using System.Diagnostics;

namespace UploadGen.EndToEnd.Tests.Many;

/// <summary>A test that runs in a process of its own, which may be killed while it uploads.</summary>
/// <param name="variable">The variable of the environment that tells the test that it runs there, and with what.</param>
internal sealed class OtherProcess(string variable)
{
    private Process? _child;

    /// <summary>What the test was given; <see langword="null"/> where it runs as a test.</summary>
    public string[]? Arguments => Environment.GetEnvironmentVariable(variable)?.Split('|');

    /// <summary>Kills the process, if one runs: nothing of it gets to clean up.</summary>
    public void Kill() => _child?.Kill();

    /// <summary>Runs the test until it ends or is killed.</summary>
    /// <param name="test">Its class.</param>
    /// <param name="method">Its name.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The exit code; 0 for a test that passed.</returns>
    public async Task<int> RunAsync(Type test, string method, object[] arguments, CancellationToken cancellationToken)
    {
        var exe = Path.Combine(AppContext.BaseDirectory, test.Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(exe, ["-method", $"{test.FullName}.{method}"])
        {
            RedirectStandardOutput = true,
            Environment = { [variable] = string.Join('|', arguments) },
        };
        using var child = Process.Start(start)!;
        _child = child;
        await child.StandardOutput.ReadToEndAsync(cancellationToken);
        await child.WaitForExitAsync(cancellationToken);
        _child = null;
        return child.ExitCode;
    }
}
