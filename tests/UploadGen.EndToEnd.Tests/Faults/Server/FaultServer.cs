using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UploadGen.EndToEnd.Tests.Faults.Server;

/// <summary>A backend behind three ports of this machine: the API's, storage's, and one whose certificate nobody trusts.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _api = Listen();
    private readonly TcpListener _storage = Listen();
    private readonly TcpListener _untrusted = Listen();
    private readonly CancellationTokenSource _closing = new();
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly Backend _backend;
    private readonly IFaults _faults;
    private readonly Task _accepting;

    public FaultServer(Backend backend, IFaults faults)
    {
        _backend = backend;
        _faults = faults;
        backend.Storage = $"http://127.0.0.1:{Port(_storage)}";
        _accepting = Task.WhenAll(AcceptAsync(_api), AcceptAsync(_storage), AcceptAsync(_untrusted));
    }

    public string Api => $"http://127.0.0.1:{Port(_api)}";

    /// <summary>Storage by another name.</summary>
    public string OtherStorage => $"http://localhost:{Port(_storage)}";

    public string At(Address address) => address switch
    {
        // 1 is a privileged port that nothing listens at.
        Address.ClosedPort => "http://127.0.0.1:1",
        Address.UnknownHost => "https://storage.invalid",
        Address.UntrustedCertificate => $"https://127.0.0.1:{Port(_untrusted)}",
        _ => $"https://127.0.0.1:{Port(_storage)}",
    };

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        foreach (var listener in new[] { _api, _storage, _untrusted })
        {
            listener.Dispose();
        }

        _certificate.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptSocketAsync(_closing.Token), listener));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket, TcpListener listener)
    {
        try
        {
            socket.NoDelay = true;
            await using var stream = await OpenAsync(new NetworkStream(socket, ownsSocket: true), listener);
            var connection = new FaultyConnection(
                PipeReader.Create(stream), PipeWriter.Create(stream), () => socket.Close(timeout: 0), _backend, _faults, _closing.Token);
            await connection.ServeAsync(toStorage: listener != _api);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // By the client, or by the end of the test.
        }
    }

    private async Task<Stream> OpenAsync(NetworkStream stream, TcpListener listener)
    {
        if (listener != _untrusted)
        {
            return stream;
        }

        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _closing.Token);
        return secure;
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        // Small, so that a server which reads nothing is felt soon.
        listener.Server.ReceiveBufferSize = 64 * 1024;
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
