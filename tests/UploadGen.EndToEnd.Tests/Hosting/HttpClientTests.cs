using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Hosting;

/// <summary>A client has two HTTP clients: what is added to one isn't for the other.</summary>
public sealed class HttpClientTests : HostingTests
{
    private readonly ConcurrentQueue<string> _api = new();
    private readonly ConcurrentQueue<string> _storage = new();

    [Fact]
    public async Task A_handler_of_the_API_sees_API_calls_and_one_of_storage_sees_PUTs()
    {
        AddRunflow()
            .ConfigureApiHttpClient(http => http.AddHttpMessageHandler(() => new RecordingHandler(_api, "X-Api")))
            .ConfigureStorageHttpClient(http => http.AddHttpMessageHandler(() => new RecordingHandler(_storage, "X-Storage")));
        await using var provider = Build();

        var asset = await UploadAsync(provider.GetRequiredService<RunflowClient>());

        Assert.Equal(["POST /v1/asset-uploads", $"POST /v1/asset-uploads/{asset.Id}/confirmations"], _api);
        Assert.Equal([$"PUT /storage/assets/{asset.Id}/perfume%20bottle.webp"], _storage);
        Assert.Equal("added", Server.Requests[0].Headers["X-Api"]);
        HasExactly(Only("PUT"), $"Host: {Server.BaseAddress.Authority}", "Content-Type: image/webp", "Content-Length: 1000", "X-Storage: added");
    }

    [Fact]
    public async Task Storage_gets_nothing_that_the_program_adds_to_every_client()
    {
        AddRunflow();
        Services.ConfigureHttpClientDefaults(http => http
            .AddHttpMessageHandler(() => new RecordingHandler(_api, "X-Api"))
            .ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("Authorization", "Bearer of-every-client"))
            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromTicks(1)));
        await using var provider = Build();
        using var activity = new Activity("upload").Start();

        await UploadAsync(provider.GetRequiredService<RunflowClient>());

        Assert.Equal(2, _api.Count);
        HasExactly(Only("PUT"), $"Host: {Server.BaseAddress.Authority}", "Content-Type: image/webp", "Content-Length: 1000");
    }

    [Fact]
    public async Task No_secret_is_logged_at_any_level()
    {
        using var log = new LogKeeper();
        Services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        AddRunflow();
        await using var provider = Build();

        await UploadAsync(provider.GetRequiredService<RunflowClient>());

        Assert.Contains(log.Lines, line => line.Contains("/v1/asset-uploads", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("X-Amz", StringComparison.Ordinal));
        // The engine's own line, and no logger of the HTTP client.
        Assert.Matches(@"sending the file to \S+\?…\. $", Assert.Single(log.Lines, line => line.Contains("/storage/", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Server.ApiKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Handlers_are_renewed_under_a_client_that_lives_on()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var (api, storage) = (0, 0);
        AddRunflow()
            .ConfigureApiHttpClient(http => http.SetHandlerLifetime(TimeSpan.FromSeconds(1)).ConfigureAdditionalHttpMessageHandlers((_, _) => api++))
            .ConfigureStorageHttpClient(http => http.SetHandlerLifetime(TimeSpan.FromSeconds(1)).ConfigureAdditionalHttpMessageHandlers((_, _) => storage++));
        Services.AddSingleton<Holder>();
        await using var provider = Build();
        var holder = provider.GetRequiredService<Holder>();

        await UploadAsync(holder.Client);
        var (firstApi, firstStorage) = (api, storage);
        while (api == firstApi || storage == firstStorage)
        {
            await Task.Delay(200, patience.Token);
            await UploadAsync(holder.Client);
        }
    }

    [Fact]
    public async Task Handlers_are_kept_as_long_as_they_live()
    {
        var made = 0;
        AddRunflow().ConfigureApiHttpClient(http => http.ConfigureAdditionalHttpMessageHandlers((_, _) => made++));
        await using var provider = Build();

        await UploadAsync(provider.GetRequiredService<RunflowClient>());
        await UploadAsync(provider.GetRequiredService<RunflowClient>());

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task The_primary_handlers_can_be_replaced()
    {
        AddRunflow()
            .ConfigureApiHttpClient(
                http => http.ConfigurePrimaryHttpMessageHandler(() => new RecordingHandler(_api) { InnerHandler = new SocketsHttpHandler() }))
            .ConfigureStorageHttpClient(
                http => http.ConfigurePrimaryHttpMessageHandler(() => new RecordingHandler(_storage) { InnerHandler = new SocketsHttpHandler() }));
        await using var provider = Build();

        await UploadAsync(provider.GetRequiredService<RunflowClient>());

        Assert.Equal((2, 1), (_api.Count, _storage.Count));
    }

    [Fact]
    public async Task The_engines_own_primary_handlers_can_be_tuned()
    {
        var connections = 0;
        AddRunflow().ConfigureApiHttpClient(http => http.UseSocketsHttpHandler((handler, _) => handler.ConnectCallback = ConnectAsync));
        await using var provider = Build();

        await UploadAsync(provider.GetRequiredService<RunflowClient>());

        Assert.Equal(1, connections);

        async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
        {
            connections++;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }

    [Fact]
    public async Task A_base_address_of_the_API_client_is_heeded()
    {
        Services.AddRunflowClient(options => options.Credential = ApiCredential.FromToken(Server.ApiKey))
            .ConfigureApiHttpClient(http => http.ConfigureHttpClient(client => client.BaseAddress = Server.BaseAddress));
        await using var provider = Build();

        await UploadAsync(provider.GetRequiredService<RunflowClient>());

        Assert.Single(Server.Objects);
    }

    private sealed class Holder(RunflowClient client)
    {
        public RunflowClient Client => client;
    }
}
