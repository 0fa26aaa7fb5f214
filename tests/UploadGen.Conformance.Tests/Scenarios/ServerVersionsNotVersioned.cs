using UploadGen.Conformance.Tests.ServerVersionsNotVersioned0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ServerVersionsNotVersioned : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Server_Versions_NotVersioned")
        {
            { "withoutApiVersion", client.WithoutApiVersionAsync },
            { "withPathApiVersion", "v1.0", client.WithPathApiVersionAsync },
            { "withQueryApiVersion", "v1.0", client.WithQueryApiVersionAsync },
        };
    }
}
