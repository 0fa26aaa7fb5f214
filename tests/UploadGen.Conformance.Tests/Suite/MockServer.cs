using System.Text.Json;

namespace UploadGen.Conformance.Tests.Suite;

/// <summary>The suite's own server. It answers a right request as the scenario says, any other with the reason, and keeps what it saw.</summary>
internal sealed class MockServer : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);

    private readonly ServerProcess _process;
    private readonly DirectoryInfo _folder;

    private MockServer(ServerProcess process, DirectoryInfo folder, int port)
    {
        _process = process;
        _folder = folder;
        Address = new Uri($"http://localhost:{port}");
    }

    public Uri Address { get; }

    public static async Task<MockServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("uploadgen-spector-");
        var port = ServerProcess.FreePort();
        return new MockServer(await ServerProcess.StartAsync("spector.sh", folder, [("SPECTOR_PORT", $"{port}")]), folder, port);
    }

    /// <summary>A file that scenarios send.</summary>
    public byte[] Asset(string name) => File.ReadAllBytes(Path.Combine(_folder.FullName, "assets", name));

    /// <summary>Stops the server, which then writes down what it saw: each scenario with <c>pass</c>, <c>fail</c> or <c>not-implemented</c>.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StopAsync()
    {
        using (var http = new HttpClient())
        using (await http.PostAsync(new Uri(Address, "/.admin/stop"), content: null))
        {
        }

        using var timeout = new CancellationTokenSource(StopTimeout);
        while (true)
        {
            if (Coverage() is { } coverage)
            {
                return coverage;
            }

            await Task.Delay(50, timeout.Token);
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>The file, once it is whole.</summary>
    private Dictionary<string, string>? Coverage()
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.FullName, "coverage.json")));
            return document.RootElement.EnumerateArray()
                .SelectMany(specs => specs.GetProperty("results").EnumerateObject())
                .ToDictionary(scenario => scenario.Name, scenario => scenario.Value.GetString()!, StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException or IOException)
        {
            return null;
        }
    }
}
