using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Overlays say what a vendor's document doesn't, without touching it.</summary>
public class OverlayTests
{
    private const string Client = "Shop.Api.ApiClient.g.cs";

    private static readonly string Document = Spec.Document("""
        { "/files": { "post": { "operationId": "openUpload", "tags": ["a"],
          "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "properties": {
            "title": { "type": "string" }, "old": { "type": "string" } } } } } },
          "responses": { "201": { "description": "Opened", "content": { "application/json": { "schema": { "type": "object", "properties": {
            "place": { "type": "string" } } } } } } } } } }
        """);

    private static string Overlay(string actions, string extends = "")
        => $$"""{ "overlay": "1.0.0", "info": { "title": "Hints", "version": "1" }, {{extends}} "actions": [ {{actions}} ] }""";

    private static readonly string Hint = Overlay("""
        { "target": "$.paths['/files'].post", "update": {
          "x-uploadgen": { "url": "$response.body#/place", "fileName": "$request.body#/title" } } }
        """);

    private static string HintThatExtends(string address)
        => Hint.Replace("\"actions\"", $"\"extends\": \"{address}\", \"actions\"", StringComparison.Ordinal);

    private static GeneratorRun Run(params (string Path, string Text)[] files)
        => GeneratorRun.Of(files.Select(file => (AdditionalText)new InMemoryText(file.Path, file.Text))).AssertCompiles();

    private static bool HasFlow(GeneratorRun run) => Type(run, "ApiClient")!.GetMembers("UploadFileAsync").Length > 0;

    private static INamedTypeSymbol? Type(GeneratorRun run, string name) => run.Output.GetTypeByMetadataName("Shop.Api." + name);

    [Theory]
    [InlineData("specs/api.overlay.json")]
    [InlineData("SPECS/API.overlay.json")]
    public void An_overlay_of_the_documents_name_beside_it_is_applied(string path)
    {
        Assert.False(HasFlow(Run(("specs/api.json", Document))));
        Assert.True(HasFlow(Run((path, Hint), ("specs/api.json", Document))));
    }

    [Theory]
    [InlineData("../specs/api.json", true)]
    [InlineData("./../specs/./api.json", true)]
    [InlineData("api.json", false)]
    [InlineData("../specs/other.json", false)]
    public void An_overlay_that_names_its_document_is_applied_to_that(string extends, bool applies)
        => Assert.Equal(applies, HasFlow(Run(("specs/api.json", Document), ("hints/mine.json", HintThatExtends(extends)))));

    [Fact]
    public void A_vendors_overlay_that_extends_an_address_goes_by_its_name()
        => Assert.True(HasFlow(Run(("api.json", Document), ("api.overlay.json", HintThatExtends("https://example.com/openapi.json")))));

    [Fact]
    public void An_overlay_is_no_document_and_of_no_use_to_another()
    {
        var run = Run(("api.json", Document), ("other.overlay.json", Hint));

        Assert.False(HasFlow(run));
        Assert.DoesNotContain(run.Files.Keys, name => name.Contains("Overlay", StringComparison.Ordinal));
    }

    [Fact]
    public void Updates_merge_and_append_and_removals_remove_in_the_order_of_the_actions()
    {
        var run = Run(("api.json", Document), ("api.overlay.json", Overlay("""
            { "target": "$..properties.old", "remove": true },
            { "target": "$..properties", "update": { "added": { "type": "integer" }, "title": { "maxLength": 9 } } },
            { "target": "$.paths['/files'].post.tags", "update": "b" },
            { "target": "$.paths['/files'].post.tags[0]", "remove": true },
            { "target": "$.paths['/files'].post", "update": { "tags": ["c"], "operationId": "begin" } }
            """)));

        Assert.Single(Type(run, "ApiClient")!.GetMembers("BeginAsync"));
        var request = Type(run, "BeginBody")!;
        Assert.Equal("long?", Assert.IsAssignableFrom<IPropertySymbol>(Assert.Single(request.GetMembers("Added"))).Type.ToDisplayString());
        Assert.Equal(9, Assert.Single(Assert.Single(request.GetMembers("Title")).GetAttributes()).ConstructorArguments[0].Value);
        Assert.Empty(request.GetMembers("Old"));
    }

