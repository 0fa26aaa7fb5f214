namespace UploadGen.Generator.Tests.HostileStrings;

/// <summary>Documents that are deep by reference, where no limit on nesting helps.</summary>
public class DeepDocumentTests
{
    private const int Links = 20_000;

    [Theory]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/S{0}" } }""")]
    [InlineData("""{ "anyOf": [ { "$ref": "#/components/schemas/S{0}" }, { "type": "null" } ] }""")]
    [InlineData("""{ "allOf": [ { "$ref": "#/components/schemas/S{0}" }, { "type": "object", "properties": { "a": { "type": "string" } } } ] }""")]
    public async Task A_chain_of_references_costs_no_more_than_a_warning(string schema)
    {
        var schemas = Enumerable.Range(0, Links).Select(
            i => $"\"S{i}\": {schema.Replace("{0}", (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)}");

        var run = GeneratorRun.Of(
            Spec.Schemas(string.Join(", ", schemas) + $", \"S{Links}\": {{ \"type\": \"object\", \"properties\": {{ \"z\": {{ \"type\": \"string\" }} }} }}"));

        Assert.Null(run.Result.Exception);
        Assert.NotEmpty(run.Files);
        Assert.All(await run.PrintedDocumentDiagnosticsAsync(), diagnostic => Assert.Contains("UPG005", diagnostic, StringComparison.Ordinal));
    }
}
