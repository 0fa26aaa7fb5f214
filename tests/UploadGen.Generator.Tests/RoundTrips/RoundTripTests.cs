using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Naming;
using UploadGen.Generator.Schemas;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.RoundTrips;

/// <summary>Random valid JSON, for every schema of real documents: read, compared and written again without loss.</summary>
public class RoundTripTests
{
    private const int ValuesPerSchema = 12;

    [Theory]
    [InlineData("adyen-raisedisputes-v4")]
    [InlineData("api.video")]
    [InlineData("assemblyai")]
    [InlineData("autodesk-issues")]
    [InlineData("autodesk-oss")]
    [InlineData("docusign-maestro")]
    [InlineData("hubspot-files-v3")]
    [InlineData("lmstudio")]
    [InlineData("petstore3-swagger-io")]
    [InlineData("telegram-bot-api")]
    [InlineData("train-travel-3.1")]
    [InlineData("twilio-content-v1")]
    public void What_a_server_sends_is_written_again_without_loss(string name)
    {
        var text = File.ReadAllText(SharedData.Corpus(name + ".json"));
        var document = JsonNode.Parse(text)!;
        using var code = GeneratedAssembly.Of(text);
        var schemas = (JsonObject)document["components"]!["schemas"]!;
        var losses = new List<string>();
        foreach (var (id, type) in TypeNames(schemas))
        {
            if (code.FindType(type) is { } model)
            {
                losses.AddRange(Losses(document, schemas[id]!, id, json => code.RoundTrip(model.Name, json)).Take(1));
            }
        }

        Assert.True(losses.Count == 0, string.Join("\n", losses));
    }

    private static IEnumerable<string> Losses(JsonNode document, JsonNode schema, string id, Func<string, string> roundTrip)
    {
        for (var seed = 0; seed < ValuesPerSchema; seed++)
        {
            if (new RandomJson(document, seed).Value(schema) is not { } value)
            {
                continue;
            }

            string? difference;
            try
            {
                difference = JsonMeaning.Difference(value, JsonNode.Parse(roundTrip(value.ToJsonString())));
            }
            catch (JsonException exception)
            {
                difference = exception.Message;
            }

            if (difference is not null)
            {
                yield return $"{id}, seed {seed}: {difference} in {value.ToJsonString()}";
            }
        }
    }

    private static IReadOnlyDictionary<string, string> TypeNames(JsonObject schemas)
        => SchemaNames.Assign(schemas.Select(schema => schema.Key), new NameScope(["ApiClient", .. MemberNames.OfEveryType, .. MemberNames.OfRecords]));
}
