using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UploadGen.EndToEnd.Tests.Cyberun;
using UploadGen.EndToEnd.Tests.Flows;
using UploadGen.EndToEnd.Tests.Images;
using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Hosting;

/// <summary>Where a client's options and tokens come from, and what clients in one container share: nothing.</summary>
public sealed class RegistrationTests : HostingTests
{
    private readonly ConcurrentQueue<string> _seen = new();

    private IEnumerable<string> Tokens => Server.Requests.Where(request => request.Method == "POST").Select(request => request.Headers["Authorization"]);

    [Fact]
    public async Task A_token_is_asked_for_before_each_request()
    {
        Services.AddSingleton(new TokenCache([Server.ApiKey, Server.SessionToken]));
        AddRunflow().UseTokenProvider((services, cancellation) => services.GetRequiredService<TokenCache>().NextAsync(cancellation));
        await using var provider = Build();

        await UploadAsync(provider.GetRequiredService<RunflowClient>());

        Assert.Equal([$"Bearer {Server.ApiKey}", $"Bearer {Server.SessionToken}"], Tokens);
    }

    [Fact]
    public async Task Options_come_from_configuration_and_the_key_is_the_one_that_stands_there_now()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Vendors:Runflow:BaseAddress"] = Server.BaseAddress.OriginalString,
            ["Vendors:Runflow:ApiKey"] = Server.ApiKey,
        }).Build();
        Services.AddRunflowClient(configuration.GetSection("Vendors:Runflow"));
        await using var provider = Build();
        var client = provider.GetRequiredService<RunflowClient>();

        await client.ListAssetTypesAsync(Cancellation);
        configuration["Vendors:Runflow:ApiKey"] = Server.SessionToken;
        await client.ListAssetTypesAsync(Cancellation);

        Assert.Equal([$"Bearer {Server.ApiKey}", $"Bearer {Server.SessionToken}"], Server.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Logs_go_where_the_container_logs_unless_options_say_where(bool saysWhere)
    {
        using var containers = new LogKeeper();
        using var own = new LogKeeper();
        Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddFilter("System.Net.Http", LogLevel.None).AddProvider(containers));
        AddRunflow();
        using var ownFactory = LoggerFactory.Create(logging => logging.AddProvider(own));
        if (saysWhere)
        {
            Services.Configure<RunflowClientOptions>(options => options.LoggerFactory = ownFactory);
        }

        await using var provider = Build();
        await UploadAsync(provider.GetRequiredService<RunflowClient>());

        Assert.Contains((saysWhere ? own : containers).Lines, line => line.Contains("is uploaded as", StringComparison.Ordinal));
        Assert.Empty((saysWhere ? containers : own).Lines);
    }

    [Fact]
    public async Task A_setting_that_is_not_valid_is_named_when_the_client_is_made()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Vendors:Runflow:StallTimeout", "soon")]).Build();
        Services.AddRunflowClient(configuration.GetSection("Vendors:Runflow"));
        await using var provider = Build();

        var refused = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<RunflowClient>());

        Assert.Contains("Vendors:Runflow:StallTimeout", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_in_one_container_share_nothing()
    {
        AddRunflow().ConfigureApiHttpClient(http => http.AddHttpMessageHandler(() => new RecordingHandler(_seen, "X-Runflow")));
        Services.AddCyberunClient(options => (options.BaseAddress, options.Credential) = (Server.CyberunBaseAddress, ApiCredential.FromToken("of-cyberun")));
        Services.AddImagesClient(options => options.BaseAddress = Server.BaseAddress).UseTokenProvider((_, _) => ValueTask.FromResult("of-images"));
        await using var provider = Build();

        var asset = await UploadAsync(provider.GetRequiredService<RunflowClient>());
        using var file = new SampleFile(1000, "a.png");
        await Assert.ThrowsAnyAsync<ApiException>(
            () => provider.GetRequiredService<CyberunClient>().UploadFileAsync(file.Content(), cancellationToken: Cancellation));
        await Assert.ThrowsAnyAsync<ApiException>(
            () => provider.GetRequiredService<ImagesClient>().UploadAsync(file.Content(), cancellationToken: Cancellation));

        Assert.Equal([$"Bearer {Server.ApiKey}", $"Bearer {Server.ApiKey}", "Bearer of-cyberun", "Bearer of-images"], Tokens);
        Assert.Equal(["POST /v1/asset-uploads", $"POST /v1/asset-uploads/{asset.Id}/confirmations"], _seen);
        Assert.Equal(2, Server.Requests.Count(request => request.Headers.ContainsKey("X-Runflow")));
    }

    [Fact]
    public async Task Adding_a_client_again_adds_options_and_keeps_its_handlers()
    {
        AddRunflow().ConfigureStorageHttpClient(http => http.AddHttpMessageHandler(() => new RecordingHandler(_seen)));
        Services.AddRunflowClient(options => options.Credential = ApiCredential.FromToken(Server.SessionToken));
        await using var provider = Build();

        await UploadAsync(Assert.Single(provider.GetServices<RunflowClient>()));

        Assert.Single(_seen);
        Assert.All(Tokens, token => Assert.Equal($"Bearer {Server.SessionToken}", token));
    }

    [Fact]
    public async Task A_test_double_that_is_there_already_stays()
    {
        Services.AddSingleton<RunflowClient>(new TestDouble());
        AddRunflow();
        await using var provider = Build();

        Assert.IsType<TestDouble>(provider.GetRequiredService<RunflowClient>());
    }

    private sealed class TokenCache(string[] tokens)
    {
        private int _next = -1;

        public ValueTask<string> NextAsync(CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return ValueTask.FromResult(tokens[Interlocked.Increment(ref _next)]);
        }
    }

    private sealed class TestDouble : RunflowClient;
}
