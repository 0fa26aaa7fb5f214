namespace UploadGen.Tests;

/// <summary>A connection over clients that are renewed keeps none of them.</summary>
public sealed class RenewedClientTests : IDisposable
{
    private readonly List<WireRequest> _requests = [];
    private readonly List<HttpClient> _clients = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_request_goes_through_a_client_asked_for_anew()
    {
        await using var server = WireServer.Recording(_requests);
        var api = new ApiConnection(() => Renew("api", server.Address), () => Renew("storage"), new UploadClientOptions(), "https://unused.example");
        var made = _clients.Count;

        for (var i = 0; i < 2; i++)
        {
            await api.SendAsync(api.Request("op", HttpMethod.Post, "/x"), new ApiResponses(), Token);
            await api.Storage.PutAsync("op", server.Address + "/k", UploadContent.FromBytes(default, "a"), null, null, Token);
        }

        Assert.Equal([$"api {made}", $"storage {made + 1}", $"api {made + 2}", $"storage {made + 3}"], _requests.Select(request => request["X-Client"]));
    }

    [Fact]
    public async Task A_storage_client_in_the_options_comes_first()
    {
        await using var server = WireServer.Recording(_requests);
        var options = new UploadClientOptions { StorageHttpClient = Renew("mine") };
        var api = new ApiConnection(() => Renew("api", server.Address), () => Renew("storage"), options, "https://unused.example");

        await api.Storage.PutAsync("op", server.Address + "/k", UploadContent.FromBytes(default, "a"), null, null, Token);

        Assert.Equal("mine 0", Assert.Single(_requests)["X-Client"]);
    }

    [Fact]
    public async Task A_storage_client_that_is_given_a_credential_later_is_refused_before_anything_is_sent()
    {
        await using var server = WireServer.Recording(_requests);
        string? secret = null;
        var api = new ApiConnection(() => Renew("api"), () => Renew("storage", authorization: secret), new UploadClientOptions(), "https://unused.example");
        secret = "Bearer s3cr3t";

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => api.Storage.PutAsync("op", server.Address + "/k", UploadContent.FromBytes(default, "a"), null, null, Token));

        Assert.DoesNotContain("s3cr3t", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_requests);
    }

    private HttpClient Renew(string name, string? address = null, string? authorization = null)
    {
        var client = new HttpClient { BaseAddress = address is null ? null : new Uri(address) };
        client.DefaultRequestHeaders.Add("X-Client", $"{name} {_clients.Count}");
        if (authorization is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        _clients.Add(client);
        return client;
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());
}
