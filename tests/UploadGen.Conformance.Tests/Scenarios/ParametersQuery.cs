using UploadGen.Conformance.Tests.ParametersQuery0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ParametersQuery : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Parameters_Query")
        {
            { "Constant_post", "constantValue", client.ConstantPostAsync },
        };
    }
}
