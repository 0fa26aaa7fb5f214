using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Tests.Workflows;

/// <summary>Descriptions of workflows are AdditionalFiles like overlays: each is for the documents that it names, and is told where it has none.</summary>
public class WorkflowFileTests
{
    private const string Client = "Shop.Api.ApiClient.g.cs";

    private const string Json = """
        { "arazzo": "1.0.1", "info": { "title": "Crates", "version": "1" },
          "sourceDescriptions": [ { "name": "crates", "url": "./api.json", "type": "openapi" } ],
          "workflows": [ { "workflowId": "fill", "steps": [
            { "stepId": "first", "operationId": "open", "outputs": { "url": "$response.body#/place" } },
            { "stepId": "put", "x-operation": { "url": "$steps.first.outputs.url", "method": "PUT" } } ] } ] }
        """;

    private static InMemoryText Api(string path = "api.json") => new(path, WorkflowRun.Document);

    private static GeneratorRun Run(params (string Path, string Text)[] files)
        => GeneratorRun.Of(files.Select(file => (AdditionalText)new InMemoryText(file.Path, file.Text))).AssertCompiles();

    private static bool HasFlow(GeneratorRun run, string client = Client) => run.Files[client].Contains("UploadFileAsync", StringComparison.Ordinal);

    private static async Task<string> Told(GeneratorRun run)
        => Assert.Single(await run.PrintedDocumentDiagnosticsAsync(), text => text.Contains("UPG008", StringComparison.Ordinal));

    private static string Sources(string sources)
        => Json.Replace("""[ { "name": "crates", "url": "./api.json", "type": "openapi" } ]""", sources, StringComparison.Ordinal);

