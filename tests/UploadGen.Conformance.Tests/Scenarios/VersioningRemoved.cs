using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.VersioningRemoved1;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class VersioningRemoved : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = new Uri(server.Address, "/versioning/removed/api-version:v2") });
        var first = new VersioningRemoved0.Client(
            new VersioningRemoved0.ClientOptions { BaseAddress = new Uri(server.Address, "/versioning/removed/api-version:v1") });
        var preview = new VersioningRemoved2.Client(
            new VersioningRemoved2.ClientOptions { BaseAddress = new Uri(server.Address, "/versioning/removed/api-version:v2preview") });
        return new ScenarioCalls("Versioning_Removed")
        {
            { "v2", new ModelV2 { Prop = "foo", UnionProp = "bar" }, client.V2Async },
            { "modelV3", new VersioningRemoved0.ModelV3 { Id = "123", EnumProp = VersioningRemoved0.EnumV3.EnumMemberV1 }, first.ModelV3Async },
            { "modelV3_V2", new ModelV3 { Id = "123", EnumProp = EnumV3.EnumMemberV1 }, client.ModelV3Async },
            { "modelV3_V2preview", new VersioningRemoved2.ModelV3 { Id = "123" }, preview.ModelV3Async },
        };
    }
}
