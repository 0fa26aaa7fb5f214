using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>What a request is made of beside a body of its own type is checked before anything is sent.</summary>
public class ParameterLimitTests
{
    private static readonly string Document = Spec.Document("""
        { "/of/{code}": { "post": { "operationId": "list", "parameters": [
            { "name": "code", "in": "path", "required": true, "schema": { "type": "string", "pattern": "^[a-z]{2}$" } },
            { "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 1, "maximum": 100 } },
            { "name": "order", "in": "query", "schema": { "type": "string", "enum": ["up", "down"] } },
            { "name": "ids", "in": "query", "schema": { "type": "array", "maxItems": 2, "items": { "type": "integer", "minimum": 1 } } },
            { "name": "X-Key", "in": "header", "schema": { "type": "string", "maxLength": 3 } },
            { "name": "validation", "in": "cookie", "schema": { "type": "string", "minLength": 2 } } ],
          "responses": { "204": { "description": "" } } } },
          "/form": { "post": { "operationId": "fill", "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": {
            "title": { "type": "string", "maxLength": 3 }, "file": { "type": "string", "format": "binary", "maxLength": 2 } } } } } }, "responses": {} } },
          "/many": { "post": { "operationId": "send", "requestBody": { "required": true, "content": { "application/json": { "schema": {
            "type": "array", "maxItems": 2, "items": { "type": "integer", "maximum": 9 } } } } }, "responses": {} } } }
        """);

    [Theory]
    [InlineData("""ListAsync("abc")""", "/code pattern")]
    [InlineData("""ListAsync("ab", limit: 101)""", "/limit maximum")]
    [InlineData("""ListAsync("ab", order: new ListOrder("sideways"))""", "/order enum")]
    [InlineData("""ListAsync("ab", ids: [1, 2, 3])""", "/ids maxItems")]
    [InlineData("""ListAsync("ab", ids: [1, 0])""", "/ids/1 minimum")]
    [InlineData("""ListAsync("ab", xKey: "long")""", "/X-Key maxLength")]
    [InlineData("""ListAsync("ab", validation2: "x")""", "/validation minLength")]
    [InlineData("""ListAsync("abc", limit: 0, xKey: "long")""", "/X-Key maxLength, /code pattern, /limit minimum")]
    [InlineData("""FillAsync(title: "long", file: UploadGen.UploadContent.FromBytes(new byte[3], "a.bin"))""", "/file maxLength, /title maxLength")]
    [InlineData("SendAsync([1, 10])", "/1 maximum")]
    [InlineData("SendAsync([1, 2, 3])", " maxItems")]
    public async Task A_limit_that_is_broken_is_told_before_sending(string call, string violations)
    {
        using var code = GeneratedAssembly.Of(Document, $$"""
            static System.Threading.Tasks.Task Call() => new ApiClient(new ApiClientOptions { BaseAddress = new Uri("http://127.0.0.1:1") }).{{call}};
            """);
        var exception = await Assert.ThrowsAsync<RequestValidationException>(() => (Task)code.Call("Call")!);
        Assert.Equal(
            violations, string.Join(", ", exception.Violations.Select(violation => $"{violation.Pointer} {violation.Keyword}").Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("""ListAsync("abc")""", "#/paths/~1of~1%7Bcode%7D/post/parameters/0/schema/pattern")]
    [InlineData("""ListAsync("ab", ids: [1, 0])""", "#/paths/~1of~1%7Bcode%7D/post/parameters/3/schema/items/minimum")]
    [InlineData("""FillAsync(title: "long")""", "#/paths/~1form/post/requestBody/content/multipart~1form-data/schema/properties/title/maxLength")]
    [InlineData("SendAsync([1, 10])", "#/paths/~1many/post/requestBody/content/application~1json/schema/items/maximum")]
    public async Task A_limit_that_is_broken_has_a_place_in_the_document(string call, string place)
    {
        using var code = GeneratedAssembly.Of(Document, $$"""
            static System.Threading.Tasks.Task Call() => new ApiClient(new ApiClientOptions { BaseAddress = new Uri("http://127.0.0.1:1") }).{{call}};
            """);
        var exception = await Assert.ThrowsAsync<RequestValidationException>(() => (Task)code.Call("Call")!);
        Assert.Equal(place, Assert.Single(exception.Violations).KeywordLocation);
        Assert.Contains($" ({place})", exception.Message, StringComparison.Ordinal);
    }
}
