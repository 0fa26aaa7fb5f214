using Microsoft.Extensions.DependencyInjection;
using UploadGen.EndToEnd.Tests.Flows;
using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Hosting;

/// <summary>Tests of clients out of a service container, each with a server and a container of its own.</summary>
public abstract class HostingTests : FlowTests
{
    private protected ServiceCollection Services { get; } = new();

    private protected RunflowClientBuilder AddRunflow() => Services.AddRunflowClient(Configure);

    /// <summary>Address and key of the test's server.</summary>
    private protected void Configure(RunflowClientOptions options)
    {
        options.BaseAddress = Server.BaseAddress;
        options.Credential = ApiCredential.FromToken(Server.ApiKey);
    }

    /// <summary>The container, as strict as in development.</summary>
    private protected ServiceProvider Build() => Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private protected static async Task<FullValidator> UploadAsync(RunflowClient client)
    {
        using var file = new SampleFile(1000);
        return await client.UploadAssetAsync(file.Content(), cancellationToken: Cancellation);
    }
}
