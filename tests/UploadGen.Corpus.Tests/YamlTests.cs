using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Documents.Formats.Json;
using UploadGen.Generator.Documents.Formats.Yaml;

namespace UploadGen.Corpus.Tests;

/// <summary>The documents of the corpus, written as YAML.</summary>
public class YamlTests
{
    private const int Mutations = 5000;

    private const int MaxDocument = 30_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Documents => [.. ExpectedOutcome.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_read_as_from_JSON(string document)
    {
        var json = new JsonFormat().Parse(File.ReadAllText(SharedData.Corpus(document)), []);

        var yaml = new YamlFormat().Parse(YamlText.Write(json), []);

        Assert.Empty(Differences(json, yaml, ""));
    }

    /// <summary>Where the two differ. A number or boolean that a schema of strings lists in JSON is a string in YAML: there it needs no quotes.</summary>
    private static IEnumerable<string> Differences(JsonNode? json, JsonNode? yaml, string pointer) => (json, yaml) switch
    {
        (JsonObject x, JsonObject y) when x.Count == y.Count => x.SelectMany(member => Differences(member.Value, y[member.Key], $"{pointer}/{member.Key}")),
        (JsonArray x, JsonArray y) when x.Count == y.Count => x.SelectMany((item, i) => Differences(item, y[i], $"{pointer}/{i}")),
        (JsonValue x, JsonValue y) when x.ToJsonString() == y.ToJsonString() || (x.GetValueKind() != JsonValueKind.String && x.ToString() == (string?)y) => [],
        (null, null) => [],
        _ => [$"{pointer}: {json?.ToJsonString()} is {yaml?.ToJsonString()}"],
    };

    [Fact]
    public void A_document_generates_the_code_that_it_generates_as_JSON()
    {
        foreach (var name in new[] { "runflow.json", "cyberun.json", "images.json" })
        {
            var json = File.ReadAllText(Repository.Spec(name));
            var yaml = YamlText.Write((JsonObject)JsonNode.Parse(json)!);

            var fromYaml = GeneratorRun.Of(new InMemoryText(Path.ChangeExtension(name, ".yaml"), yaml));

            Assert.Equal(GeneratorRun.Of(new InMemoryText(name, json)).Files, fromYaml.Files);
        }
    }

    [Fact]
    public async Task No_damage_makes_the_generator_throw_or_hang()
    {
        var texts = Texts().ToList();
        var failures = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, Mutations), TestContext.Current.CancellationToken, async (seed, cancellationToken) =>
        {
            var (name, text) = texts[seed % texts.Count];
            var watch = Stopwatch.StartNew();
            var run = GeneratorRun.Of(new InMemoryText("api.yaml", YamlText.Damage(text, new Random(seed))));
            var diagnostics = await run.DocumentDiagnosticsAsync(cancellationToken);
            var foreign = diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "UPG000" || !diagnostic.Id.StartsWith("UPG", StringComparison.Ordinal));
            if (run.Result.Exception is not null || foreign is not null || watch.Elapsed > Patience)
            {
                failures.Add($"seed {seed}, {name}: {run.Result.Exception?.ToString() ?? foreign?.ToString() ?? $"took {watch.Elapsed}"}");
            }
        });

        Assert.True(failures.IsEmpty, $"{failures.Count} failures:\n{string.Join("\n", failures.Order(StringComparer.Ordinal).Take(20))}");
    }

    private static IEnumerable<(string Name, string Text)> Texts()
        => ExpectedOutcome.Documents
            .Select(name => (Name: name, Text: File.ReadAllText(SharedData.Corpus(name))))
            .Where(document => document.Text.Length <= MaxDocument)
            .Select(document => (document.Name, YamlText.Write((JsonObject)JsonNode.Parse(document.Text)!)));
}
