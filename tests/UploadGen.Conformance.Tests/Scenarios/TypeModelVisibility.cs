using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeModelVisibility0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeModelVisibility : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Type_Model_Visibility")
        {
            { "getModel", async stop => Assert.Equal("abc", (await client.GetModelAsync(123, cancellationToken: stop)).ReadProp) },
            { "headModel", stop => client.HeadModelAsync(123, cancellationToken: stop) },
            { "putModel", new VisibilityModelCreateOrUpdate { CreateProp = ["foo", "bar"], UpdateProp = [1, 2] }, client.PutModelAsync },
            { "patchModel", new VisibilityModelUpdate { UpdateProp = [1, 2] }, client.PatchModelAsync },
            { "postModel", new VisibilityModelCreate { CreateProp = ["foo", "bar"] }, client.PostModelAsync },
            { "deleteModel", new VisibilityModelDelete { DeleteProp = true }, client.DeleteModelAsync },
            {
                "putReadOnlyModel",
                async stop =>
                {
                    var answer = await client.PutReadOnlyModelAsync(cancellationToken: stop);
                    Assert.Equal([1, 2, 3], answer.OptionalNullableIntList);
                    Assert.Equal("value2", answer.OptionalStringRecord!["k2"]);
                }
            },
        };
    }
}
