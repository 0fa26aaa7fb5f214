using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeUnionDiscriminated0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeUnionDiscriminated : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        var cat = new Cat { Name = "Whiskers", Meow = true };
        var dog = new Dog { Name = "Rex", Bark = false };
        return new ScenarioCalls("Type_Union_Discriminated")
        {
            {
                "Envelope_Object_Default_get",
                async stop =>
                {
                    Assert.Equal(new PetWithEnvelopeCat { Value = cat }, (await client.DefaultGetAsync(cancellationToken: stop)).Value);
                    Assert.Equal(new PetWithEnvelopeDog { Value = dog }, (await client.DefaultGetAsync("dog", stop)).Value);
                }
            },
            { "Envelope_Object_Default_put", (PetWithEnvelope)new PetWithEnvelopeCat { Value = cat }, client.DefaultPutAsync },
            {
                "Envelope_Object_CustomProperties_get",
                async stop =>
                {
                    Assert.Equal(new PetWithCustomNamesCat { PetData = cat }, (await client.CustomPropertiesGetAsync(cancellationToken: stop)).Value);
                    Assert.Equal(new PetWithCustomNamesDog { PetData = dog }, (await client.CustomPropertiesGetAsync("dog", stop)).Value);
                }
            },
            { "Envelope_Object_CustomProperties_put", (PetWithCustomNames)new PetWithCustomNamesCat { PetData = cat }, client.CustomPropertiesPutAsync },
            {
                "NoEnvelope_Default_get",
                async stop =>
                {
                    Assert.Equal(cat, (await client.DefaultGet2Async(cancellationToken: stop)).Value);
                    Assert.Equal(dog, (await client.DefaultGet2Async("dog", stop)).Value);
                }
            },
            { "NoEnvelope_Default_put", (PetInline)cat, client.DefaultPut2Async },
            {
                "NoEnvelope_CustomDiscriminator_get",
                async stop =>
                {
                    Assert.Equal(cat, (await client.CustomDiscriminatorGetAsync(cancellationToken: stop)).Value);
                    Assert.Equal(dog, (await client.CustomDiscriminatorGetAsync("dog", stop)).Value);
                }
            },
            { "NoEnvelope_CustomDiscriminator_put", (PetInlineWithCustomDiscriminator)cat, client.CustomDiscriminatorPutAsync },
        };
    }
}
