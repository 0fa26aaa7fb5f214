namespace UploadGen.Generator.Tests.Diagnostics;

/// <summary>Metadata that says nothing sensible is named, with its value and what is allowed, and passed over.</summary>
public class MetadataProblemTests
{
    private const string Operation = """
        { "/a": { "get": { "operationId": "getA", "tags": ["letters", "Files; Folders"], "responses": { "204": { "description": "" } } } } }
        """;

    private const string Two = """
        {
          "/a": { "get": { "operationId": "getA", "tags": ["letters"], "responses": { "204": { "description": "" } } } },
          "/b": { "get": { "operationId": "getB", "tags": ["letters"], "responses": { "204": { "description": "" } } } }
        }
        """;

    [Theory]
    [InlineData("UploadGen", "yes", "'true' or 'false'. It is ignored")]
    [InlineData("UploadGen", "flase", "'true' or 'false'. Did you mean 'false'? It is ignored")]
    [InlineData("UploadGenAccessibility", "intern", "'public' or 'internal'. Did you mean 'internal'? It is ignored")]
    [InlineData("UploadGenInclude", "getB", "an operationId, a tag or a path glob of the document. Did you mean 'getA'? It selects nothing")]
    [InlineData("UploadGenExclude", "letter", "an operationId, a tag or a path glob of the document. Did you mean 'letters'? It selects nothing")]
    [InlineData("UploadGenAccessibility", "private", "'public' or 'internal'. It is ignored")]
    [InlineData("UploadGenNamespace", "Acme..Uploads", "a C# namespace such as 'Acme.Uploads'. It is ignored")]
    [InlineData("UploadGenNamespace", "Acme.2Uploads", "a C# namespace such as 'Acme.Uploads'. It is ignored")]
    [InlineData("UploadGenNamespace", "A; class B { } namespace C", "a C# namespace such as 'Acme.Uploads'. It is ignored")]
    [InlineData("UploadGenNamespace", "Acme.class", "a C# namespace such as 'Acme.Uploads'. It is ignored")]
    [InlineData("UploadGenClientName", "Acme Client", "a C# class name such as 'AcmeClient'. It is ignored")]
    [InlineData("UploadGenClientName", "class", "a C# class name such as 'AcmeClient'. It is ignored")]
    [InlineData("UploadGenInclude", "nothing", "an operationId, a tag or a path glob of the document. It selects nothing")]
    [InlineData("UploadGenExclude", "/nowhere/**", "an operationId, a tag or a path glob of the document. It selects nothing")]
    public async Task A_bad_value_is_named(string name, string value, string allowed)
    {
        var run = GeneratorRun.Of(Spec.Document(Operation), new Dictionary<string, string> { [name] = value });

        run.AssertCompiles();
        Assert.Equal(
            [$"api.json(1,1): error UPG009: {name}=\"{value}\" on the AdditionalFiles item of 'api.json' isn't {allowed}."],
            await run.PrintedDocumentDiagnosticsAsync());
        Assert.Contains("Shop.Api.ApiClient.g.cs", run.Files.Keys);
    }

    [Theory]
    [InlineData("UploadGen", "true")]
    [InlineData("UploadGen", " True ")]
    [InlineData("UploadGenAccessibility", "internal")]
    [InlineData("UploadGenNamespace", "Acme.Uploads")]
    [InlineData("UploadGenNamespace", "Größe")]
    [InlineData("UploadGenClientName", "AcmeClient")]
    [InlineData("UploadGenInclude", "getA")]
    [InlineData("UploadGenInclude", "letters; /a")]
    [InlineData("UploadGenInclude", "Files%3B Folders")]
    [InlineData("UploadGenInclude", "getA;files%3b folders")]
    [InlineData("UploadGenClientName", "")]
    public async Task A_good_value_is_not(string name, string value)
    {
        var run = GeneratorRun.Of(Spec.Document(Operation), new Dictionary<string, string> { [name] = value });

        run.AssertCompiles();
        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
    }

