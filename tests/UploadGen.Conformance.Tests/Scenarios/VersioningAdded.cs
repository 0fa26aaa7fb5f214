using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.VersioningAdded1;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class VersioningAdded : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = new Uri(server.Address, "/versioning/added/api-version:v2") });
        var v1 = new ModelV1 { Prop = "foo", EnumProp = EnumV1.EnumMemberV2, UnionProp = 10 };
        var v2 = new ModelV2 { Prop = "foo", UnionProp = "bar" };
        return new ScenarioCalls("Versioning_Added")
        {
            { "v1", async stop => Assert.Equal(v1, await client.V1Async("bar", v1, stop)) },
            { "v2", v2, client.V2Async },
            { "InterfaceV2", v2, client.InterfaceV2V2InInterfaceAsync },
        };
    }
}
