using System.Globalization;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.GeneratedCode;

/// <summary>How a client is made: with a key where an operation asks for one, and of nothing where none does.</summary>
public sealed class ConstructionTests
{
    private const string Key = """ "k": { "type": "apiKey", "name": "X-Key", "in": "header" } """;
    private const string Basic = """ "b": { "type": "http", "scheme": "basic" } """;

    [Theory]
    [InlineData("", "", "", "ApiClientOptions? options = null")]
    [InlineData(Key, "", "", "ApiClientOptions? options = null")]
    [InlineData(Key, """ "security": [{ "k": [] }], """, """ "security": [], """, "ApiClientOptions? options = null")]
    [InlineData(Key, """ "security": [{ "k": [] }], """, "", "string apiKey|ApiClientOptions options")]
    [InlineData(Key, "", """ "security": [{ "k": [] }], """, "string apiKey|ApiClientOptions options")]
    [InlineData(Key + "," + Basic, """ "security": [{ "b": [] }], """, "", "string user, string password|ApiClientOptions options")]
    public void A_key_is_taken_where_an_operation_asks_for_one(string schemes, string security, string ofOperation, string constructors)
    {
        var client = GeneratorRun.Of(Document(schemes, security, ofOperation)).AssertCompiles().Files["Shop.Api.ApiClient.g.cs"];

        string[] expected = [.. constructors.Split('|'), "global::System.Net.Http.HttpClient httpClient, ApiClientOptions options"];
        Assert.Equal(
            expected,
            client.Split('\n').Where(line => line.Contains("public ApiClient(", StringComparison.Ordinal)).Select(line => line.Split('(', ')')[1]));
    }

    [Fact]
    public void A_client_without_a_key_is_made_of_nothing_and_can_be_mocked()
    {
        using var assembly = GeneratedAssembly.Of(Document("", "", ""), """
            private sealed class Mock : ApiClient { }
            public static string Made() => $"{new ApiClient()} {new ApiClient(new ApiClientOptions())} {new Mock()}";
            """);

        Assert.Contains("Mock", Assert.IsType<string>(assembly.Call("Made")), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_documentation_says_that_no_credential_is_sent()
        => Assert.Contains(
            "Address, time limits. No operation asks for a credential, so none is sent.",
            GeneratorRun.Of(Document(Key, "", "")).Files["Shop.Api.ApiClient.g.cs"],
            StringComparison.Ordinal);

    private static string Document(string schemes, string security, string ofOperation) => string.Create(CultureInfo.InvariantCulture, $$"""
        { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "servers": [{ "url": "https://api.example" }], {{security}}
          "components": { "securitySchemes": { {{schemes}} } },
          "paths": { "/a": { "get": { "operationId": "getA", {{ofOperation}} "responses": { "204": { "description": "" } } } } } }
        """);
}
