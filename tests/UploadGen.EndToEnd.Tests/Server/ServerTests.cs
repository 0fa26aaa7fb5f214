using UploadServer;

namespace UploadGen.EndToEnd.Tests.Server;

/// <summary>Tests that each have a server of their own.</summary>
public abstract class ServerTests : IAsyncLifetime
{
    private RunningServer? _running;

    /// <summary>The server, once the test runs.</summary>
    private protected RunningServer Running => _running ?? throw new InvalidOperationException("The server is started before each test, not in a constructor.");

    private protected virtual UploadServerOptions Options { get; } = new();

    public async ValueTask InitializeAsync() => _running = await RunningServer.StartAsync(Options);

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
        {
            await _running.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
