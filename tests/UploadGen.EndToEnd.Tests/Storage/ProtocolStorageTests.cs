using System.Security.Cryptography;
using System.Text.Json;
using UploadGen.EndToEnd.Tests.Barge;
using UploadGen.EndToEnd.Tests.Flows;
using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Generated calls that send files by a protocol to servers that aren't ours.</summary>
public sealed class ProtocolStorageTests(StorageServers servers) : StorageTests
{
    [Fact]
    public async Task A_file_goes_to_tus_over_connections_that_break()
    {
        var tus = await servers.Tus;
        var random = new Random(1);
        await using var relay = new CutRelay(tus.Port, number => number > 8 ? (long.MaxValue, long.MaxValue) : (random.Next(3_000_000), long.MaxValue));
        await using var api = await OpeningAsync($"http://127.0.0.1:{relay.Port}/files");
        using var file = new KeptFile(RandomNumberGenerator.GetBytes(5_000_000));

        string? state = null;
        await Client(api).UploadHarborAsync(file.Content, Kept(changed => state = changed), cancellationToken: Cancellation);

        Assert.Equal(file.Bytes, await ReadAsync(tus, Created(state)));
        Assert.True(relay.Count > 2, "no connection broke");
    }

    [Fact]
    public async Task An_upload_by_tus_goes_on_where_it_was_paused()
    {
        var tus = await servers.Tus;
        await using var api = await OpeningAsync(tus.Endpoint);
        using var file = new KeptFile(RandomNumberGenerator.GetBytes(6_000_000));
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        string? state = null;
        using var http = new HttpClient(new CancelingHandler(request: 3, pause));
        await Assert.ThrowsAsync<UploadCanceledException>(
            () => Client(api, http).UploadHarborAsync(file.Content, Kept(changed => state = changed), cancellationToken: pause.Token));

        await Client(api).UploadHarborAsync(file.Content, new UploadOptions { State = UploadState.FromJson(state!) }, cancellationToken: Cancellation);

        Assert.Equal(file.Bytes, await ReadAsync(tus, Created(state)));
        Assert.Single(api.Requests);
    }

    /// <summary>Beyond what goes in one request, in blocks.</summary>
    [Fact]
    public async Task A_large_file_becomes_a_blob()
    {
        const long Length = 300L * 1024 * 1024;
        var store = (await servers.Azurite).Store;
        await using var api = await OpeningAsync(store.SignPut(Key, DateTimeOffset.UtcNow.AddMinutes(10)));
        using var file = new KeptFile([1, 2, 3]);
        await using (var stream = File.OpenWrite(file.FilePath))
        {
            stream.SetLength(Length);
        }

        await Client(api).UploadBlobAsync(file.Content, file.Options, cancellationToken: Cancellation);

        await using var sent = File.OpenRead(file.FilePath);
        var stored = await store.FindAsync(Key);
        Assert.Equal((Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(sent, Cancellation))), (stored!.Length, stored.Sha256));
        Assert.False(File.Exists(file.StatePath));
    }

    /// <summary>An API that opens every upload at one place.</summary>
    private static Task<WebServer> OpeningAsync(string place) => WebServer.RecordingAsync(201, $$"""{ "id": "u1", "place": "{{place}}" }""");

    private static BargeClient Client(WebServer api, HttpClient? storage = null) => BargeServer.Client(api.Address, options =>
    {
        options.StorageHttpClient = storage;
        options.Retry.MaxAttempts = 20;
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(20);
    });

    private static UploadOptions Kept(Action<string> changed) => new() { StateChanged = state => changed(state.ToJson()) };

    /// <summary>Where the upload was created, as its state has it.</summary>
    private static string Created(string? state)
    {
        using var json = JsonDocument.Parse(state!);
        return json.RootElement.GetProperty("created").GetString()!;
    }

    private static async Task<byte[]> ReadAsync(Tus tus, string url)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(new UriBuilder(url) { Port = tus.Port }.Uri, Cancellation);
    }
}
