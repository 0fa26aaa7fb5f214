using System.Net;

namespace UploadGen.Tests;

/// <summary>How far a file follows a redirect.</summary>
public class StorageRedirectTests
{
    [Fact]
    public async Task Two_redirects_are_followed_and_no_third()
    {
        using var storage = new RedirectingStorage("/again");
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => storage.PutAsync("https://storage.example/k", UploadContent.FromBytes(Bytes.Of(10), "a")));
        Assert.Equal(307, failure.StatusCode);
        Assert.Equal(["/k", "/again", "/again"], storage.Targets.Select(target => new Uri(target).AbsolutePath));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_again_is_not_redirected()
    {
        using var storage = new RedirectingStorage("/other", times: 1);
        using var stream = new ForwardStream(Bytes.Of(10));
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => storage.PutAsync("https://storage.example/k", UploadContent.FromStream(stream, "a", length: 10)));
        Assert.Equal(307, failure.StatusCode);
        Assert.Single(storage.Targets);
    }

    [Theory]
    [InlineData("https://storage.example/k", "https://other.example/%41/../b?sig=a%7Eb")]
    [InlineData("http://127.0.0.1:9/k", "https://other.example/k")]
    [InlineData("http://127.0.0.1:9/k", "http://127.0.0.1:8/k")]
    public async Task A_redirect_to_a_place_as_safe_is_followed_letter_by_letter(string from, string to)
    {
        using var storage = new RedirectingStorage(to, times: 1);
        await storage.PutAsync(from, UploadContent.FromBytes(Bytes.Of(10), "a"));
        Assert.Equal([from, to], storage.Targets);
    }

    [Theory]
    [InlineData("https://storage.example/k", "http://127.0.0.1:8/k")]
    [InlineData("http://127.0.0.1:9/k", "http://storage.example/k")]
    [InlineData("http://127.0.0.1:9/k", "ftp://127.0.0.1/k")]
    [InlineData("https://storage.example/k", "https://user@other.example/k")]
    [InlineData("https://storage.example/k", "ftp://other.example/k")]
    [InlineData("https://storage.example/k", "mailto:a@example.com")]
    [InlineData("https://storage.example/k", "data:,k")]
    [InlineData("https://storage.example/k", "file:///k")]
    [InlineData("https://storage.example/k", "javascript:k()")]
    [InlineData("https://storage.example/k", "//[")]
    [InlineData("https://storage.example/k", "https://")]
    [InlineData("https://storage.example/k", "http:")]
    [InlineData("https://storage.example/k", "")]
    [InlineData("https://storage.example/k", "https://other.example/k\u0001")]
    public async Task A_redirect_to_a_place_less_safe_is_refused(string from, string to)
    {
        using var storage = new RedirectingStorage(to, times: 1);
        var failure = await Assert.ThrowsAsync<UploadException>(() => storage.PutAsync(from, UploadContent.FromBytes(Bytes.Of(10), "a")));
        Assert.Equal((307, UploadStep.Put, "createUpload"), (failure.StatusCode, failure.Step, failure.OperationId));
        Assert.Equal([from], storage.Targets);
    }

    /// <summary>Answers a number of requests with a redirect, and those that follow with success.</summary>
    private sealed class RedirectingStorage(string location, int times = int.MaxValue) : HttpMessageHandler
    {
        /// <summary>The URLs asked for, letter by letter.</summary>
        public List<string> Targets { get; } = [];

        public async Task PutAsync(string url, UploadContent content)
        {
            using var client = new HttpClient(this, disposeHandler: false);
            var options = new UploadClientOptions { BaseAddress = new Uri("https://api.example"), StorageHttpClient = client, Retry = { MaxAttempts = 1 } };
            await new ApiConnection(null, options, "").Storage.PutAsync("createUpload", url, content, null, null, TestContext.Current.CancellationToken);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Targets.Add(request.RequestUri!.OriginalString);
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            var response = new HttpResponseMessage(Targets.Count > times ? HttpStatusCode.OK : HttpStatusCode.TemporaryRedirect);
            response.Headers.TryAddWithoutValidation("Location", location);
            return response;
        }
    }
}
