using UploadGen.Conformance.Tests.ServerVersionsVersioned1;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ServerVersionsVersioned : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var old = new ServerVersionsVersioned0.Client(new ServerVersionsVersioned0.ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Server_Versions_Versioned")
        {
            { "withoutApiVersion", client.WithoutApiVersionAsync },
            { "withPathApiVersion", "2022-12-01-preview", client.WithPathApiVersionAsync },
            { "withQueryApiVersion", "2022-12-01-preview", client.WithQueryApiVersionAsync },
            { "withQueryOldApiVersion", stop => old.WithQueryOldApiVersionAsync("2021-01-01-preview", stop) },
        };
    }
}
