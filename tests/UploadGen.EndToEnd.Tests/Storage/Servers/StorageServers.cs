using UploadGen.EndToEnd.Tests.Storage.Servers;

[assembly: AssemblyFixture(typeof(StorageServers))]

namespace UploadGen.EndToEnd.Tests.Storage.Servers;

/// <summary>The object stores of all tests, each started by the first test that asks for it.</summary>
public sealed class StorageServers : IAsyncDisposable
{
    private readonly Lazy<Task<S3Gateway>> _s3 = new(S3Gateway.StartAsync);
    private readonly Lazy<Task<Azurite>> _azurite = new(Servers.Azurite.StartAsync);

    private readonly Lazy<Task<Tus>> _tus = new(() => Servers.Tus.StartAsync(expiry: TimeSpan.Zero));

    internal Task<S3Gateway> S3 => _s3.Value;

    internal Task<Azurite> Azurite => _azurite.Value;

    internal Task<Tus> Tus => _tus.Value;

    public async ValueTask DisposeAsync()
    {
        await StopAsync(_s3);
        await StopAsync(_azurite);
        await StopAsync(_tus);
    }

    private static async ValueTask StopAsync<T>(Lazy<Task<T>> server)
        where T : IAsyncDisposable
    {
        // What didn't start has told its tests so.
        if (server.IsValueCreated && server.Value.IsCompletedSuccessfully)
        {
            await server.Value.Result.DisposeAsync();
        }
    }
}
