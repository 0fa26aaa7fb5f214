using UploadGen.Conformance.Tests.ServerPathMultiple0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ServerPathMultiple : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = new Uri(server.Address, "/server/path/multiple/v1.0") });
        return new ScenarioCalls("Server_Path_Multiple")
        {
            { "noOperationParams", client.NoOperationParamsAsync },
            { "withOperationPathParam", "test", client.WithOperationPathParamAsync },
        };
    }
}
