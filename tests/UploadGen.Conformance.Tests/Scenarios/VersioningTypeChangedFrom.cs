using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.VersioningTypeChangedFrom1;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class VersioningTypeChangedFrom : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = new Uri(server.Address, "/versioning/type-changed-from/api-version:v2") });
        var model = new TestModel { Prop = "foo", ChangedProp = "bar" };
        return new ScenarioCalls("Versioning_TypeChangedFrom")
        {
            { "test", async stop => Assert.Equal(model, await client.TestAsync("baz", model, stop)) },
        };
    }
}
