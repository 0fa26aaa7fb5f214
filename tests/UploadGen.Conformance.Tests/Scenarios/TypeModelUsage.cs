using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeModelUsage0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeModelUsage : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Type_Model_Usage")
        {
            { "input", new InputRecord { RequiredProp = "example-value" }, client.InputAsync },
            { "output", async stop => Assert.Equal(new OutputRecord { RequiredProp = "example-value" }, await client.OutputAsync(stop)) },
            { "inputAndOutput", new InputOutputRecord { RequiredProp = "example-value" }, client.InputAndOutputAsync },
        };
    }
}
