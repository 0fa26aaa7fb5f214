using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.VersioningRenamedFrom1;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class VersioningRenamedFrom : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = new Uri(server.Address, "/versioning/renamed-from/api-version:v2") });
        var model = new NewModel { NewProp = "foo", UnionProp = 10 };
        return new ScenarioCalls("Versioning_RenamedFrom")
        {
            { "newOp", async stop => Assert.Equal(model, await client.NewOpAsync("bar", model, stop)) },
            { "NewInterface", model, client.NewInterfaceNewOpInNewInterfaceAsync },
        };
    }
}