    [Theory]
    [InlineData("flows.json", "./api.json", true)]
    [InlineData("flows.json", "api.json", true)]
    [InlineData("flows.json", " ./api.json\\n", true)]
    [InlineData("flows/crates.json", "../api.json#/", true)]
    [InlineData("flows.json", "API.json", true)]
    [InlineData("flows/crates.json", "api.json", false)]
    [InlineData("flows.json", "https://example.com/openapi.json", false)]
    [InlineData("api.arazzo.json", "https://example.com/openapi.json", true)]
    public async Task Workflows_are_for_the_document_that_they_name(string path, string url, bool isFor)
    {
        var run = Run(("api.json", WorkflowRun.Document), (path, Json.Replace("./api.json", url, StringComparison.Ordinal)));

        Assert.Equal(isFor, HasFlow(run));
        if (!isFor)
        {
            Assert.Contains($"name ('{url}'), nothing is a document among the project's AdditionalFiles", await Told(run), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"1.2.0\"", "it says it is Arazzo '1.2.0'; 1.0 and 1.1 can be read. Nothing of it is taken")]
    [InlineData("2", "it says it is Arazzo '2'")]
    public async Task Another_version_is_told(string version, string message)
    {
        var run = Run(("api.json", WorkflowRun.Document), ("flows.json", Json.Replace("\"1.0.1\"", version, StringComparison.Ordinal)));

        Assert.False(HasFlow(run));
        Assert.Contains(message, await Told(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.1.0")]
    [InlineData("1.1")]
    public void Each_version_of_1_0_and_1_1_is_read(string version)
        => Assert.True(HasFlow(Run(("api.json", WorkflowRun.Document), ("flows.json", Json.Replace("1.0.1", version, StringComparison.Ordinal)))));

    [Theory]
    [InlineData("""{ "arazzo": "1.0.1", "workflows": [ """, "it can't be read as an Arazzo description: Expected")]
    [InlineData("""{ "arazzo": "1.0.1", "workflows": [] }""", "it names no OpenAPI document: it has no 'sourceDescriptions' of type openapi")]
    [InlineData(
        """{ "arazzo": "1.0.1", "sourceDescriptions": [ { "name": "a", "url": "a.json", "type": "asyncapi" } ] }""",
        "it names no OpenAPI document: it has no 'sourceDescriptions' of type openapi")]
    public async Task What_cannot_be_read_is_told(string text, string message)
    {
        var run = Run(("api.json", WorkflowRun.Document), ("flows.json", text));

        Assert.False(HasFlow(run));
        Assert.StartsWith("flows.json(", await Told(run), StringComparison.Ordinal);
        Assert.Contains(message, await Told(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_that_is_switched_off_does_nothing_and_says_nothing()
    {
        var off = new ItemMetadata("Shop").With("flows.json", new Dictionary<string, string> { ["UploadGen"] = "false" });
        var run = GeneratorRun.Of([Api(), new InMemoryText("flows.json", Sources("[]"))], off).AssertCompiles();

        Assert.False(HasFlow(run));
        Assert.DoesNotContain(await run.PrintedDocumentDiagnosticsAsync(), text => text.Contains("UPG008", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_speaks_of_arazzo_stays_a_document()
    {
        var document = WorkflowRun.Document.Replace("\"openapi\"", "\"x-note\": \"arazzo\", \"openapi\"", StringComparison.Ordinal);

        Assert.Contains(Client, Run(("api.json", document)).Files.Keys);
    }

    [Fact]
    public async Task A_workflow_over_two_documents_names_the_source_of_each_operation()
    {
        const string both = """[ { "name": "crates", "url": "./api.json" }, { "name": "boxes", "url": "./boxes.json", "type": "openapi" } ]""";
        var plain = Sources(both);
        var named = plain.Replace("\"operationId\": \"open\"", "\"operationId\": \"$sourceDescriptions.boxes.open\"", StringComparison.Ordinal);

        // Without a source it may be of either, and both see that.
        Assert.Contains(
            "'open' may be of any of the sources; write $sourceDescriptions.crates.open",
            await Told(Over(plain.Replace("fill", "upload", StringComparison.Ordinal))),
            StringComparison.Ordinal);

        var run = Over(named);
        Assert.False(HasFlow(run));
        Assert.True(HasFlow(run, "Shop.Boxes.BoxesClient.g.cs"));

        static GeneratorRun Over(string text) => Run(("api.json", WorkflowRun.Document), ("boxes.json", WorkflowRun.Document), ("flows.json", text));
    }

    [Fact]
    public async Task A_step_of_another_document_is_told()
    {
        const string both = """[ { "name": "crates", "url": "./api.json" }, { "name": "boxes", "url": "./boxes.json" } ]""";
        var text = Sources(both)
            .Replace("\"operationId\": \"open\"", "\"operationId\": \"$sourceDescriptions.crates.open\"", StringComparison.Ordinal)
            .Replace("\"PUT\" } }", """
                "PUT" } }, { "stepId": "last", "operationId": "$sourceDescriptions.boxes.seal",
                "parameters": [ { "name": "ticket", "in": "path", "value": "$steps.first.outputs.url" } ] }
                """, StringComparison.Ordinal);

        var run = Run(("api.json", WorkflowRun.Document), ("boxes.json", WorkflowRun.Document), ("flows.json", text));

        Assert.Contains("'$sourceDescriptions.boxes.seal' is of another document, and a call does", await Told(run), StringComparison.Ordinal);
        Assert.False(HasFlow(run));
    }

    [Fact]
    public async Task A_name_that_stands_twice_is_told()
    {
        var text = Json.Replace("\"stepId\": \"put\"", "\"stepId\": \"x\", \"stepId\": \"put\"", StringComparison.Ordinal);
        var run = Run(("api.json", WorkflowRun.Document), ("flows.json", text));

        Assert.Contains(await run.PrintedDocumentDiagnosticsAsync(), text => text.Contains("'stepId' stands in this object already", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_of_workflows_runs_only_their_document()
    {
        var flows = new InMemoryText("flows.json", Json);
        var before = IncrementalRun.Of(new ItemMetadata("Shop"), Api(), flows, new InMemoryText("other.json", WorkflowRun.Document + " "));

        var edited = new InMemoryText("flows.json", Json.Replace("#/place", "#/other", StringComparison.Ordinal));
        var run = before.EditDocument(flows, edited);

        Assert.Equal(IncrementalStepRunReason.Modified, run.Reasons("api.json").Emit);
        Assert.Equal(IncrementalStepRunReason.Cached, run.Reasons("other.json").Parse);
        Assert.Equal(IncrementalStepRunReason.Cached, run.Reasons("other.json").Emit);
        Assert.NotEqual(before.Files[Client], run.Files[Client]);
        Assert.Equal(IncrementalRun.Of(new ItemMetadata("Shop"), Api(), edited).Files[Client], run.Files[Client]);
    }

    [Fact]
    public void An_edit_of_what_workflows_mean_nothing_by_generates_nothing_anew()
    {
        var flows = new InMemoryText("flows.json", Json);
        var run = IncrementalRun.Of(new ItemMetadata("Shop"), Api(), flows)
            .EditDocument(flows, new InMemoryText("flows.json", Json.Replace("Crates", "Many crates", StringComparison.Ordinal)));

        Assert.Equal(IncrementalStepRunReason.Unchanged, run.Reasons("api.json").Bind);
        Assert.Equal(IncrementalStepRunReason.Cached, run.Reasons("api.json").Emit);
    }

    [Fact]
    public void An_edit_of_CSharp_code_runs_nothing_beside_workflows()
    {
        var run = IncrementalRun.Of(new ItemMetadata("Shop"), Api(), new InMemoryText("flows.json", Json)).EditCode();

        Assert.Equal(RunReasons.NothingIsRun, run.Reasons("api.json"));
    }

    [Fact]
    public void Workflows_that_are_taken_away_take_their_word_with_them()
    {
        var flows = new InMemoryText("flows.json", Json);
        var run = IncrementalRun.Of(new ItemMetadata("Shop"), Api(), flows).RemoveDocument(flows);

        Assert.Equal(IncrementalRun.Of(new ItemMetadata("Shop"), Api()).Files[Client], run.Files[Client]);
    }
}
