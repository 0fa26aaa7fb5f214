using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Flows.Statements.Members;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Statements;

/// <summary>The JSON Schema that editors complete <c>x-uploadgen</c> by says what the reader reads, and no more.</summary>
public partial class StatementSchemaTests
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");
    private static readonly string Text = File.ReadAllText(Path.Combine(Docs, "x-uploadgen.schema.json"));
    private static readonly JsonSchema Schema = JsonSchema.FromText(Text);
    private static readonly JsonObject Members = (JsonObject)JsonNode.Parse(Text)!["$defs"]!["flow"]!["properties"]!;

    public static TheoryData<string> Names => [.. StatementMembers.Names];

    [Fact]
    public void The_schema_has_the_members_that_are_read() => Assert.Equal(StatementMembers.Names.Order(), Members.Select(member => member.Key).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_member_has_the_members_that_are_read(string name)
    {
        var properties = Object(name)?["properties"]?.AsObject() ?? [];
        Assert.Equal(StatementMembers.Find(name)!.Members.Order(), properties.Select(member => member.Key).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_member_is_described(string name)
    {
        Assert.NotEmpty(Members[name]!["description"]!.GetValue<string>());
        Assert.All(
            Object(name)?["properties"]?.AsObject() ?? [],
            inner => Assert.True(
                inner.Value!["description"] is not null || inner.Value["$ref"]!.GetValue<string>().Contains("operation", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_choice_has_the_words_that_are_read()
    {
        var choices = StatementMembers.All.OfType<ChoiceMember>().Select(member => (member.Name, Words: member.Choices)).ToList();
        Assert.All(choices, choice => Assert.Equal(choice.Words, Words(Members[choice.Name])));
        Assert.Equal(MethodMember.Choices, Words(Members["method"]!["anyOf"]![0]));

        var digest = Object("digest")!["properties"]!;
        Assert.Equal(DigestForm.Algorithms, Words(digest["algorithm"]));
        Assert.Equal(DigestForm.Encodings, Words(digest["encoding"]));
        Assert.Equal(DigestMember.Steps, Words(digest["at"]));
    }

    [Fact]
    public void What_can_be_denied_is_what_may_be_false()
        => Assert.Equal(
            StatementMembers.All.OfType<StepMember>().Where(member => member.SetNone is not null).Select(member => member.Name),
            Members.Where(member => member.Value!["anyOf"]?[0]?["const"]?.GetValue<bool>() == false).Select(member => member.Key));

    [Fact]
    public void Each_example_of_the_documentation_is_valid()
    {
        var examples = Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories)
            .SelectMany(file => Blocks().Matches(File.ReadAllText(file)).Select(match => match.Groups["json"].Value))
            .Where(json => json.Contains("\"x-uploadgen\": {", StringComparison.Ordinal) && !json.Contains("schema.json", StringComparison.Ordinal))
            .Select(Parse)
            .SelectMany(Statements)
            .ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.True(IsValid(example), example?.ToJsonString()));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("{}")]
    [InlineData("""{ "url": "$response.body#/a/b", "method": "POST", "fields": "{$response.body#/f}" }""")]
    [InlineData("""{ "method": "$response.body#/verb", "body": "form", "file": "data" }""")]
    [InlineData(
        """{ "confirm": { "operationRef": "#/paths/~1x~1{id}/patch", "requestBody": { "n": 1, "ok": true, "files": [ { "id": "$response.body#/id" } ] } } }""")]
    [InlineData("""{ "abort": false, "recover": { "operationId": "renew", "url": "$response.body#/url" } }""")]
    [InlineData("""{ "digest": { "algorithm": "sha256", "encoding": "hex", "value": "$request.header.X-Digest", "at": "confirm" } }""")]
    [InlineData("""{ "protocol": "expectedRanges", "result": "#/components/schemas/DriveItem" }""")]
    public void What_is_read_is_valid(string statement) => Assert.True(IsValid(JsonNode.Parse(statement)));

    [Theory]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("""{ "uri": "$response.body#/a" }""")]
    [InlineData("""{ "url": "a" }""")]
    [InlineData("""{ "url": "$request.body#/a" }""")]
    [InlineData("""{ "size": "$response.body#/a" }""")]
    [InlineData("""{ "method": "PATCH" }""")]
    [InlineData("""{ "body": "json" }""")]
    [InlineData("""{ "file": "" }""")]
    [InlineData("""{ "protocol": "ftp" }""")]
    [InlineData("""{ "confirm": true }""")]
    [InlineData("""{ "confirm": {} }""")]
    [InlineData("""{ "confirm": { "operationId": "a", "parameter": {} } }""")]
    [InlineData("""{ "confirm": { "operationId": "a", "parameters": { "id": null } } }""")]
    [InlineData("""{ "confirm": { "operationId": "a", "requestBody": { "ids": [1, 2] } } }""")]
    [InlineData("""{ "recover": false }""")]
    [InlineData("""{ "abort": { "operationId": "a", "requestBody": {} } }""")]
    [InlineData("""{ "parts": { "list": "" } }""")]
    [InlineData("""{ "digest": { "algorithm": "sha256", "encoding": "hex" } }""")]
    [InlineData("""{ "result": "DriveItem" }""")]
    public void What_is_not_read_is_not_valid(string statement) => Assert.False(IsValid(JsonNode.Parse(statement)));

    private static bool IsValid(JsonNode? statement)
    {
        using var json = JsonDocument.Parse(statement?.ToJsonString() ?? "null");
        return Schema.Evaluate(json.RootElement).IsValid;
    }

    /// <summary>The schema of the object that a member may be.</summary>
    private static JsonObject? Object(string name)
    {
        var member = Members[name]!;
        return member["properties"] is not null ? (JsonObject)member
            : member["anyOf"]?.AsArray().OfType<JsonObject>().FirstOrDefault(branch => branch["properties"] is not null);
    }

    private static IEnumerable<string> Words(JsonNode? schema) => schema!["enum"]!.AsArray().Select(word => word!.GetValue<string>());

    /// <summary>An example is a whole document, or a member of one.</summary>
    private static JsonNode Parse(string json)
    {
        var text = json.TrimStart().StartsWith('{') ? json : "{" + json + "}";
        return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
    }

    private static IEnumerable<JsonNode?> Statements(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == FlowStatement.Extension ? [member.Value] : Statements(member.Value)),
        JsonArray items => items.SelectMany(Statements),
        _ => [],
    };

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
