using UploadGen.Generator.Documents.Formats.Json;
using UploadGen.Generator.Documents.Formats.Yaml;

namespace UploadGen.Generator.Tests.Documents;

/// <summary>A document in YAML is as good as one in JSON.</summary>
public class YamlDocumentTests
{
    private const string Document = """
        openapi: 3.1.0   # a comment
        info: { title: Shop, version: 1.10 }
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters:
                - { name: id, in: path, required: true, schema: { type: string, enum: [1.10, no] } }
              responses:
                200:
                  description: A pet
                  content:
                    application/json:
                      schema: { $ref: 'parts.yml#/components/schemas/Pet' }
        """;

    private const string Parts = """
        components:
          schemas:
            Pet: &pet
              type: object
              required: [name]
              properties:
                name: { type: string, maxLength: 20 }
                born: { type: string, format: date, example: 2024-01-31 }
            Unused: *pet
        """;

    [Fact]
    public async Task It_becomes_a_client_with_what_it_refers_to_in_other_files()
    {
        var run = GeneratorRun.Of([
            new InMemoryText("shop.yaml", Document),
            new InMemoryText("parts.yml", Parts),
            new InMemoryText("docker-compose.yml", "services: {}\n"),
        ]);

        run.AssertCompiles();
        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("Shop.Shop.ShopClient.g.cs", run.Files.Keys);
        Assert.Contains("CodePointLength(20)", run.Files["Shop.Shop.Pet.g.cs"], StringComparison.Ordinal);
        Assert.Contains(run.Files.Values, file => file.Contains("\"1.10\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_overlay_in_YAML_is_applied()
    {
        const string overlay = """
            overlay: 1.0.0
            extends: >
              shop.yaml
            info: { title: Names, version: 1 }
            actions:
              - target: $.paths['/pets/{id}'].get
                update: { operationId: readPet }
              - target: $.paths.nothing
                remove: true
            """;
        var run = GeneratorRun.Of([
            new InMemoryText("shop.yaml", Document),
            new InMemoryText("parts.yml", Parts),
            new InMemoryText("shop.overlay.yaml", overlay),
        ]);

        run.AssertCompiles();
        Assert.Contains("ReadPetAsync", run.Files["Shop.Shop.ShopClient.g.cs"], StringComparison.Ordinal);
        Assert.StartsWith("shop.overlay.yaml(8,13): warning UPG010", Assert.Single(await run.PrintedDocumentDiagnosticsAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\ninfo: { title: x\npaths: {}\n", "shop.yaml(2,14): error UPG001")]
    [InlineData("info: { title: x\nopenapi: 3.1.0\npaths: {}\n", "shop.yaml(1,14): error UPG001")]
    [InlineData("info:\n\ttitle: x\n\"swagger\": '2.0'\n", "shop.yaml(2,1): error UPG001")]
    [InlineData("openapi: 3.1.0\ninfo:\n\ttitle: x\n", "shop.yaml(3,1): error UPG001")]
    [InlineData("openapi: 3.1.0\ninfo:\n  title: x\n  \tversion: x\npaths:\n\t/a: {}\n", "shop.yaml(4,3): error UPG001")]
    [InlineData("{ \"info\": { \"title\": x ], \"openapi\": \"3.1.0\" }", "shop.yaml(1,24): error UPG001")]
    [InlineData("openapi: 4.0.0\n", "shop.yaml(1,10): error UPG002")]
    [InlineData(
        "openapi: 3.1.0\ninfo: {}\npaths:\n  /a:\n    get:\n      responses: { 200: { $ref: '#/components/responses/None' } }\n",
        "shop.yaml(6,33): warning UPG003")]
    public async Task What_is_wrong_is_reported_at_line_and_column(string text, string expected)
    {
        var run = GeneratorRun.Of(new InMemoryText("shop.yaml", text));

        Assert.Null(run.Result.Exception);
        Assert.Contains(await run.PrintedDocumentDiagnosticsAsync(), line => line.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{$ref: 'parts.yml#/components/schemas/Pet'}")]
    [InlineData("{$ref: pet.yaml}")]
    [InlineData("{$ref: pet.yaml, description: x}")]
    [InlineData("\n                $ref: >-\n                  pet.yaml")]
    [InlineData("\n                $ref: |-\n                  pet.yaml")]
    [InlineData("\n                $ref: >\n                  pet.yaml")]
    [InlineData("\n                $ref: |+\n                  parts.yml#/components/schemas/Pet\n")]
    [InlineData("{ $ref: ' pet.yaml ' }")]
    [InlineData("{ $ref: 'folded.yaml' }")]
    [InlineData("\n                ? $ref\n                : !!str pet.yaml")]
    [InlineData("\n                description: &file pet.yaml\n                $ref: *file")]
    [InlineData("{ \"$ref\": \"\\u0070et.yaml\" }")]
    public async Task A_reference_to_a_file_may_be_written_as_YAML_allows(string reference)
    {
        var document = Document.Replace("{ $ref: 'parts.yml#/components/schemas/Pet' }", reference, StringComparison.Ordinal);
        var run = GeneratorRun.Of([
            new InMemoryText("shop.yaml", document),
            new InMemoryText("parts.yml", Parts),
            new InMemoryText("pet.yaml", "type: object\nproperties: { name: { type: string } }\n"),
            new InMemoryText("folded.yaml", "$ref: >\n  pet.yaml\n"),
        ]);

        run.AssertCompiles();
        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
    }

    [Theory]
    [InlineData("#/components/schemas/Own")]
    [InlineData("#/paths/~1own/get/responses/200/content/application~1json/schema")]
    public async Task White_space_around_a_reference_is_none_of_it(string reference)
    {
        const string document = """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths:
              /own:
                get: { operationId: own, responses: { 200: { description: x, content: { application/json: { schema: { type: object, title: Inner } } } } } }
              /a: { get: { operationId: getA, responses: { 200: { description: x, content: { application/json: { schema: { $ref: '@' } } } } } } }
            components: { schemas: { Own: { type: object, properties: { name: { type: string } } } } }
            """;
        var plain = GeneratorRun.Of(new InMemoryText("shop.yaml", document.Replace("@", reference, StringComparison.Ordinal))).AssertCompiles();
        var spaced = document.Replace("'@'", $"\"\\t{reference}\\n\"", StringComparison.Ordinal);
        var folded = GeneratorRun.Of(new InMemoryText("shop.yaml", spaced)).AssertCompiles();

        Assert.Equal(plain.Files, folded.Files);
        Assert.Empty(await folded.PrintedDocumentDiagnosticsAsync());
    }

    [Fact]
    public void References_are_found_as_each_format_writes_them_and_up_to_a_fault()
    {
        string[] expected = ["a.json", "b.json#/x", "c.json"];

        const string json = """{ "$ref": "a.json", "x": [{ "$ref": "b\u002Ejson#\/x" }, { "y": "$ref", "$ref": "c.json", "$ref": 1, "$ref": { """;
        Assert.Equal(expected, new JsonFormat().FindTexts(json, "$ref"));

        const string yaml = "$ref: a.json\nx:\n- $ref: >-\n    b.json#/x\n- y: $ref\n  ? [$ref, x]\n  : 1\n  $ref: c.json\n  z: [";
        Assert.Equal(expected, new YamlFormat().FindTexts(yaml, "$ref"));
    }

    [Fact]
    public void A_deep_text_is_searched_without_depth() => Assert.Empty(new YamlFormat().FindTexts(new string('[', 100_000), "$ref"));

    [Fact]
    public async Task A_file_that_is_referred_to_and_cannot_be_read_is_named_with_its_line()
    {
        var run = GeneratorRun.Of([new InMemoryText("shop.yaml", Document), new InMemoryText("parts.yml", "components: { schemas: [\n  - x: }")]);

        var lines = await run.PrintedDocumentDiagnosticsAsync();

        Assert.Contains(lines, line => line.Contains("UPG005", StringComparison.Ordinal) && line.Contains("parts.yml(2,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("replicas: 1\nopenapi:\n  enabled: true\n")]
    [InlineData("swagger: true\n")]
    [InlineData("on: [push]\njobs: { build: { steps: [] } }\n")]
    [InlineData("{{- if .Values.openapi }}\nkind: Deployment\n{{ end }\n")]
    [InlineData("kind: ConfigMap\ndata:\n  swagger: {{ .Values.swagger | quote }\n  openapi: 3.1.0\n  x: {{ end }\n")]
    [InlineData("{{- if .Values.swagger }\nswagger:\n  enabled: {{ .Values.swagger }}\n{{- end }}\n")]
    [InlineData("openapi: {{ .Values.version }\n")]
    [InlineData("# swagger\na: [1\nb: }\n")]
    [InlineData("")]
    public async Task Other_YAML_files_are_left_alone(string text)
    {
        var run = GeneratorRun.Of(new InMemoryText("other.yml", text));

        Assert.Empty(run.Files);
        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
    }
}
