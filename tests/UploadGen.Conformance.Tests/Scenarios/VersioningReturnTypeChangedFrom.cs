using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.VersioningReturnTypeChangedFrom1;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class VersioningReturnTypeChangedFrom : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = new Uri(server.Address, "/versioning/return-type-changed-from/api-version:v2") });
        return new ScenarioCalls("Versioning_ReturnTypeChangedFrom")
        {
            { "test", "test", client.TestAsync },
        };
    }
}
