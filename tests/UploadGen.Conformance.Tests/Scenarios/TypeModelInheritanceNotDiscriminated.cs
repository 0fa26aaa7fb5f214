using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeModelInheritanceNotDiscriminated0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeModelInheritanceNotDiscriminated : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var siamese = new Siamese { Name = "abc", Age = 32, Smart = true };
        return new ScenarioCalls("Type_Model_Inheritance_NotDiscriminated")
        {
            { "postValid", siamese, client.PostValidAsync },
            { "getValid", async stop => Assert.Equal(siamese, await client.GetValidAsync(stop)) },
            { "putValid", siamese, client.PutValidAsync },
        };
    }
}
