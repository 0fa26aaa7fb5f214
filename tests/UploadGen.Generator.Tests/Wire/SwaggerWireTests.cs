using UploadGen.Generator.Tests.Harness;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>Swagger 2.0 on the wire: forms whose fields are parameters, lists in every format, answers without a schema, files.</summary>
public class SwaggerWireTests
{
    private const string Head = """{ "swagger": "2.0", "info": { "title": "Test", "version": "1" }, """;
    private const string File = """ { "name": "file", "in": "formData", "required": true, "type": "file" } """;

    [Theory]
    [InlineData("", "")]
    [InlineData(""" "consumes": ["application/json"], """, "")]
    [InlineData("", """ "consumes": ["application/json"], """)]
    [InlineData("", """ "consumes": ["application/x-www-form-urlencoded"], """)]
    [InlineData("", """ "consumes": ["application/x-www-form-urlencoded", "multipart/form-data"], """)]
    public async Task A_form_with_a_file_is_multipart(string all, string own)
    {
        var request = await SendAsync(all, own, File, "client.SendAsync(UploadContent.FromBytes(new byte[] { 1, 2 }, \"a.bin\"))");

        Assert.StartsWith("multipart/form-data; boundary=", request.ContentType, StringComparison.Ordinal);
        Assert.Contains("filename=\"a.bin\"", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_files_is_several_parts()
    {
        const string Files = """ { "name": "files", "in": "formData", "type": "array", "items": { "type": "file" } } """;
        const string Two = """UploadContent.FromBytes(new byte[] { 1 }, "a"), UploadContent.FromBytes(new byte[] { 2 }, "b")""";
        var request = await SendAsync("", "", Files, $"client.SendAsync([{Two}])");

        Assert.Contains("name=\"files\"; filename=\"a\"", request.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"files\"; filename=\"b\"", request.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "collectionFormat": "multi", """, "l=a&l=b")]
    [InlineData("", "l=a,b")]
    [InlineData(""" "collectionFormat": "csv", """, "l=a,b")]
    [InlineData(""" "collectionFormat": "ssv", """, "l=a%20b")]
    [InlineData(""" "collectionFormat": "tsv", """, "l=a%09b")]
    [InlineData(""" "collectionFormat": "pipes", """, "l=a%7Cb")]
    public async Task A_list_is_joined_as_its_format_says(string format, string expected)
    {
        var list = $$"""{ "name": "l", "in": "IN", "type": "array", {{format}} "items": { "type": "string" } }""";

        var inForm = await SendAsync("", "", list.Replace("IN", "formData", StringComparison.Ordinal), "client.SendAsync(new() { L = [\"a\", \"b\"] })");
        var inQuery = await SendAsync("", "", list.Replace("IN", "query", StringComparison.Ordinal), "client.SendAsync([\"a\", \"b\"])");

        Assert.Equal(("application/x-www-form-urlencoded", expected), (inForm.ContentType, inForm.Body));
        Assert.Equal("?" + expected, inQuery.Query);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task An_answer_without_a_schema_may_be_empty(int status)
    {
        using var client = Client(Head + """ "produces": ["application/json"], """, "", "", "client.SendAsync()");
        await using var server = await WebServer.StartAsync(context => context.AnswerAsync(status));

        await (Task)client.Call("Run", server.Address.OriginalString)!;
    }

    [Theory]
    [InlineData("")]
    [InlineData(""" "produces": ["application/json"], """)]
    [InlineData(""" "produces": ["application/pdf"], """)]
    public async Task A_file_in_an_answer_is_a_stream(string produces)
    {
        var document = $$"""
            { "swagger": "2.0", "info": { "title": "Test", "version": "1" }, {{produces}}
              "paths": { "/f": { "get": { "operationId": "get", "responses": { "200": { "description": "A file", "schema": { "type": "file" } } } } } } }
            """;
        using var client = GeneratedAssembly.Of(document, """
            public static async System.Threading.Tasks.Task<int> Run(string address)
            {
                await using var stream = await new ApiClient(new ApiClientOptions { BaseAddress = new Uri(address) }).GetAsync();
                return stream.ReadByte();
            }
            """);
        await using var server = await WebServer.StartAsync(context => context.Response.Body.WriteAsync(new byte[] { 7 }).AsTask());

        Assert.Equal(7, await (Task<int>)client.Call("Run", server.Address.OriginalString)!);
    }

    private static async Task<(string? ContentType, string Body, string Query)> SendAsync(string all, string own, string parameter, string call)
    {
        using var client = Client(Head + all, own, parameter, call);
        var sent = default((string?, string, string));
        await using var server = await WebServer.StartAsync(async context =>
        {
            var body = System.Text.Encoding.Latin1.GetString(await context.Request.Body.ReadAllAsync());
            sent = (context.Request.ContentType, body, context.Request.QueryString.Value!);
            await context.AnswerAsync(200);
        });
        await (Task)client.Call("Run", server.Address.OriginalString)!;
        return sent;
    }

    private static GeneratedAssembly Client(string head, string own, string parameter, string call)
        => GeneratedAssembly.Of(
            $$"""
            {{head}} "paths": { "/s": { "post": { "operationId": "send", {{own}} "parameters": [ {{parameter}} ], "responses": { "200": { "description": "Done" } } } } } }
            """,
            $$"""
            public static System.Threading.Tasks.Task Run(string address)
            {
                var client = new ApiClient(new ApiClientOptions { BaseAddress = new Uri(address) });
                return {{call.Replace("UploadContent", "UploadGen.UploadContent", StringComparison.Ordinal)}};
            }
            """);
}
