using System.Net;
using System.Net.Sockets;

namespace UploadGen.Tests;

/// <summary>To which networks a file may go.</summary>
public class StorageNetworkTests
{
    /// <summary>An address of the public internet by which nobody is reached (RFC 5737).</summary>
    private const string PublicApi = "https://203.0.113.9/v1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2002:808:808::", true)]
    public void Addresses_are_public_or_not(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://127.0.0.1/k")]
    [InlineData("http://127.0.0.1/k")]
    [InlineData("https://2130706433/k")]
    [InlineData("https://0x7f.1/k")]
    [InlineData("https://localhost/k")]
    [InlineData("https://localhost./k")]
    [InlineData("https://a.localhost/k")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://[::1]/k")]
    [InlineData("https://[fe80::1]/k")]
    [InlineData("https://[::ffff:192.168.0.1]/k")]
    public async Task At_the_word_of_a_public_API_no_file_goes_into_a_private_network(string url)
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(url, PublicApi));

        Assert.Equal((UploadStep.Put, (bool?)false, 1), (failure.Step, failure.IsStored, failure.Attempts));
        Assert.Contains("UploadClientOptions.AllowPrivateStorage", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://10.0.0.1/v1", false)]
    [InlineData("https://localhost/v1", false)]
    [InlineData("https://api.invalid/v1", false)]
    [InlineData(PublicApi, true)]
    public async Task A_private_API_may_use_private_storage_and_so_may_others_by_the_option(string api, bool isAllowed)
    {
        await using var server = WireServer.Recording([]);
        await PutAsync(server.Address + "/k", api, options => options.AllowPrivateStorage = isAllowed);
    }

    [Fact]
    public async Task A_redirect_into_a_private_network_is_not_followed()
    {
        using var client = new HttpClient(new Redirecting("https://10.0.0.1/k"));
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PutAsync("https://storage.example/k", PublicApi, options => options.StorageHttpClient = client));
        Assert.Equal(307, failure.StatusCode);
    }

    [Fact]
    public async Task The_addresses_behind_a_name_are_looked_at()
    {
        var strict = new StorageNetwork(new Uri(PublicApi), allowsPrivate: false, allowsPlainHttp: false);
        await strict.EnsureAllowedAsync("a.example", [IPAddress.Parse("8.8.8.8")]);
        await Assert.ThrowsAsync<ForbiddenAddressException>(
            async () => await strict.EnsureAllowedAsync("a.example", [IPAddress.Parse("8.8.8.8"), IPAddress.Loopback]));

        var lax = new StorageNetwork(new Uri("https://10.0.0.1"), allowsPrivate: false, allowsPlainHttp: false);
        await lax.EnsureAllowedAsync("intra.example", [IPAddress.Parse("10.0.0.2")]);
        // Another client of the process may have a connection to it.
        Assert.NotNull(await strict.ProblemAsync(new Uri("https://intra.example/k"), Token));
        Assert.Null(await lax.ProblemAsync(new Uri("https://intra.example/k"), Token));
    }

    /// <summary>The machine's own name leads to an address of its own.</summary>
    [Fact]
    public async Task A_name_is_looked_at_when_the_connection_is_made()
    {
        var name = Dns.GetHostName();
        Assert.SkipWhen(name == "localhost" || !await LeadsIntoPrivateNetworkAsync(name), "The name of this machine leads to no private address.");

        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync($"https://{name}:1/k", PublicApi));

        Assert.Contains("into a private network, while the API is a public one", failure.Message, StringComparison.Ordinal);
        Assert.Equal((1, false), (failure.Attempts, failure.IsTransient));
        var allowed = await Assert.ThrowsAsync<UploadException>(() => PutAsync($"https://{name}:1/k", "https://10.0.0.1"));
        Assert.Contains("nobody listens there", allowed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://10.255.255.1:1/k", false, "UploadClientOptions.AllowPlainHttpStorage")]
    [InlineData("http://8.8.8.8:1/k", true, "leads out of the private network")]
    [InlineData("http://8.8.8.8:1/k", false, "UploadClientOptions.AllowPlainHttpStorage")]
    public async Task Plain_http_is_for_private_networks_and_by_an_option_only(string url, bool isAllowed, string says)
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => PutAsync(url, PublicApi, options => options.AllowPlainHttpStorage = isAllowed));
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith($"Nothing was sent to {url[..url.LastIndexOf('/')]}/k.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_goes_to_a_private_address_where_the_option_allows_it()
    {
        var network = new StorageNetwork(new Uri(PublicApi), allowsPrivate: false, allowsPlainHttp: true);
        Assert.Null(await network.ProblemAsync(new Uri("http://192.168.1.10:9000/k"), Token));
        Assert.Null(await network.ProblemAsync(new Uri("http://[fd00::1]:9000/k"), Token));
        Assert.Null(await network.ProblemAsync(new Uri("http://minio.invalid:9000/k"), Token));
        Assert.Null(await network.ProblemAsync(new Uri("https://8.8.8.8/k"), Token));
    }

    private static async Task<bool> LeadsIntoPrivateNetworkAsync(string name)
    {
        try
        {
            return (await Dns.GetHostAddressesAsync(name, Token)).Any(address => !PublicAddress.IsPublic(address));
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Task PutAsync(string url, string api, Action<UploadClientOptions>? configure = null)
    {
        var options = new UploadClientOptions { BaseAddress = new Uri(api), Retry = { MaxAttempts = 1 } };
        configure?.Invoke(options);
        return new ApiConnection(null, options, "").Storage.PutAsync("op", url, UploadContent.FromBytes(new byte[10], "a"), null, null, Token);
    }

    private sealed class Redirecting(string location) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(HttpStatusCode.TemporaryRedirect) { Headers = { Location = new Uri(location) } });
    }
}
