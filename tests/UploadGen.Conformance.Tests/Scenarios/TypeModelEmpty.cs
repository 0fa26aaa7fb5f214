using System.Text.Json;
using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeModelEmpty0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeModelEmpty : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var empty = new Dictionary<string, JsonElement>();
        return new ScenarioCalls("Type_Model_Empty")
        {
            { "*Empty", empty, client.GetEmptyAsync, client.PutEmptyAsync },
            { "postRoundTripEmpty", async stop => Assert.Empty(await client.PostRoundTripEmptyAsync(empty, stop)) },
        };
    }
}
