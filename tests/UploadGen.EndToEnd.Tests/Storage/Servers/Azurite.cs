namespace UploadGen.EndToEnd.Tests.Storage.Servers;

/// <summary>Azurite's blob service: it verifies shared access signatures.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    private readonly ServerProcess _process;

    private Azurite(ServerProcess process, int port)
    {
        _process = process;
        Store = new BlobStore(new Uri($"http://127.0.0.1:{port}/{BlobStore.Account}"));
    }

    public BlobStore Store { get; }

    public static async Task<Azurite> StartAsync()
    {
        var port = ServerProcess.FreePort();
        var process = await ServerProcess.StartAsync("azurite.sh", Directory.CreateTempSubdirectory("uploadgen-blobs-"),
            [("BLOB_PORT", $"{port}"), ("BLOB_ACCOUNT", BlobStore.Account), ("BLOB_KEY", BlobStore.AccountKey)]);
        var azurite = new Azurite(process, port);
        await azurite.Store.CreateContainerAsync();
        return azurite;
    }

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        await _process.DisposeAsync();
    }
}
