namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>A backend behind three ports of this machine: the API's, storage's, and one whose certificate nobody trusts.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly LoopbackCertificate _certificate = new();
    private readonly WireServer _api;
    private readonly WireServer _storage;
    private readonly WireServer _untrusted;

    public FaultServer(Backend backend, IFaults faults)
    {
        _api = WireServer.Start(connection => ServeAsync(connection, toStorage: false));
        _storage = WireServer.Start(connection => ServeAsync(connection, toStorage: true));
        _untrusted = WireServer.Start(connection => ServeAsync(connection, toStorage: true), _certificate);
        backend.Storage = _storage.Address;

        Task ServeAsync(WireConnection connection, bool toStorage) => new FaultyConnection(connection, backend, faults).ServeAsync(toStorage);
    }

    public string Api => _api.Address;

    /// <summary>Storage by another name.</summary>
    public string OtherStorage => $"http://localhost:{_storage.Port}";

    public string At(Address address) => address switch
    {
        // 1 is a privileged port that nothing listens at.
        Address.ClosedPort => "http://127.0.0.1:1",
        Address.UnknownHost => "https://storage.invalid",
        Address.UntrustedCertificate => _untrusted.Address,
        Address.OtherName => $"https://localhost:{_untrusted.Port}",
        _ => $"https://127.0.0.1:{_storage.Port}",
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { _api, _storage, _untrusted })
        {
            await server.DisposeAsync();
        }

        _certificate.Dispose();
    }
}
