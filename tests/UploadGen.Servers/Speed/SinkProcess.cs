using System.Diagnostics;
using System.Reflection;

namespace UploadGen.Servers.Speed;

/// <summary>A <see cref="SinkServer"/> in a process of its own: the program that runs, started once more with the word <c>sink</c>.</summary>
public sealed class SinkProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SinkProcess(Process process, Uri http, Uri https) => (_process, Http, Https) = (process, http, https);

    public Uri Http { get; }

    public Uri Https { get; }

    public static async Task<SinkProcess> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly.GetEntryAssembly()!.Location, "sink"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var addresses = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server didn't start.")).Split(' ');
        return new SinkProcess(process, new Uri(addresses[0]), new Uri(addresses[1]));
    }

    /// <summary>What that process does: prints its addresses, and runs until its standard input ends, which it does with the process that started it.</summary>
    public static async Task<int> ServeAsync()
    {
        using var certificate = new LoopbackCertificate();
        await using var http = await SinkServer.StartAsync();
        await using var https = await SinkServer.StartAsync(certificate);
        Console.WriteLine($"{http.Address} {https.Address}");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
