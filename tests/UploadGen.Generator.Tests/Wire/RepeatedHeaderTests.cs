using Microsoft.AspNetCore.Http;

namespace UploadGen.Generator.Tests.Wire;

/// <summary>Headers that an answer has more than once.</summary>
public sealed class RepeatedHeaderTests
{
    [Fact]
    public async Task Each_value_is_told_apart()
    {
        const string helper = """
            private static async System.Threading.Tasks.Task<string> Read()
            {
                using var response = UploadGen.ResponseScope.Begin();
                await Client.GetAsync();
                return string.Join("|", response.HeaderValues("set-cookie").Concat(response.HeaderValues("X-Tags")).Concat(response.HeaderValues("none")));
            }
            """;
        await using var api = await WireApi.StartAsync(
            server => $$"""
                {
                  "openapi": "3.1.0", "info": { "title": "Headers", "version": "1" }, "servers": [ { "url": "{{server}}" } ],
                  "paths": { "/": { "get": { "operationId": "get", "responses": { "204": { "description": "" } } } } }
                }
                """,
            ["Read()"],
            context =>
            {
                context.Response.Headers.Append("Set-Cookie", "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT");
                context.Response.Headers.Append("Set-Cookie", "b=2");
                context.Response.Headers.Append("X-Tags", "x, y");
                return Task.CompletedTask;
            },
            helper);

        Assert.Equal("a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT|b=2|x, y", await api.ResultAsync(0));
    }
}
