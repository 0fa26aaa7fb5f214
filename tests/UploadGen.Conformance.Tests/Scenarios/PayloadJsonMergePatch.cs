using UploadGen.Conformance.Tests.PayloadJsonMergePatch0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class PayloadJsonMergePatch : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var inner = new InnerModel { Name = "InnerMadge", Description = "innerDesc" };
        var madge = new Resource
        {
            Name = "Madge",
            Description = "desc",
            Map = new Dictionary<string, InnerModel> { ["key"] = inner },
            Array = [inner],
            IntValue = 1,
            FloatValue = 1.25f,
            InnerModel = inner,
            IntArray = [1, 2, 3],
        };
        var patch = new ResourcePatch
        {
            Description = null,
            Map = new Dictionary<string, InnerModel?> { ["key"] = new InnerModel { Description = null }, ["key2"] = null },
            Array = null,
            IntValue = null,
            FloatValue = null,
            InnerModel = null,
            IntArray = null,
        };
        var patched = new Resource
        {
            Name = "Madge",
            Map = new Dictionary<string, InnerModel> { ["key"] = new() { Name = "InnerMadge" } },
        };
        return new ScenarioCalls("Payload_JsonMergePatch")
        {
            { "createResource", madge, client.CreateResourceAsync },
            { "updateResource", async stop => Answer.Is(patched, await client.UpdateResourceAsync(patch, stop)) },
            { "updateOptionalResource", async stop => Answer.Is(patched, await client.UpdateOptionalResourceAsync(patch, stop)) },
        };
    }
}
