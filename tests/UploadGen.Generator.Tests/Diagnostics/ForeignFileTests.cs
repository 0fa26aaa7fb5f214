namespace UploadGen.Generator.Tests.Diagnostics;

/// <summary>AdditionalFiles that aren't ours are left alone.</summary>
public class ForeignFileTests
{
    [Theory]
    [InlineData("appsettings.json", """{ "Logging": { "LogLevel": { "Default": "Information" } } }""")]
    [InlineData("stylecop.json", "{\n  // The settings of another analyzer.\n  \"$schema\": \"x\",\n  \"settings\": { /* all */ \"orderingRules\": {}, },\n}")]
    [InlineData("list.json", """[ { "openapi": "3.1.0" } ]""")]
    [InlineData("string.json", "\"openapi\"")]
    [InlineData("number.json", "1")]
    [InlineData("null.json", "null")]
    [InlineData("nested.json", """{ "info": { "openapi": "3.1.0", "swagger": "2.0" } }""")]
    [InlineData("settings.json", """{ "swagger": { "enabled": true }, "openapi": false }""")]
    [InlineData("case.json", """{ "OpenAPI": "3.1.0" }""")]
    [InlineData("docker-compose.yml", "services: { web: { image: nginx } }")]
    [InlineData("nested.yaml", "info: { openapi: 3.1.0 }")]
    [InlineData("openapi.toml", "openapi = \"3.1.0\"")]
    [InlineData("BannedSymbols.txt", "{ \"openapi\": \"3.1.0\" }")]
    [InlineData("noextension", "{ \"openapi\": \"3.1.0\" }")]
    public async Task They_get_no_client_and_no_diagnostic(string path, string text)
    {
        var run = GeneratorRun.Of(text, path: path);

        Assert.Empty(run.AssertCompiles().Files);
        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
    }

    [Theory]
    [InlineData("api.json")]
    [InlineData("api.txt")]
    public async Task Nor_does_a_document_that_the_project_switches_off(string path)
    {
        var run = GeneratorRun.Of("""{ "openapi": "3.1.0", "paths": """, new Dictionary<string, string> { ["UploadGen"] = "false" }, path);

        Assert.Empty(run.AssertCompiles().Files);
        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
    }
}
