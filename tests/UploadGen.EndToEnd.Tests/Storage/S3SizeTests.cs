using UploadGen.EndToEnd.Tests.Flows;
using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Files around the size that a store takes in one request.</summary>
public sealed class S3SizeTests(StorageServers servers) : S3Tests(servers)
{
    [Fact]
    public async Task A_file_at_the_limit_gets_in()
    {
        var (content, sha256) = RandomFile(S3Gateway.SmallLimit);
        await using var api = await GiveAsync(Gateway.Small.SignPut(Key));

        await api.Client().UploadFileAsync(content, cancellationToken: Cancellation);

        Assert.Equal(sha256, (await Store.FindAsync(Key))!.Sha256);
    }

    [Theory]
    [InlineData(S3Gateway.SmallLimit + 1)]
    [InlineData(S3Gateway.SmallLimit * 8)]
    public async Task Above_the_limit_the_refusal_comes_before_the_file_is_sent(int length)
    {
        var (refused, sent) = await RefusedAsync(length, storage: null);

        IsTooLarge(refused);
        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task Above_the_limit_the_refusal_is_understood_without_an_expectation_too()
    {
        using var http = new HttpClient(new WithoutExpectation());

        var (refused, sent) = await RefusedAsync(S3Gateway.SmallLimit * 8, http);

        IsTooLarge(refused);
        Assert.NotEqual(0, sent);
    }

    [Fact]
    public async Task A_refused_upload_does_not_spoil_the_next_one()
    {
        var (content, sha256) = RandomFile(2000);
        using var http = new HttpClient(new WithoutExpectation());
        await RefusedAsync(S3Gateway.SmallLimit * 8, http);
        await using var api = await GiveAsync(Gateway.Small.SignPut(Key));

        await api.Client(http).UploadFileAsync(content, cancellationToken: Cancellation);

        Assert.Equal(sha256, (await Store.FindAsync(Key))!.Sha256);
    }

    private static void IsTooLarge(UploadException refused)
        => Assert.Contains("larger than storage takes in one request", refused.Message, StringComparison.Ordinal);

    /// <summary>The refusal of a file, and how many of its bytes were sent.</summary>
    private async Task<(UploadException Refused, long Sent)> RefusedAsync(int length, HttpClient? storage)
    {
        var (url, sent) = (Gateway.Small.SignPut(Key), 0L);
        await using var api = await GiveAsync(url);

        var refused = await Assert.ThrowsAsync<UploadException>(() => api.Client(storage).UploadFileAsync(
            RandomFile(length).Content, progress: new Observer(report => sent = Math.Max(sent, report.BytesSent)), cancellationToken: Cancellation));

        IsRefusal(refused, 400, "EntityTooLarge", new Uri(url));
        Assert.Null(await Store.FindAsync(Key));
        Assert.Equal(0, api.Confirmed);
        return (refused, sent);
    }

    /// <summary>A user's client that doesn't ask storage for its consent.</summary>
    private sealed class WithoutExpectation() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.ExpectContinue = false;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
