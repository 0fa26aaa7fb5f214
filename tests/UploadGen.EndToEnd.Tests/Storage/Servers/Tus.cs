namespace UploadGen.EndToEnd.Tests.Storage.Servers;

/// <summary>tus's own server, @tus/server.</summary>
internal sealed class Tus : IAsyncDisposable
{
    /// <summary>The most bytes of a file.</summary>
    public const int MaxSize = 64 * 1024 * 1024;

    private readonly ServerProcess _process;

    private Tus(ServerProcess process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public string Endpoint => $"http://127.0.0.1:{Port}/files";

    /// <param name="expiry">How long an upload is kept; zero for ever.</param>
    public static async Task<Tus> StartAsync(TimeSpan expiry)
    {
        var port = ServerProcess.FreePort();
        var process = await ServerProcess.StartAsync("tus.sh", Directory.CreateTempSubdirectory("uploadgen-tus-"),
            [("TUS_PORT", $"{port}"), ("TUS_MAX_SIZE", $"{MaxSize}"), ("TUS_EXPIRE_MS", $"{expiry.TotalMilliseconds}")]);
        return new Tus(process, port);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
