using System.Net.Sockets;
using System.Security.Authentication;

namespace UploadGen.Tests;

/// <summary>What is said of a connection that couldn't be made; the fault table has those that can be brought about.</summary>
public class NetworkFailureTests
{
    private static readonly Uri Url = new("https://storage.example/k?sig=topsecret");

    [Theory]
    [InlineData("The remote certificate is invalid because of errors in the certificate chain: NotTimeValid", "this machine's clock is off (NotTimeValid)")]
    [InlineData("The remote certificate is invalid because of errors in the certificate chain: Revoked", "was revoked")]
    [InlineData("The remote certificate is invalid because of errors in the certificate chain: PartialChain", "nobody that this machine trusts")]
    [InlineData("Authentication failed, see inner exception.", "found no common way")]
    public void TLS_is_told_with_its_reason(string said, string told)
    {
        var cause = new HttpRequestException(
            HttpRequestError.SecureConnectionError, "The SSL connection could not be established, see inner exception.", new AuthenticationException(said));

        var failure = Explain(cause);

        Assert.StartsWith("TLS couldn't be set up with storage.example: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
        Assert.False(RequestSafety.IsTransient(failure));
    }

    /// <summary>Nothing was sent yet, so even a call that isn't idempotent may be made again.</summary>
    [Fact]
    public void A_handshake_that_breaks_off_may_pass()
    {
        var failure = Explain(new HttpRequestException(HttpRequestError.SecureConnectionError, "see inner", new IOException("EOF")));

        Assert.True(RequestSafety.IsTransient(failure));
        Assert.True(RequestSafety.MayRepeat(HttpMethod.Post, failure));
    }

    [Fact]
    public void A_socket_that_the_handler_lets_through_is_a_failure_of_the_network()
    {
        var failure = Assert.IsType<HttpRequestException>(Explain(new SocketException((int)SocketError.NotConnected)));

        Assert.Equal(HttpRequestError.ConnectionError, failure.HttpRequestError);
        Assert.Contains("it was closed at once", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name or service not known (proxy.example:8080)", "DNS gave no address for the proxy on the way to storage.example")]
    [InlineData("Name or service not known (storage.example:443)", "DNS gave no address for storage.example: it doesn't know that name.")]
    public void A_name_is_told_as_the_proxys_where_it_is(string said, string told)
        => Assert.StartsWith(
            told,
            Explain(new HttpRequestException(HttpRequestError.NameResolutionError, said, new SocketException((int)SocketError.HostNotFound))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("407", false)]
    [InlineData("503", true)]
    public void A_proxy_that_refuses_is_told_with_its_status(string status, bool mayPass)
    {
        var said = $"The proxy tunnel request to proxy 'http://127.0.0.1:443/' failed with status code '{status}'.\"";
        var failure = Explain(new HttpRequestException(HttpRequestError.ProxyTunnelError, said));

        Assert.Equal($"no way was opened by the proxy on the way to storage.example: it answered {status} to CONNECT.", failure.Message);
        Assert.Equal(mayPass, RequestSafety.IsTransient(failure));
    }

    [Fact]
    public void A_host_that_is_known_to_be_a_secret_is_not_told()
    {
        var secrets = new KnownSecrets();
        secrets.Add("storage.example");
        var cause = new HttpRequestException(HttpRequestError.NameResolutionError, "no", new SocketException((int)SocketError.HostNotFound));
        Assert.DoesNotContain("storage.example", NetworkFailure.Explain(cause, Url, secrets).ToString(), StringComparison.Ordinal);
    }

    private static Exception Explain(Exception failure) => NetworkFailure.Explain(failure, Url, secrets: null);
}
