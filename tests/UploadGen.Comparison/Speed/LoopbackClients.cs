using Amazon.Runtime;

namespace UploadGen.Comparison.Speed;

/// <summary>Clients that trust the certificate of the server on this machine, which it made a moment ago.</summary>
internal sealed class LoopbackClients : HttpClientFactory
{
    public static HttpClient Make(SocketsHttpHandler handler)
    {
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.Subject == "CN=127.0.0.1";
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => Make(new SocketsHttpHandler());
}
