using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace UploadGen.EndToEnd.Tests.Storage.Servers;

/// <summary>
/// A storage server that a script beside this file runs. It ends with its standard input, so also when the tests are killed. Where it can't run, the tests
/// that need it are skipped with the script's reason; in CI they fail instead.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int NotAvailable = 77;

    // Outside of what the system gives to whoever asks for any port, and so to the other tests.
    private const int FirstPort = 20_000, LastPort = 32_000;

    /// <summary>Enough to install the server as well.</summary>
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private ServerProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Runs a script until it says that its server is ready.</summary>
    /// <param name="script">Its file name.</param>
    /// <param name="folder">A folder of the server's own, which the script deletes in the end.</param>
    /// <param name="settings">What the script reads from its environment.</param>
    public static async Task<ServerProcess> StartAsync(string script, DirectoryInfo folder, IEnumerable<(string Name, string Value)> settings)
    {
        Refuse(OperatingSystem.IsWindows(), "The storage servers run on Linux (WSL will do).");
        var server = new ServerProcess(Process.Start(Command(script, folder, settings))!);
        try
        {
            await server.UntilReadyAsync(script);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A port of this machine that nobody listens on.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(FirstPort, LastPort);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(StopTimeout);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Command(string script, DirectoryInfo folder, IEnumerable<(string Name, string Value)> settings)
    {
        var command = new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "Storage", "Servers", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        command.Environment["STORAGE_FOLDER"] = folder.FullName;
        foreach (var (name, value) in settings)
        {
            command.Environment[name] = value;
        }

        return command;
    }

    private async Task UntilReadyAsync(string script)
    {
        using var timeout = new CancellationTokenSource(StartTimeout);
        // Nothing, when it ends instead.
        if (await _process.StandardOutput.ReadLineAsync(timeout.Token) == "ready")
        {
            return;
        }

        await _process.WaitForExitAsync(timeout.Token);
        var reason = _errors.ToString().Trim();
        Refuse(_process.ExitCode == NotAvailable, reason);
        throw new InvalidOperationException($"{script} ended with {_process.ExitCode} before its server was ready:\n{reason}");
    }

    private static void Refuse(bool isNotAvailable, string reason)
    {
        if (!isNotAvailable)
        {
            return;
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Skip(reason);
    }
}
