using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UploadGen.Servers;

/// <summary>A certificate for 127.0.0.1 that nobody trusts but who is told to.</summary>
public sealed class LoopbackCertificate : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public LoopbackCertificate()
    {
        var request = new CertificateRequest("CN=127.0.0.1", _key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>Writes <c>tls.crt</c> and <c>tls.key</c>.</summary>
    public void Write(DirectoryInfo folder)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "tls.crt"), Certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder.FullName, "tls.key"), _key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A client that trusts it, and nothing else.</summary>
    /// <param name="handler">What it sends with; a handler without settings if none is given.</param>
    public HttpClient TrustingClient(SocketsHttpHandler? handler = null)
    {
        handler ??= new SocketsHttpHandler();
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { Certificate },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }
}
