using System.Text.RegularExpressions;
using UploadGen.EndToEnd.Tests.Crate;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Headers and form fields in every shape: each entry is sent, exactly, and nothing else; what can't be understood ends the upload before.</summary>
public sealed partial class TextShapeTests
{
    private static readonly UploadContent File = UploadContent.FromBytes("hello"u8.ToArray(), "a.png");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lists", """{ "x-a": ["1"], "x-b": ["2", "3"], "Content-Type": ["image/webp"], "x-none": [], "x-null": null }""")]
    [InlineData("pairs", """[{ "name": "x-a", "value": "1" }, { "name": "x-b", "value": "2,3" }, { "name": "Content-Type", "value": "image/webp" }]""")]
    [InlineData(
        "pairs",
        """
        [{ "name": "x-b", "value": "2" }, { "name": "x-a", "value": "1" }, { "name": "x-b", "value": "3" }, { "name": "Content-Type", "value": "image/webp" }]
        """)]
    [InlineData("columns", """{ "Keys": ["x-a", "x-b", "Content-Type"], "Values": ["1", "2,3", "image/webp"] }""")]
    [InlineData("lines", """["x-a: 1", "x-b:2,3", "Content-Type: image/webp"]""")]
    [InlineData("any", """{ "x-a": "1", "x-b": ["2", "3"], "Content-Type": "image/webp" }""")]
    [InlineData("any", """[{ "header": "x-a", "value": 1 }, { "key": "x-b", "value": "2,3" }, { "name": "Content-Type", "value": "image/webp" }]""")]
    [InlineData("any", """{ "keys": ["x-a", "x-b", "Content-Type"], "values": ["1", "2,3", "image/webp"] }""")]
    [InlineData("any", """  "{ \"x-a\": \"1\", \"x-b\": \"2,3\", \"Content-Type\": \"image/webp\" }"  """)]
    public async Task Every_header_is_sent_and_no_other(string shape, string headers)
    {
        await using var server = await CrateServer.StartAsync($$"""{ "upload_url": "$url", "headers": {{headers}} }""");

        await WithHeadersAsync(server, shape);

        var sent = server.Stored.Headers;
        Assert.Equal(("PUT", "hello"), (server.Stored.Method, server.Stored.Text));
        Assert.Equal(["Content-Length", "Content-Type", "Host", "x-a", "x-b"], sent.Keys.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(("1", "2,3", "image/webp"), (sent["x-a"].ToString(), sent["x-b"].ToString(), sent.ContentType.ToString()));
    }

    [Theory]
    [InlineData("lists")]
    [InlineData("pairs")]
    [InlineData("columns")]
    [InlineData("lines")]
    [InlineData("any")]
    public async Task Without_headers_the_media_type_is_sent(string shape)
    {
        await using var server = await CrateServer.StartAsync("""{ "upload_url": "$url" }""");

        await WithHeadersAsync(server, shape);

        Assert.Equal("image/png", server.Stored.Headers.ContentType);
    }

    [Theory]
    [InlineData("lists", """{ "x-a": [null] }""", "has no value for x-a")]
    [InlineData("lists", """{ "Content-Type": ["image/png", "image/webp"] }""", "contain Content-Type twice")]
    [InlineData("pairs", """[{ "name": "", "value": "5ec7e75ec7e7" }]""", "an entry (number 1) without a name")]
    [InlineData("columns", """{ "Keys": ["x-a", "x-b"], "Values": ["5ec7e75ec7e7"] }""", "has 2 names and 1 values")]
    [InlineData("columns", """{ "Keys": ["x-a"] }""", "has 1 names and 0 values")]
    [InlineData("lines", """["x-a: 1", "5ec7e75ec7e7"]""", "an entry (number 2) that isn't written as \"Name: value\"")]
    [InlineData("lines", """[": 5ec7e75ec7e7"]""", "an entry (number 1) without a name")]
    [InlineData("any", """[{ "name": "x-a" }]""", "has no value for x-a")]
    [InlineData("any", """[{ "value": "5ec7e75ec7e7" }]""", "an entry (number 1) without a name")]
    [InlineData("any", """[{ "name": "x-a", "key": "x-b", "value": "1" }]""", "with several names (name, key)")]
    [InlineData("any", """["x-a: 5ec7e75ec7e7"]""", "is no object with a name and a value")]
    [InlineData("any", """{ "keys": ["x-a"], "values": null }""", "has 1 names and 0 values")]
    [InlineData("any", """{ "x-a": { "of": "5ec7e75ec7e7" } }""", "has x-a, which is no text but an Object")]
    [InlineData("any", """ "x-a: 5ec7e75ec7e7" """, "is a text that holds no JSON object or list")]
    [InlineData("any", "17", "is a Number")]
    public async Task What_cannot_be_sent_as_it_is_said_is_not_sent(string shape, string headers, string said)
    {
        await using var server = await CrateServer.StartAsync($$"""{ "upload_url": "$url", "headers": {{headers}} }""");

        var failure = await server.NothingIsStoredAsync(() => WithHeadersAsync(server, shape), said, "Nothing was sent");

        Assert.StartsWith("openHeader", failure.OperationId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pairs", """[{ "key": "key", "value": "k/1" }, { "key": "tag", "value": "a" }, { "key": "tag", "value": "b" }]""")]
    [InlineData("columns", """{ "names": ["key", "tag", "tag"], "values": ["k/1", "a", "b"] }""")]
    [InlineData("json", """  "{ \"key\": \"k/1\", \"tag\": [\"a\", \"b\"] }"  """)]
    public async Task Every_field_is_sent_in_its_order_and_the_file_last(string shape, string fields)
    {
        await using var server = await CrateServer.StartAsync($$"""{ "upload_url": "$url", "fields": {{fields}} }""");

        await WithFieldsAsync(server, shape);

        Assert.Equal("POST", server.Stored.Method);
        Assert.Equal(["key = k/1", "tag = a", "tag = b", "file = hello"], Fields(server.Stored.Text));
    }

    [Theory]
    [InlineData("pairs", """[{ "key": "", "value": "5ec7e75ec7e7" }]""", "without a name")]
    [InlineData("columns", """{ "names": [], "values": ["5ec7e75ec7e7"] }""", "has 0 names and 1 values")]
    [InlineData("json", """ "5ec7e75ec7e7" """, "is a text that holds no JSON object or list")]
    public async Task A_form_that_cannot_be_understood_is_not_sent(string shape, string fields, string said)
    {
        await using var server = await CrateServer.StartAsync($$"""{ "upload_url": "$url", "fields": {{fields}} }""");

        await server.NothingIsStoredAsync(() => WithFieldsAsync(server, shape), said);
    }

    [Fact]
    public void A_log_of_the_answer_holds_no_value()
    {
        var session = new OpenHeaderPairsResponse
        {
            UploadUrl = "https://storage.example/o?signature=5ec7e7",
            Headers = [new() { Name = "x-a", Value = "5ec7e7" }],
        };

        Assert.Equal("OpenHeaderPairsResponse { UploadUrl = https://storage.example/o?…, Headers = 1 headers }", session.ToString());
        Assert.Equal("OpenHeaderPairsResponseHeadersItem { Name = x-a, Value = … }", session.Headers[0].ToString());
    }

    private static Task WithHeadersAsync(CrateServer server, string shape) => shape switch
    {
        "lists" => server.Client.UploadHeaderListsAsync(File, cancellationToken: Cancellation),
        "pairs" => server.Client.UploadHeaderPairsAsync(File, cancellationToken: Cancellation),
        "columns" => server.Client.UploadHeaderColumnsAsync(File, cancellationToken: Cancellation),
        "lines" => server.Client.UploadHeaderLinesAsync(File, cancellationToken: Cancellation),
        _ => server.Client.UploadHeaderAnyAsync(File, cancellationToken: Cancellation),
    };

    private static Task WithFieldsAsync(CrateServer server, string shape) => shape switch
    {
        "pairs" => server.Client.UploadFieldPairsAsync(File, cancellationToken: Cancellation),
        "columns" => server.Client.UploadFieldColumnsAsync(File, cancellationToken: Cancellation),
        _ => server.Client.UploadFieldJsonAsync(File, cancellationToken: Cancellation),
    };

    private static IEnumerable<string> Fields(string form)
        => Part().Matches(form).Select(part => $"{part.Groups["name"].Value} = {part.Groups["value"].Value}");

    [GeneratedRegex("""name="(?<name>[^"]+)".*?\r\n\r\n(?<value>.*?)\r\n""", RegexOptions.Singleline)]
    private static partial Regex Part();
}
