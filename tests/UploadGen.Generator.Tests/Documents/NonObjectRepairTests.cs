namespace UploadGen.Generator.Tests.Documents;

/// <summary>A part that has to be an object and isn't is reported and left out, and costs nothing else.</summary>
public class NonObjectRepairTests
{
    private const string Operation = """
        openapi: 3.1.0
        info: { title: Shop, version: 1 }
        paths:
          /pets:
            post:
              operationId: addPet

        """;

    [Theory]
    [InlineData("      parameters: [null]\n      responses: { 204: {} }\n", 7)]
    [InlineData("      requestBody: { content: { image/png: } }\n      responses: { 204: {} }\n", 7)]
    [InlineData("      responses: { 200: { content: { application/json: } } }\n", 7)]
    [InlineData("      responses: { 200: { content: { application/json: text } } }\n", 7)]
    [InlineData("      parameters: [text]\n      responses: { 204: {} }\n", 7)]
    [InlineData("      responses: { 204: {} }\ncomponents: { securitySchemes: { key: } }\n", 8)]
    [InlineData("      responses: { 204: {} }\nservers: [null]\n", 8)]
    [InlineData("      responses: { 204: {} }\nservers: [{ url: 'https://{host}', variables: { host: } }]\n", 8)]
    [InlineData("      security: [null]\n      responses: { 204: {} }\n", 7)]
    [InlineData("      responses: { 200: { headers: { ETag: 1 } } }\n", 7)]
    public async Task It_is_reported_where_it_stands(string part, int line)
    {
        var run = GeneratorRun.Of(new InMemoryText("shop.yaml", Operation + part));

        run.AssertCompiles();
        Assert.Contains("AddPetAsync", run.Files["Shop.Shop.ShopClient.g.cs"], StringComparison.Ordinal);
        var reported = Assert.Single(await run.PrintedDocumentDiagnosticsAsync(), text => text.Contains("UPG005", StringComparison.Ordinal));
        Assert.StartsWith($"shop.yaml({line},", reported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extensions_and_examples_hold_what_they_like()
    {
        const string rest = """
                  responses: { 204: {}, x-note: 1 }
                  x-parts: { parameters: [1], content: { a: b } }
                  requestBody: { content: { application/json: { example: { parameters: [name], content: { text: null } } } } }
            components: { x-sections: { one: 1 } }

            """;
        var run = GeneratorRun.Of(new InMemoryText("shop.yaml", Operation + rest));

        run.AssertCompiles();
        Assert.DoesNotContain(await run.PrintedDocumentDiagnosticsAsync(), text => text.Contains("UPG005", StringComparison.Ordinal));
    }
}
