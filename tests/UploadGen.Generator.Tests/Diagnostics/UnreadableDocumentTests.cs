using System.Diagnostics;
using System.Text;

namespace UploadGen.Generator.Tests.Diagnostics;

/// <summary>A text that isn't a document is told so where it stops being one, and costs the other documents nothing.</summary>
public class UnreadableDocumentTests
{
    private const string NoClient = "No client is generated from it; mend the file, or set UploadGen=\"false\" on its AdditionalFiles item if it is none.";

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n  \n")]
    public async Task An_empty_file_is_said_to_be_empty(string text)
        => Assert.Equal(
            [$"api.json(1,1): warning UPG001: 'api.json' can't be read as an OpenAPI document: the file is empty. {NoClient}"], At1(await Reported(text)));

    [Fact]
    public async Task A_document_that_is_cut_off_is_reported_where_it_ends_behind_text_that_is_not_ASCII()
    {
        const string Text = "{\n  \"openapi\": \"3.1.0\",\n  \"info\": { \"title\": \"Größe 画像 😀\", \"vers";

        Assert.Equal(
            ["api.json(3,42): error UPG001: 'api.json' can't be read as an OpenAPI document: "
                + $"Expected end of string, but instead reached end of data. {NoClient}"],
            await Reported(Text));
    }

    [Fact]
    public async Task A_fault_in_the_middle_is_reported_at_the_character_behind_text_that_is_not_ASCII()
    {
        const string Text = "{\n  \"openapi\": \"3.1.0\",\n  \"x-größe\": \"😀\" ! \"y\": 1\n}";

        Assert.Equal(
            ["api.json(3,19): error UPG001: 'api.json' can't be read as an OpenAPI document: "
                + $"'!' is invalid after a value. Expected either ',', '}}', or ']'. {NoClient}"],
            await Reported(Text));
    }

    [Fact]
    public async Task A_web_page_saved_as_JSON_is_reported_at_its_first_character()
        => Assert.Equal(
            [$"api.json(1,1): warning UPG001: 'api.json' can't be read as an OpenAPI document: '<' is an invalid start of a value. {NoClient}"],
            await Reported("<!DOCTYPE html>\n<html><body>Not found</body></html>"));

