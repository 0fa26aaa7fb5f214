using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeModelInheritanceEnumDiscriminator0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeModelInheritanceEnumDiscriminator : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        return new ScenarioCalls("Type_Model_Inheritance_EnumDiscriminator")
        {
            { "*ExtensibleModel", (Dog)new Golden { Weight = 10 }, client.GetExtensibleModelAsync, client.PutExtensibleModelAsync },
            {
                "getExtensibleModelMissingDiscriminator",
                async stop => Assert.Equal(10, (await client.GetExtensibleModelMissingDiscriminatorAsync(stop)).Weight)
            },
            {
                "getExtensibleModelWrongDiscriminator",
                async stop => Assert.Equal(new("wrongKind"), (await client.GetExtensibleModelWrongDiscriminatorAsync(stop)).Kind)
            },
            { "*FixedModel", (Snake)new Cobra { Length = 10 }, client.GetFixedModelAsync, client.PutFixedModelAsync },
            { "getFixedModelMissingDiscriminator", async stop => Assert.Equal(10, (await client.GetFixedModelMissingDiscriminatorAsync(stop)).Length) },
            { "getFixedModelWrongDiscriminator", async stop => Assert.Equal("wrongKind", (await client.GetFixedModelWrongDiscriminatorAsync(stop)).Kind) },
        };
    }
}
