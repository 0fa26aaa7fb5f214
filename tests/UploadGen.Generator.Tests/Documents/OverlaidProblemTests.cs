using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>What is wrong with what an overlay says is told where it is written: in the overlay, and once.</summary>
public class OverlaidProblemTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Plants, version: "1" }
        paths:
          /plants:
            post:
              operationId: openPlant
              tags: [a]
              requestBody: { content: { application/json: { schema: { type: object, properties: { title: { type: string } } } } } }
              responses: { "201": { description: "", content: { application/json: { schema: { type: object, properties: { place: { type: string } } } } } } }
          /weeds: {}

        """;

    private const string Statement = """
        overlay: 1.1.0
        info: { title: Hints, version: "1" }
        actions:
          - target: $.paths['/plants'].post
            update:
              x-uploadgen:
                url: $response.body#/place
                metod: PUT

        """;

    [Fact]
    public async Task A_wrong_statement_is_told_at_its_member_of_the_overlay()
        => Assert.StartsWith(
            "plants.overlay.yaml(8,16): warning UPG008: 'plants.overlay.yaml': ", Assert.Single(await Told(Statement)), StringComparison.Ordinal);

    [Fact]
    public async Task One_that_is_copied_is_told_once()
        => Assert.StartsWith("plants.overlay.yaml(8,16): warning UPG008: ", Assert.Single(await Told(Statement + """
              - target: $.paths['/weeds']
                copy: $.paths['/plants']
              - target: $.paths['/weeds'].post.operationId
                update: openWeed

            """)), StringComparison.Ordinal);

    [Fact]
    public async Task What_stands_in_the_document_and_is_copied_is_told_there_once()
    {
        var document = Document.Replace("title: { type: string }", "title: { type: string, minLength: 9, maxLength: 1 }", StringComparison.Ordinal);
        const string overlay = """
            overlay: 1.1.0
            info: { title: Hints, version: "1" }
            actions:
              - target: $.paths['/weeds']
                copy: $.paths['/plants']
              - target: $.paths['/weeds'].post.operationId
                update: openWeed

            """;

        var told = Assert.Single(await Told(overlay, document));

        Assert.StartsWith("plants.yaml(8,", told, StringComparison.Ordinal);
        Assert.Contains("UPG006", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$.paths['/plants'].post.responses", "{ \"400\": { $ref: '#/components/responses/No' } }", "(6,30)", "UPG003")]
    [InlineData("$.paths['/plants'].post", "{ responses: { \"400\": { $ref: '#/components/responses/No' } } }", "(6,43)", "UPG003")]
    [InlineData("$.paths['/plants'].post.parameters", "[]", null, "UPG010")]
    [InlineData(
        "$.paths['/plants'].post", "{ parameters: [ { name: n, in: query, schema: { type: integer, minimum: 2, maximum: 1 } } ] }", "(6,85)", "UPG006")]
    [InlineData("$", "{ components: { schemas: { X: { type: object, properties: { y: { $ref: '#/no' } } } } } }", "(6,84)", "UPG003")]
    public async Task Whatever_is_wrong_is_told_in_the_overlay(string target, string update, string? place, string id)
    {
        var overlay = $"""
            overlay: 1.1.0
            info: Hints
            actions:

              - target: {target}
                update: {update}

            """;

        var told = Assert.Single(await Told(overlay));

        Assert.StartsWith("plants.overlay.yaml" + place, told, StringComparison.Ordinal);
        Assert.Contains(id, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_that_is_stated_is_told_in_the_document()
        => Assert.Contains(
            await Messages(Statement.Replace("        metod: PUT\n", "", StringComparison.Ordinal), Document),
            text => text.StartsWith("plants.yaml(", StringComparison.Ordinal) && text.Contains("UPG007", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> Told(string overlay, string document = Document)
        => (await Messages(overlay, document)).Where(text => !text.Contains("info UPG", StringComparison.Ordinal)).ToList();

    private static Task<IReadOnlyList<string>> Messages(string overlay, string document)
        => GeneratorRun.Of([new InMemoryText("plants.yaml", document), new InMemoryText("plants.overlay.yaml", overlay)])
            .AssertCompiles()
            .PrintedDocumentDiagnosticsAsync();
}
