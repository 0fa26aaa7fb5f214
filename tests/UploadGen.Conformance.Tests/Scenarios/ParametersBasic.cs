using UploadGen.Conformance.Tests.ParametersBasic0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ParametersBasic : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Parameters_Basic")
        {
            { "ExplicitBody_simple", new User { Name = "foo" }, client.ExplicitBodySimpleAsync },
            { "ImplicitBody_simple", new ImplicitBodySimpleBody { Name = "foo" }, client.ImplicitBodySimpleAsync },
        };
    }
}
