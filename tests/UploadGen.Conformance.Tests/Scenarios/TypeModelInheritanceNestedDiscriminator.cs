using UploadGen.Conformance.Tests.Suite;
using UploadGen.Conformance.Tests.TypeModelInheritanceNestedDiscriminator0;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class TypeModelInheritanceNestedDiscriminator : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        Fish goblin = new GoblinShark { Age = 1 };
        Fish salmon = new Salmon
        {
            Age = 1,
            Partner = new SawShark { Age = 2 },
            Friends =
            [
                new Salmon
                {
                    Age = 2,
                    Partner = new Salmon { Age = 3 },
                    Hate = new Dictionary<string, Fish> { ["key1"] = new Salmon { Age = 4 }, ["key2"] = new GoblinShark { Age = 2 } },
                },
                new GoblinShark { Age = 3 },
            ],
            Hate = new Dictionary<string, Fish>
            {
                ["key3"] = new SawShark { Age = 3 },
                ["key4"] = new Salmon { Age = 2, Friends = [new Salmon { Age = 1 }, new GoblinShark { Age = 4 }] },
            },
        };
        return new ScenarioCalls("Type_Model_Inheritance_NestedDiscriminator")
        {
            { "*Model", goblin, client.GetModelAsync, client.PutModelAsync },
            { "*RecursiveModel", salmon, client.GetRecursiveModelAsync, client.PutRecursiveModelAsync },
            { "getMissingDiscriminator", async stop => Answer.Is(new Fish { Age = 1 }, await client.GetMissingDiscriminatorAsync(stop)) },
            { "getWrongDiscriminator", async stop => Answer.Is(new Fish { Age = 1, Kind = "wrongKind" }, await client.GetWrongDiscriminatorAsync(stop)) },
        };
    }
}
