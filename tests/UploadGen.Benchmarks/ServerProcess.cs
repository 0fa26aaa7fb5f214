using System.Diagnostics;

namespace UploadGen.Benchmarks;

/// <summary>The embedded server in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    public Uri CyberunBaseAddress { get; private set; } = null!;

    public string ApiKey { get; private set; } = "";

    public static async Task<ServerProcess> StartAsync()
    {
        var host = Path.Combine(AppContext.BaseDirectory, "UploadServer.Host.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [host]) { RedirectStandardOutput = true })!;
        var server = new ServerProcess(process);
        while (server.ApiKey.Length == 0 && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            server.Learn(line);
        }

        // Its log of requests is of no interest, but a full pipe would stop it.
        _ = process.StandardOutput.ReadToEndAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Learn(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case ["Cyberun", var address, ..]:
                CyberunBaseAddress = new Uri(address);
                break;
            case ["API", "key", var key, ..]:
                ApiKey = key;
                break;
        }
    }
}
