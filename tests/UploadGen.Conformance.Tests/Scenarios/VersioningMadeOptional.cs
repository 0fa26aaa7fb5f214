using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.VersioningMadeOptional1;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class VersioningMadeOptional : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = new Uri(server.Address, "/versioning/made-optional/api-version:v2") });
        var foo = new TestModel { Prop = "foo" };
        return new ScenarioCalls("Versioning_MadeOptional")
        {
            { "test", async stop => Assert.Equal(foo, await client.TestAsync(foo, cancellationToken: stop)) },
        };
    }
}
