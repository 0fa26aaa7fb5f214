using System.Collections.Concurrent;
using System.IO.Pipelines;
using UploadGen.Core;

namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>A backend and the network to it, all in memory: real clients of HTTP over connections that aren't sockets, so that thousands cost little.</summary>
internal sealed class FaultNetwork : IAsyncDisposable
{
    /// <summary>As much as is on its way before a server that doesn't read is felt.</summary>
    private static readonly PipeOptions Narrow = new(pauseWriterThreshold: 4096, resumeWriterThreshold: 2048);

    private readonly Backend _backend;
    private readonly IFaults _faults;
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentBag<Task> _connections = [];

    public FaultNetwork(Backend backend, IFaults faults)
    {
        _backend = backend;
        _faults = faults;
        // https is for upload URLs, or this machine.
        backend.Storage = "http://localhost:2";
        Api = Client(HttpHandlers.ForApi(), toStorage: false);
        Storage = Client(HttpHandlers.ForStorage(), toStorage: true);
    }

    public HttpClient Api { get; }

    public HttpClient Storage { get; }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Storage.Dispose();
        await _closing.CancelAsync();
        await Task.WhenAll(_connections);
        _closing.Dispose();
    }

    private HttpClient Client(SocketsHttpHandler handler, bool toStorage)
    {
        handler.ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(Connect(toStorage));
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private PipeStream Connect(bool toStorage)
    {
        var toServer = new Pipe(Narrow);
        var toClient = new Pipe(Narrow);
        _connections.Add(ServeAsync(toServer.Reader, toClient.Writer, toStorage));
        return new PipeStream(toClient.Reader, toServer.Writer);
    }

    private async Task ServeAsync(PipeReader input, PipeWriter output, bool toStorage)
    {
        // As a server of its own would: not on the client's time.
        await Task.Yield();
        Exception? end = null;
        try
        {
            var connection = new WireConnection(input, output, () => end = new IOException("Connection reset by peer."), _closing.Token);
            await new FaultyConnection(connection, _backend, _faults).ServeAsync(toStorage);
        }
        catch (OperationCanceledException)
        {
            // By the end of the test.
        }

        await input.CompleteAsync();
        await output.CompleteAsync(end);
    }
}
