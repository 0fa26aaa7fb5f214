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
    [InlineData("specs/readme.md", "# Our documents\n")]
    [InlineData("specs/plain.txt", "")]
    [InlineData("specs/docker-compose.yml", "services: { web: { image: nginx } }")]
    [InlineData("specs/broken.yml", "{{ template }}: [")]
    [InlineData("specs/other.json", "{ \"a\": 1 }")]
    [InlineData("specs/list.json", "[1]")]
    public async Task What_a_glob_says_of_all_its_files_makes_none_a_document(string path, string text)
    {
        foreach (var (name, value) in new[] { ("UploadGenAccessibility", "internal"), ("UploadGenNamespace", "Acme") })
        {
            var run = GeneratorRun.Of(text, new Dictionary<string, string> { [name] = value }, path);

            Assert.Empty(run.AssertCompiles().Files);
            Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
        }
    }

    [Fact]
    public async Task A_document_with_another_ending_is_told_of_where_a_glob_matches_it()
    {
        var run = GeneratorRun.Of(Spec.Document("{}"), new Dictionary<string, string> { ["UploadGenNamespace"] = "Acme" }, "specs/api.txt");

        Assert.StartsWith("specs/api.txt(1,1): error UPG001: ", Assert.Single(await run.PrintedDocumentDiagnosticsAsync()), StringComparison.Ordinal);
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
