using UploadGen.Conformance.Tests.ParametersPath0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class ParametersPath : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Parameters_Path")
        {
            { "normal", "foo", client.NormalAsync },
            {
                "optional",
                async stop =>
                {
                    await client.OptionalAsync("", stop);
                    await client.OptionalAsync("/foo", stop);
                }
            },
        };
    }
}