    [Theory]
    [InlineData("getA", "letters", "UploadGenInclude", "getA")]
    [InlineData("/a;getB", "getA", "UploadGenInclude", "/a")]
    [InlineData("getA;getB", "/*", "UploadGenInclude", "getA", "getB")]
    public async Task An_inclusion_that_is_excluded_is_named(string include, string exclude, string name, params string[] values)
    {
        var run = GeneratorRun.Of(Spec.Document(Two), new Dictionary<string, string> { ["UploadGenInclude"] = include, ["UploadGenExclude"] = exclude });

        run.AssertCompiles();
        Assert.Equal(
            values.Select(value => $"api.json(1,1): error UPG009: {name}=\"{value}\" on the AdditionalFiles item of 'api.json' isn't of any use: "
                + "UploadGenExclude takes away each operation that it applies to. It selects nothing."),
            await run.PrintedDocumentDiagnosticsAsync());
    }

    [Theory]
    [InlineData("/**")]
    [InlineData("getA;letters;/b")]
    public async Task An_exclusion_that_leaves_nothing_is_named(string exclude)
    {
        var run = GeneratorRun.Of(Spec.Document(Two), new Dictionary<string, string> { ["UploadGenExclude"] = exclude });

        run.AssertCompiles();
        Assert.Equal(
            [$"api.json(1,1): error UPG009: UploadGenExclude=\"{exclude}\" on the AdditionalFiles item of 'api.json' isn't a list that leaves an operation "
                + "of the document. The client has none."],
            await run.PrintedDocumentDiagnosticsAsync());
    }

    [Theory]
    [InlineData("letters", "getB")]
    [InlineData("getA;/**", "getB")]
    [InlineData("getA", "getB")]
    [InlineData("", "getB")]
    public async Task An_inclusion_of_which_something_is_left_is_not(string include, string exclude)
    {
        var run = GeneratorRun.Of(Spec.Document(Two), new Dictionary<string, string> { ["UploadGenInclude"] = include, ["UploadGenExclude"] = exclude });

        run.AssertCompiles();
        Assert.Empty(await run.PrintedDocumentDiagnosticsAsync());
    }

    [Fact]
    public async Task A_document_whose_metadata_is_wrong_still_tells_of_its_flows()
    {
        var path = Repository.Spec("runflow.json");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        var run = GeneratorRun.Of(text, new Dictionary<string, string> { ["UploadGenAccessibility"] = "private" });

        var ids = (await run.DocumentDiagnosticsAsync(TestContext.Current.CancellationToken)).Select(diagnostic => diagnostic.Id).ToList();
        Assert.Contains("UPG009", ids);
        Assert.Contains("UPG007", ids);
    }

    [Theory]
    [InlineData("readme.md", "UploadGen", "flase", false)]
    [InlineData("specs/notes.txt", "UploadGenClientName", "A-B", true)]
    [InlineData("specs/api", "UploadGenNamespace", "1", false)]
    public async Task A_bad_value_on_a_file_of_no_format_is_named_where_the_file_begins(string path, string name, string value, bool isMeant)
    {
        foreach (var text in new[] { "# Notes\n\nof ours", "" })
        {
            var run = GeneratorRun.Of(text, new Dictionary<string, string> { [name] = value }, path);

            run.AssertCompiles();
            var reported = await run.PrintedDocumentDiagnosticsAsync();
            Assert.Contains(reported, message => message.StartsWith($"{path}(1,1): error UPG009: {name}=\"{value}\"", StringComparison.Ordinal));
            Assert.Equal(isMeant, reported.Any(message => message.StartsWith($"{path}(1,1): error UPG001: ", StringComparison.Ordinal)));
            Assert.Equal(isMeant ? 2 : 1, reported.Count);
        }
    }

    [Fact]
    public async Task All_of_them_are_named_at_once()
    {
        var run = GeneratorRun.Of(
            Spec.Document(Operation),
            new Dictionary<string, string> { ["UploadGenAccessibility"] = "x", ["UploadGenNamespace"] = "1", ["UploadGenClientName"] = "2" });

        run.AssertCompiles();
        Assert.Equal(3, (await run.PrintedDocumentDiagnosticsAsync()).Count);
    }
}
