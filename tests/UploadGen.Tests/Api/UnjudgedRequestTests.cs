namespace UploadGen.Tests;

/// <summary>A value whose pattern couldn't be judged is sent only where the options say so, and never with another violation.</summary>
public class UnjudgedRequestTests
{
    private static readonly SchemaPattern Slow = new("^(?=(a+)+$)a");

    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 1)]
    [InlineData(true, true, 0)]
    public async Task It_is_sent_by_an_option_only(bool sendsUnjudged, bool isWrong, int sent)
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var api = new ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri(server.Address), SendUnjudged = sendsUnjudged }, "");
        var request = api.Request("op", HttpMethod.Post, "/x").Check((ref Validation validation) =>
        {
            validation.Pattern("a", new string('a', 40) + "!", Slow);
            validation.MaxLength("b", isWrong ? "ab" : "a", 1);
        });

        var failure = await Record.ExceptionAsync(() => api.SendAsync(request, new ApiResponses(), TestContext.Current.CancellationToken));

        Assert.Equal(sent, requests.Count);
        Assert.Equal(sent == 0, failure is RequestValidationException);
        Assert.Equal(
            isWrong ? ["/b"] : sent == 0 ? ["/a"] : [],
            (failure as RequestValidationException)?.Violations.Select(violation => violation.Pointer) ?? []);
    }
}
