using System.Text;
using Microsoft.AspNetCore.Http;
using UploadGen.Generator.Tests.Harness;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Xml;

/// <summary>A generated client that sends a value as XML, and a server that answers with XML.</summary>
internal static class XmlEcho
{
    /// <summary>The document of an operation that takes and gives a <c>Thing</c> as XML.</summary>
    public static string Document(string schemas, string version = "3.0.3", string mediaType = "application/xml") => $$"""
        { "openapi": "{{version}}", "info": { "title": "Things", "version": "1" }, "paths": { "/things": { "post": { "operationId": "echo",
          "requestBody": { "required": true, "content": { "{{mediaType}}": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
          "responses": { "200": { "description": "", "content": { "{{mediaType}}": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
          "components": { "schemas": { {{schemas}} } } }
        """;

    /// <summary>Sends a value, and gets back what the client sent.</summary>
    /// <param name="document">The document.</param>
    /// <param name="value">A C# expression for the value.</param>
    /// <returns>What was sent, without its declaration, and what came back, as JSON.</returns>
    public static async Task<(string Sent, string Read)> OfAsync(string document, string value)
    {
        var sent = "";
        await using var server = await WebServer.StartAsync(async context =>
        {
            sent = Encoding.UTF8.GetString(await context.Request.Body.ReadAllAsync());
            context.Response.ContentType = context.Request.ContentType;
            await context.Response.WriteAsync(sent, TestContext.Current.CancellationToken);
        });
        var read = await CallAsync(document, server, $"JsonSerializer.Serialize(await client.EchoAsync({value}))");
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", sent, StringComparison.Ordinal);
        return (sent[(sent.IndexOf("?>", StringComparison.Ordinal) + 2)..], read);
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="document">The document.</param>
    /// <param name="value">A C# expression for a value that is sent.</param>
    /// <param name="answer">The answer's body.</param>
    /// <param name="contentType">Its content type.</param>
    /// <param name="status">Its status.</param>
    /// <returns>The value as JSON, or what is wrong with the answer.</returns>
    public static async Task<string> ReadAsync(
        string document, string value, byte[] answer, string contentType = "application/xml", int status = 200)
    {
        await using var server = await WebServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(answer, TestContext.Current.CancellationToken);
        });
        return await CallAsync(document, server, $"JsonSerializer.Serialize(await client.EchoAsync({value}))");
    }

    /// <inheritdoc cref="ReadAsync(string, string, byte[], string, int)"/>
    public static Task<string> ReadAsync(string document, string value, string answer, string contentType = "application/xml", int status = 200)
        => ReadAsync(document, value, Encoding.UTF8.GetBytes(answer), contentType, status);

    private static async Task<string> CallAsync(string document, WebServer server, string call)
    {
        using var client = GeneratedAssembly.Of(document, $$"""
            public static async System.Threading.Tasks.Task<string> Run(string address)
            {
                var client = new ApiClient(new ApiClientOptions { BaseAddress = new Uri(address) });
                return {{call}};
            }
            """);
        return await (Task<string>)client.Call("Run", server.Address.OriginalString)!;
    }
}
