namespace UploadGen.EndToEnd.Tests.Storage.Servers;

/// <summary>
/// Ceph's S3 gateway: it verifies SigV4 and every signed header, lengths included, and refuses chunked bodies. The AWS SDK signs the URLs.
/// </summary>
internal sealed class S3Gateway : IAsyncDisposable
{
    /// <summary>What <see cref="Small"/> takes in one request, in bytes.</summary>
    public const int SmallLimit = 1024 * 1024;

    private readonly ServerProcess _process;

    private S3Gateway(ServerProcess process, int port, int tlsPort, int smallPort, LoopbackCertificate certificate)
    {
        _process = process;
        Store = new S3Store(new Uri($"http://127.0.0.1:{port}"));
        Tls = new S3Store(new Uri($"https://127.0.0.1:{tlsPort}"));
        Small = new S3Store(new Uri($"http://127.0.0.1:{smallPort}"));
        Certificate = certificate;
    }

    /// <summary>The store.</summary>
    public S3Store Store { get; }

    /// <summary>The same store over TLS, with <see cref="Certificate"/>.</summary>
    public S3Store Tls { get; }

    /// <summary>The same store, for small objects only.</summary>
    public S3Store Small { get; }

    public LoopbackCertificate Certificate { get; }

    public static async Task<S3Gateway> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("uploadgen-s3-");
        var certificate = new LoopbackCertificate();
        certificate.Write(folder);
        int port = ServerProcess.FreePort(), tlsPort = ServerProcess.FreePort(), smallPort = ServerProcess.FreePort(), monitorPort = ServerProcess.FreePort();
        var process = await ServerProcess.StartAsync("radosgw.sh", folder,
        [
            ("S3_PORT", $"{port}"), ("S3_TLS_PORT", $"{tlsPort}"), ("S3_SMALL_PORT", $"{smallPort}"), ("S3_SMALL_LIMIT", $"{SmallLimit}"),
            ("MONITOR_PORT", $"{monitorPort}"), ("S3_ACCESS_KEY", S3Store.AccessKey), ("S3_SECRET_KEY", S3Store.SecretKey),
        ]);
        var gateway = new S3Gateway(process, port, tlsPort, smallPort, certificate);
        await gateway.Store.CreateBucketAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        Tls.Dispose();
        Small.Dispose();
        Certificate.Dispose();
        await _process.DisposeAsync();
    }
}
