using UploadGen.Conformance.Tests.ServerEndpointNotDefined0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ServerEndpointNotDefined : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Server_Endpoint_NotDefined")
        {
            { "valid", client.ValidAsync },
        };
    }
}
