namespace UploadGen.Generator.Tests.Diagnostics;

/// <summary>Metadata that says nothing sensible is named, with its value and what is allowed, and passed over.</summary>
public class MetadataProblemTests
{
    private const string Operation = """{ "/a": { "get": { "operationId": "getA", "tags": ["letters"], "responses": { "204": { "description": "" } } } } }""";

    [Theory]
    [InlineData("UploadGen", "yes", "'true' or 'false'. It is ignored")]
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
    [InlineData("UploadGenExclude", "/**")]
    [InlineData("UploadGenClientName", "")]
    public async Task A_good_value_is_not(string name, string value)
    {
        var run = GeneratorRun.Of(Spec.Document(Operation), new Dictionary<string, string> { [name] = value });

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
