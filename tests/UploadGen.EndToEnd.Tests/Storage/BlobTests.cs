using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Tests against Azurite: a shared access signature, and a header that the signature doesn't cover and storage wants all the same.</summary>
public sealed class BlobTests(StorageServers servers) : StorageTests, IAsyncLifetime
{
    private static readonly Dictionary<string, string> BlockBlob = new() { ["x-ms-blob-type"] = "BlockBlob" };

    private BlobStore? _store;

    private BlobStore Store => _store ?? throw new InvalidOperationException("The store is there when the test runs, not in a constructor.");

    private static DateTimeOffset Later => DateTimeOffset.UtcNow.AddMinutes(10);

    public async ValueTask InitializeAsync() => _store = (await servers.Azurite).Store;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("plain.webp", 0)]
    [InlineData("a b+c.webp", 50_000)]
    [InlineData("ä€😀/a%20b (1)!*'.webp", 3_000_000)]
    public async Task The_header_that_an_overlay_points_to_makes_the_blob(string name, int length)
    {
        var key = Key + name;
        var (content, sha256) = RandomFile(length);
        await using var api = await GiveAsync(Store.SignPut(key, Later), new Dictionary<string, string>(BlockBlob) { ["Content-Type"] = "image/webp" });

        await api.Client().UploadBlobAsync(content, cancellationToken: Cancellation);

        Assert.Equal(new StoredObject(length, sha256, "image/webp"), await Store.FindAsync(key));
    }

    [Fact]
    public async Task The_header_of_the_answer_s_own_map_makes_the_blob()
    {
        var (content, sha256) = RandomFile(50_000);
        await using var api = await GiveAsync(Store.SignPut(Key, Later), BlockBlob);

        var record = await api.Client().UploadFileAsync(content, cancellationToken: Cancellation);

        Assert.Equal((50_000, 1), (record.Size, api.Confirmed));
        Assert.Equal(sha256, (await Store.FindAsync(Key))!.Sha256);
    }

    [Fact]
    public async Task Without_the_header_there_is_no_blob()
    {
        var url = Store.SignPut(Key, Later);

        var refused = await RefusedAsync(url, headers: null);

        // Azurite says no more than that: no code, no request id.
        Assert.Equal((UploadStep.Put, 400), (refused.Step, refused.StatusCode));
        Assert.Contains("x-ms-blob-type", refused.Message, StringComparison.Ordinal);
        HoldsNoSecret(refused, new Uri(url));
    }

    [Fact]
    public async Task After_its_expiry_a_signature_is_worth_nothing()
    {
        var url = Store.SignPut(Key, DateTimeOffset.UtcNow.AddHours(-1));

        var refused = await RefusedAsync(url, BlockBlob);

        IsRefusal(refused, 403, "AuthorizationFailure", new Uri(url));
        Assert.Contains("expired", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Open the upload again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_for_another_blob_is_worth_nothing()
    {
        var url = Store.SignPut("another.webp", Later).Replace("another.webp", Uri.EscapeDataString(Key), StringComparison.Ordinal);

        var refused = await RefusedAsync(url, BlockBlob);

        IsRefusal(refused, 403, "AuthorizationFailure", new Uri(url));
    }

    [Fact]
    public async Task Of_eight_racers_to_a_blob_that_must_be_new_one_wins_and_the_others_know()
    {
        var url = Store.SignPut(Key, Later);
        await using var api = await GiveAsync(url, new Dictionary<string, string>(BlockBlob) { ["If-None-Match"] = "*" });

        await RaceAsync(api, () => Store.FindAsync(Key), refused => IsRefusal(refused, 409, "BlobAlreadyExists", new Uri(url)));
    }

    private Task<DepotApi> GiveAsync(string url, IReadOnlyDictionary<string, string>? headers)
        => DepotApi.StartAsync(_ => new Ticket(Key, url, headers), Store.FindAsync);

    private async Task<UploadException> RefusedAsync(string url, IReadOnlyDictionary<string, string>? headers)
    {
        var content = RandomFile(1000).Content;
        await using var api = await GiveAsync(url, headers);
        var client = api.Client();
        var session = await client.CreateFileUploadAsync(Announced(content), Cancellation);

        var refused = await Assert.ThrowsAsync<UploadException>(() => client.PutFileUploadAsync(session, content, cancellationToken: Cancellation));

        Assert.Null(await Store.FindAsync(Key));
        return refused;
    }
}
