using UploadGen.Conformance.Tests.ServerPathSingle0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ServerPathSingle : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Server_Path_Single")
        {
            { "myOp", client.MyOpAsync },
        };
    }
}