    [Theory]
    [InlineData("""{ "target": "$.paths['/nowhere'].post", "update": {} }""", 12, "the target '$.paths['/nowhere'].post' selects nothing in 'api.json'")]
    [InlineData(
        """{ "target": "$.paths./files.post", "update": {} }""", 12,
        "the target '$.paths./files.post' is no JSONPath that can be read ('/' at 8 isn't understood there)")]
    [InlineData("""{ "target": "$.info.title", "update": {} }""", 12, "the target '$.info.title' selects something that can't be updated")]
    [InlineData("""{ "target": "$", "remove": true }""", 12, "the target '$' is the whole document")]
    [InlineData("""{ "target": "$.info" }""", 0, "an action has neither 'update' nor 'remove'")]
    [InlineData("""{ "update": {} }""", 0, "an action has no 'target'")]
    public async Task An_action_that_changes_nothing_is_reported_in_the_overlay_and_the_others_are_applied(string action, int column, string message)
    {
        const string hint = """{ "target": "$.paths['/files'].post", "update": { "x-uploadgen": { "url": "$response.body#/place" } } }""";
        var overlay = Overlay("\n" + action + ",\n" + hint);
        var run = Run(("api.json", Document), ("api.overlay.json", overlay));

        var diagnostic = Assert.Single(await run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken), found => found.Id == "UPG010");
        Assert.Equal("api.overlay.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(1, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(column, diagnostic.Location.GetLineSpan().StartLinePosition.Character);
        Assert.Contains(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.True(HasFlow(run));
    }

    [Theory]
    [InlineData("""{ "overlay": "1.0.0", "actions": [ """, "it can't be read as an overlay")]
    [InlineData("""{ "overlay": "1.0.0" }""", "it has no list of 'actions'")]
    [InlineData("""{ "overlay": "1.2.0", "actions": [ { "target": "$.paths", "remove": true } ] }""", "it says it is Overlay '1.2.0'; 1.0 and 1.1 can be read")]
    [InlineData("""{ "overlay": {}, "actions": [ { "target": "$.paths", "remove": true } ] }""", "it says it is Overlay ''")]
    public async Task An_overlay_that_cannot_be_read_leaves_the_document_as_it_is(string overlay, string message)
    {
        var run = Run(("api.json", Document), ("api.overlay.json", overlay));

        Assert.Contains(message, Assert.Single(await run.PrintedDocumentDiagnosticsAsync()), StringComparison.Ordinal);
        Assert.Contains(run.Files.Keys, name => name.EndsWith("ApiClient.g.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api.overlay.json", "\"1.1.0\"")]
    [InlineData("api.overlay.json", "\"1.1.7\"")]
    [InlineData("api.overlay.yaml", "1.1")]
    public async Task An_overlay_of_1_1_may_copy_and_describe_itself(string path, string version)
    {
        var overlay = $$"""
            { "overlay": {{version}}, "info": { "title": "Hints", "version": "1", "description": "A second way to open *uploads*" }, "actions": [
              { "target": "$.paths", "update": { "/more": {} }, "x-why": "a copy wants a place" },
              { "target": "$.paths['/more']", "copy": "$.paths['/files']", "description": "The same, elsewhere" },
              { "target": "$.paths['/more'].post.operationId", "update": "openMore" } ] }
            """;

        var run = Run(("api.json", Document), (path, overlay));

        Assert.Single(Type(run, "ApiClient")!.GetMembers("OpenMoreAsync"));
        Assert.DoesNotContain(await run.PrintedDocumentDiagnosticsAsync(), text => text.Contains("UPG010", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_contradicts_the_document_is_reported_at_the_member()
    {
        var overlay = Overlay("""
            { "target": "$.paths['/files']", "update": { "post":
            { "tags": {} } } }
            """).Replace("1.0.0", "1.1.0", StringComparison.Ordinal);

        var diagnostic = Assert.Single(
            await Run(("api.json", Document), ("api.overlay.json", overlay)).DocumentDiagnosticsAsync(TestContext.Current.CancellationToken),
            found => found.Id == "UPG010");

        Assert.Equal((1, 2), (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Fact]
    public async Task An_overlay_without_a_document_is_reported()
    {
        var run = Run(("lost.overlay.json", Hint));

        Assert.Contains("it has no document", Assert.Single(await run.PrintedDocumentDiagnosticsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overlay_that_is_switched_off_does_nothing_and_says_nothing()
    {
        var off = new ItemMetadata("Shop").With("api.overlay.json", new Dictionary<string, string> { ["UploadGen"] = "false" });
        var run = GeneratorRun.Of([new InMemoryText("api.json", Document), new InMemoryText("api.overlay.json", Hint)], off).AssertCompiles();

        Assert.False(HasFlow(run));
        Assert.Empty(await run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_edit_of_an_overlay_runs_only_its_document()
    {
        var hint = new InMemoryText("api.overlay.json", Hint);
        var before = IncrementalRun.Of(new ItemMetadata("Shop"), new InMemoryText("api.json", Document), hint, new InMemoryText("other.json", Document + " "));

        var edited = new InMemoryText(
            "api.overlay.json",
            Hint.Replace("\"fileName\": \"$request.body#/title\"", "\"fileName\": \"$request.body#/old\"", StringComparison.Ordinal));
        var run = before.EditDocument(hint, edited);

        Assert.Equal(IncrementalStepRunReason.Modified, run.Reasons("api.json").Emit);
        Assert.Equal(IncrementalStepRunReason.Cached, run.Reasons("other.json").Parse);
        Assert.Equal(IncrementalStepRunReason.Cached, run.Reasons("other.json").Emit);
        Assert.NotEqual(before.Files[Client], run.Files[Client]);
        Assert.Equal(IncrementalRun.Of(new ItemMetadata("Shop"), new InMemoryText("api.json", Document), edited).Files[Client], run.Files[Client]);
    }

    [Fact]
    public void An_edit_of_CSharp_code_runs_nothing_beside_an_overlay()
    {
        var run = IncrementalRun.Of(new ItemMetadata("Shop"), new InMemoryText("api.json", Document), new InMemoryText("api.overlay.json", Hint)).EditCode();

        Assert.Equal(RunReasons.NothingIsRun, run.Reasons("api.json"));
    }

    [Fact]
    public void An_overlay_that_is_taken_away_takes_its_word_with_it()
    {
        var hint = new InMemoryText("api.overlay.json", Hint);
        var run = IncrementalRun.Of(new ItemMetadata("Shop"), new InMemoryText("api.json", Document), hint).RemoveDocument(hint);

        Assert.Equal(IncrementalRun.Of(new ItemMetadata("Shop"), new InMemoryText("api.json", Document)).Files[Client], run.Files[Client]);
    }
}
