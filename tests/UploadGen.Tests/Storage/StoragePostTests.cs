namespace UploadGen.Tests;

/// <summary>What storage sees of a file that is POSTed as it is.</summary>
public class StoragePostTests
{
    private static readonly UploadContent File = UploadContent.FromBytes("hello"u8.ToArray(), "a.png");

    private readonly List<WireRequest> _requests = [];

    [Fact]
    public async Task The_file_is_the_body_and_its_media_type_the_only_header()
    {
        await PostAsync(headers: null);

        var request = Assert.Single(_requests);
        Assert.Equal("POST /k?sig=1 HTTP/1.1", request.RequestLine);
        Assert.Equal(["Content-Length", "Content-Type", "Host"], request.HeaderNames);
        Assert.Equal(("image/png", "5"), (request["Content-Type"], request["Content-Length"]));
        Assert.Equal("hello"u8.ToArray(), request.Body);
    }

    [Fact]
    public async Task Given_headers_are_sent_and_no_others()
    {
        await PostAsync(new() { ["x-a"] = "1" });

        Assert.Equal(["Content-Length", "Host", "x-a"], Assert.Single(_requests).HeaderNames);
    }

    [Theory]
    [InlineData("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")]
    [InlineData(WireServer.Cut)]
    public async Task It_is_sent_again_as_a_PUT_and_a_form_are(string first)
    {
        await PostAsync(headers: null, first, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(2, _requests.Count);
        Assert.All(_requests, request => Assert.Equal("hello"u8.ToArray(), request.Body));
    }

    [Fact]
    public async Task A_refusal_does_not_speak_of_a_form()
    {
        var refused = await Assert.ThrowsAsync<UploadException>(() => PostAsync(headers: null, "HTTP/1.1 403 x\r\nContent-Length: 0\r\n\r\n"));

        Assert.DoesNotContain("form", refused.Message, StringComparison.Ordinal);
        Assert.Contains("The URL may have expired", refused.Message, StringComparison.Ordinal);
    }

    private async Task PostAsync(Dictionary<string, string>? headers, params string[] answers)
    {
        await using var server = WireServer.Recording(_requests, answers);
        var options = new UploadClientOptions { BaseAddress = new Uri("https://api.example") };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        var storage = new ApiConnection(null, options, "").Storage;
        await storage.PostFileAsync("createUpload", new Uri(server.Address + "/k?sig=1"), File, headers, null, TestContext.Current.CancellationToken);
    }
}