    [Theory]
    [InlineData("{\n  \"info\": { \"title\": \"T\" \"version\": \"1\" },\n  \"openapi\": \"3.1.0\"\n}", "api.json(2,26): error")]
    [InlineData("{\r\n\t\"info\": {\r\n\t\t\"title\": \"T,\r\n\t},\r\n\t\"swagger\": \"2.0\"\r\n}", "api.json(3,15): error")]
    [InlineData("{\"info\":{\"title\":T},\"openapi\":\"3.1.0\",\"paths\":{}}", "api.json(1,18): error")]
    [InlineData("// ours\n{ // all of it\n  /* so\n  far */\n  \"info\": { \"title\": T },\n  \"openapi\": /* newest */ \"3.1.0\"\n}", "api.json(5,22): error")]
    [InlineData("info: { title: T }\nopenapi: 3.1.0\n", "api.json(1,1): error")]
    [InlineData("{\n  \"cases\": [ x,\n    { \"openapi\": \"3.1.0\" }\n  ]\n}", "api.json(2,14): warning")]
    [InlineData("{\n  \"cases\": { x\n  },\n  \"openapi\": { }\n}", "api.json(2,14): warning")]
    public async Task A_fault_before_the_version_is_an_error_where_there_seems_to_be_one(string text, string expected)
        => Assert.StartsWith(expected + " UPG001", Assert.Single(await Reported(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("api.txt")]
    [InlineData("specs/api")]
    [InlineData("api.json.bak")]
    public async Task A_file_with_another_ending_that_the_project_calls_a_document_is_an_error(string path)
    {
        const string text = """{ "openapi": "3.1.0", "overlay": "1.0.0", "arazzo": "1.0.0", "paths": { "/a": { "$ref": "b.json" } } }""";
        foreach (var (name, value) in new[] { ("UploadGenClientName", "AcmeClient"), ("UploadGen", "true"), ("UploadGenInclude", "a;b") })
        {
            var run = GeneratorRun.Of(text, new Dictionary<string, string> { [name] = value }, path);

            Assert.Empty(run.AssertCompiles().Files);
            Assert.Equal(
                [$"{path}(1,1): error UPG001: '{Path.GetFileName(path)}' can't be read as an OpenAPI document: its format is told by the ending of its name, "
                    + $"which is none of .json, .yaml, .yml. {NoClient.Replace("mend the file", "rename it", StringComparison.Ordinal)}"],
                await run.PrintedDocumentDiagnosticsAsync());
        }
    }

    [Fact]
    public async Task A_broken_file_that_the_project_calls_a_document_is_an_error()
    {
        var run = GeneratorRun.Of("nonsense", new Dictionary<string, string> { ["UploadGen"] = "true" });

        Assert.Equal(
            ["api.json(1,1): error UPG001: 'api.json' can't be read as an OpenAPI document: "
                + $"'nonsense' is an invalid JSON literal. Expected the literal 'null'. {NoClient}"],
            At1(await run.PrintedDocumentDiagnosticsAsync()));
    }

    [Fact]
    public async Task JSON_that_the_project_calls_a_document_and_that_is_none_is_an_error()
    {
        var run = GeneratorRun.Of("[1]", new Dictionary<string, string> { ["UploadGenClientName"] = "Api" });

        Assert.Equal(
            [$"api.json(1,1): error UPG001: 'api.json' can't be read as an OpenAPI document: its root is no object with an 'openapi' member. {NoClient}"],
            await run.PrintedDocumentDiagnosticsAsync());
    }

    [Theory]
    [InlineData("\"4.0.0\"", "4.0.0")]
    [InlineData("\"1.2\"", "1.2")]
    [InlineData("\"3.10.0\"", "3.10.0")]
    [InlineData("\"\"", "")]
    [InlineData("\"three\"", "three")]
    [InlineData("4", "4")]
    public async Task A_version_that_is_not_supported_is_reported_at_the_version(string version, string said)
    {
        var text = "{\n  \"info\": { \"title\": \"ä\" },\n  \"openapi\": " + version + ",\n  \"paths\": {}\n}";

        Assert.Equal(
            [$"api.json(3,14): error UPG002: 'api.json' says it is OpenAPI '{said}'; 2.0, 3.0, 3.1 and 3.2 can be read. No client is generated from it."],
            await Reported(text));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("true")]
    [InlineData("null")]
    public async Task A_member_that_is_neither_text_nor_number_is_no_version(string value)
        => Assert.Empty(await Reported($$"""{ "openapi": {{value}}, "paths": {} }"""));

    [Fact]
    public async Task Swagger_1_2_is_reported_at_its_own_version_member()
        => Assert.Equal(
            ["api.json(1,14): error UPG002: 'api.json' says it is OpenAPI '1.2'; 2.0, 3.0, 3.1 and 3.2 can be read. No client is generated from it."],
            await Reported("""{ "swagger": "1.2", "title": "see \"openapi\"" }"""));

    [Theory]
    [InlineData("""{ "openapi": "3.1.0", "info": [], "paths": "none", "components": 7 }""")]
    [InlineData("""{ "openapi": "3.1.0", "paths": { "/a": [] } }""")]
    [InlineData("""{ "openapi": "3.1.0", "paths": { "/a": { "get": 1, "post": { "parameters": {}, "responses": [] } } } }""")]
    [InlineData("""{ "openapi": "3.0.0", "components": { "schemas": { "A": { "type": 5, "properties": [], "required": "x", "enum": {} } } } }""")]
    [InlineData("""{ "openapi": "3.1.0", "components": { "schemas": { "A": { "allOf": [null, 1, "x", { "$ref": 5 }] } } } }""")]
    [InlineData("""{ "openapi": "3.1.0" }""")]
    [InlineData("""{ "swagger": "2.0", "paths": { "/a": { "post": { "parameters": [ { "in": "body" }, 3, null ] } } } }""")]
    [InlineData("""{ "openapi": "3.1.0", "openapi": "3.1.0", "paths": {}, "paths": {} }""")]
    public async Task Members_of_a_wrong_type_never_throw(string text)
    {
        var run = GeneratorRun.Of(text).AssertCompiles();

        Assert.All(await run.PrintedDocumentDiagnosticsAsync(), message => Assert.Matches("UPG0[0-9]{2}: ", message));
    }

    [Fact]
    public async Task Nesting_without_end_is_a_fault_of_the_document()
    {
        var text = """{ "openapi": "3.1.0", "x": """ + new string('[', 100_000) + new string(']', 100_000) + "}";

        Assert.StartsWith("api.json(1,283): error UPG001: 'api.json' can't be read", Assert.Single(await Reported(text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{ "openapi": "3.1.0", "x": """)]
    [InlineData("""{ "openapi": """)]
    public async Task Twenty_megabytes_of_garbage_cost_next_to_nothing(string before)
    {
        var text = before + Garbage(20_000_000);
        var clock = Stopwatch.StartNew();

        var reported = await Reported(text);

        // Some seconds at worst; the rest is for a machine that builds other things at the same time.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"It took {clock.Elapsed}.");
        Assert.Contains("UPG001: ", Assert.Single(reported), StringComparison.Ordinal);
        Assert.True(reported[0].Length < 1000, "The message holds the garbage.");
    }

    [Fact]
    public void A_broken_document_costs_the_others_nothing()
    {
        var run = GeneratorRun.Of([new InMemoryText("broken.json", """{ "openapi": "3.1.0" """), new InMemoryText("good.json", Spec.Document("{}"))]);

        Assert.Equal(["Shop.Good.GoodClient.g.cs", "Shop.Good.GoodClientOptions.g.cs"], run.AssertCompiles().Files.Keys);
    }

    /// <summary>No client comes of it, nothing is thrown, and this is what is said.</summary>
    private static async Task<IReadOnlyList<string>> Reported(string text)
    {
        var run = GeneratorRun.Of(text);

        Assert.Empty(run.AssertCompiles().Files);
        return await run.PrintedDocumentDiagnosticsAsync();
    }

    /// <summary>Where in an empty file the fault is makes no difference.</summary>
    private static IEnumerable<string> At1(IEnumerable<string> messages)
        => messages.Select(message => System.Text.RegularExpressions.Regex.Replace(message, @"^api\.json\(\d+,\d+\)", "api.json(1,1)"));

    private static string Garbage(int length)
    {
        var random = new Random(1);
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            text.Append((char)random.Next(32, 0x2000));
        }

        return text.ToString();
    }
}
