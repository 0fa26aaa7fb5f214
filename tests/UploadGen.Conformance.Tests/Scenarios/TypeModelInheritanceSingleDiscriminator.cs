using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeModelInheritanceSingleDiscriminator0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeModelInheritanceSingleDiscriminator : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        Bird sparrow = new Sparrow { Wingspan = 1 };
        Bird eagle = new Eagle
        {
            Wingspan = 5,
            Partner = new Goose { Wingspan = 2 },
            Friends = [new SeaGull { Wingspan = 2 }],
            Hate = new Dictionary<string, Bird> { ["key3"] = sparrow },
        };
        return new ScenarioCalls("Type_Model_Inheritance_SingleDiscriminator")
        {
            { "*Model", sparrow, client.GetModelAsync, client.PutModelAsync },
            { "*RecursiveModel", eagle, client.GetRecursiveModelAsync, client.PutRecursiveModelAsync },
            { "getMissingDiscriminator", async stop => Answer.Is(new Bird { Wingspan = 1 }, await client.GetMissingDiscriminatorAsync(stop)) },
            {
                "getWrongDiscriminator",
                async stop => Answer.Is(new Bird { Wingspan = 1, Kind = "wrongKind" }, await client.GetWrongDiscriminatorAsync(stop))
            },
            { "getLegacyModel", async stop => Answer.Is(new TRex { Size = 20 }, await client.GetLegacyModelAsync(stop)) },
        };
    }
}
