using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Tests against Ceph's S3 gateway.</summary>
public abstract class S3Tests(StorageServers servers) : StorageTests, IAsyncLifetime
{
    private S3Gateway? _gateway;

    private protected S3Gateway Gateway => _gateway ?? throw new InvalidOperationException("The gateway is there when the test runs, not in a constructor.");

    private protected S3Store Store => Gateway.Store;

    public async ValueTask InitializeAsync() => _gateway = await servers.S3;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>An API that gives every file the same URL, and headers.</summary>
    private protected Task<DepotApi> GiveAsync(string url, IReadOnlyDictionary<string, string>? headers = null, S3Store? store = null)
        => DepotApi.StartAsync(_ => new Ticket(Key, url, headers), (store ?? Store).FindAsync);
}
