namespace UploadGen.Tests;

/// <summary>Where an answer leads is a value of the API's, and may be anything.</summary>
public class OddLocationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(201, "//[")]
    [InlineData(201, "http:")]
    [InlineData(307, "//[")]
    [InlineData(307, "mailto:a@example.com")]
    [InlineData(307, "ftp://example.com/x")]
    public async Task Whatever_it_is_the_failure_is_one_of_the_API(int status, string location)
    {
        await using var server = WireServer.Recording([], $"HTTP/1.1 {status} x\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        var api = new ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri(server.Address) }, "");

        var failure = await Record.ExceptionAsync(
            () => api.SendAsync(api.Request("op", HttpMethod.Post, "/x"), new ApiResponses<Uri>().Location("201"), Token));

        Assert.True(failure is null or ApiException, $"{failure}");
        Assert.True(failure is not ApiException told || told.OperationId == "op");
    }
}
