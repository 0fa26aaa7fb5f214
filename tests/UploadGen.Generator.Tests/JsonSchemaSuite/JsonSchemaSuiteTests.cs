using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.JsonSchemaSuite;

/// <summary>
/// JSON Schema's own test cases, put to generated code: a value is read and checked, and a value that can't be read counts as invalid.
/// What a typed client says otherwise than the suite, and why, is listed in <c>differences.txt</c>.
/// </summary>
public class JsonSchemaSuiteTests
{
    private static readonly string List = Path.Combine(Repository.Root, "tests", "UploadGen.Generator.Tests", "JsonSchemaSuite", "differences.txt");

    [Fact]
    public void Generated_code_agrees_with_the_suite_but_for_the_listed_groups()
    {
        var verdicts = SharedData.JsonSchemaSuite().SelectMany(Verdicts).ToList();
        var groups = verdicts.GroupBy(verdict => verdict.Group).ToList();
        var different = groups.Where(group => group.Any(verdict => !verdict.Agrees)).Select(group => group.Key).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{groups.Count - different.Count} of {groups.Count} groups and {verdicts.Count(verdict => verdict.Agrees)} of {verdicts.Count} tests agree.");
        verdicts.Where(verdict => !verdict.Agrees).ToList()
            .ForEach(verdict => TestContext.Current.TestOutputHelper?.WriteLine($"{verdict.Group} | {verdict.Test}"));
        var listed = File.ReadLines(List).Where(line => line.Length > 0 && line[0] is not '#' and not ' ').ToList();
        Assert.Equal(listed.Order(StringComparer.Ordinal), different.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Group, string Test, bool Agrees)> Verdicts(string file) => Verdicts(SuiteGroup.OfFile(file));

    /// <summary>Many groups make one document. One that isn't legal in OpenAPI would take the others with it, so it is looked for.</summary>
    private static IEnumerable<(string Group, string Test, bool Agrees)> Verdicts(IReadOnlyList<SuiteGroup> groups)
    {
        var document = Document(groups);
        if (GeneratorRun.Of(document).Files.Count == 0)
        {
            return groups.Count == 1
                ? groups[0].Tests.Select(test => (groups[0].Name, Description(test!), false))
                : Verdicts(groups.Take(groups.Count / 2).ToList()).Concat(Verdicts(groups.Skip(groups.Count / 2).ToList()));
        }

        using var code = GeneratedAssembly.Of(document);
        return groups.SelectMany(group => group.Tests.Select(test => (
            group.Name,
            Description(test!),
            IsValid(code, "Holder" + group.Id, test!["data"]) == test["valid"]!.GetValue<bool>()))).ToList();
    }

    private static string Document(IReadOnlyList<SuiteGroup> groups)
    {
        var components = new JsonObject(groups.SelectMany(group => group.Components()).Select(schema => KeyValuePair.Create(schema.Name, schema.Schema)));
        var paths = new JsonObject(groups.Select(group => KeyValuePair.Create("/" + group.Id, JsonNode.Parse($$"""
            { "post": { "operationId": "send{{group.Id}}", "responses": {}, "requestBody": { "content": { "application/json": {
              "schema": { "$ref": "#/components/schemas/Holder{{group.Id}}" } } } } } }
            """))));
        return Spec.Document($$"""{{paths.ToJsonString()}}, "components": { "schemas": {{components.ToJsonString()}} }""");
    }

    private static string Description(JsonNode test) => test["description"]!.GetValue<string>();

    private static bool IsValid(GeneratedAssembly code, string type, JsonNode? data)
    {
        try
        {
            var validation = default(Core.Validation);
            if (code.Read(type, new JsonObject { ["value"] = data?.DeepClone() }.ToJsonString()) is Core.IValidatable value)
            {
                value.Validate(ref validation);
            }

            return validation.IsValid;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
