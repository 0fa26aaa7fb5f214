using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Security.Cryptography;
using UploadServer;

namespace UploadGen.EndToEnd.Tests.Server;

/// <summary>The contract whose uploads go by tus 1.0.0.</summary>
public sealed class GalleryContractTests : ServerTests
{
    private const string OctetStream = "application/offset+octet-stream";

    private static readonly byte[] Still = RandomNumberGenerator.GetBytes(1000);
    private static readonly string Sha256 = Convert.ToHexStringLower(SHA256.HashData(Still));

    [Fact]
    public async Task A_file_comes_in_as_many_requests_as_it_takes_and_is_confirmed_once()
    {
        var (id, url) = await OpenAsync();

        Has(await PatchAsync(url, 0, Still[..400]), HttpStatusCode.NoContent, offset: 400);
        Has(await PatchAsync(url, 400, []), HttpStatusCode.NoContent, offset: 400);
        Has(await PatchAsync(url, 400, Still[400..]), HttpStatusCode.NoContent, offset: 1000);

        var confirmed = await ConfirmAsync(id);
        Assert.Equal(HttpStatusCode.Created, confirmed.StatusCode);
        var picture = await RunningServer.TextAsync(confirmed);
        Assert.Equal($$"""{"id":"{{id}}","file_name":"still.png","file_size":1000,"media_type":"image/png","sha256":"{{Sha256}}"}""", picture);
        Assert.Equal(picture, await RunningServer.TextAsync(await ConfirmAsync(id)));
        Assert.Equal(($"pictures/{id}/still.png", Sha256), (Assert.Single(Running.Server.Objects).Key, Running.Server.Objects.Single().Sha256));
    }

    [Fact]
    public async Task HEAD_tells_where_the_upload_stands()
    {
        var (_, url) = await OpenAsync();
        await PatchAsync(url, 0, Still[..300]);

        var head = await SendAsync(HttpMethod.Head, url);

        Has(head, HttpStatusCode.OK, offset: 300);
        Assert.Equal("1000", Assert.Single(head.Headers.GetValues("Upload-Length")));
        Assert.True(head.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(299)]
    [InlineData(301)]
    public async Task An_offset_where_the_upload_does_not_stand_is_409_and_takes_nothing(int offset)
    {
        var (_, url) = await OpenAsync();
        await PatchAsync(url, 0, Still[..300]);

        Has(await PatchAsync(url, offset, Still[300..400]), HttpStatusCode.Conflict);

        Has(await SendAsync(HttpMethod.Head, url), HttpStatusCode.OK, offset: 300);
        Assert.Equal(0, Running.Server.Requests[^2].BodyLength);
    }

    [Fact]
    public async Task More_than_the_announced_bytes_are_413()
        => Has(await PatchAsync((await OpenAsync()).Url, 0, new byte[1001]), HttpStatusCode.RequestEntityTooLarge);

    [Theory]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("0x0")]
    [InlineData("")]
    public async Task A_PATCH_without_an_offset_is_400(string? offset)
    {
        var request = Patch((await OpenAsync()).Url, 0, Still);
        request.Headers.Remove("Upload-Offset");
        if (offset is not null)
        {
            request.Headers.TryAddWithoutValidation("Upload-Offset", offset);
        }

        Has(await Running.SendAsync(request), HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task A_PATCH_of_another_type_is_415(string? type)
    {
        var request = Patch((await OpenAsync()).Url, 0, Still);
        request.Content!.Headers.ContentType = type is null ? null : new(type);

        Has(await Running.SendAsync(request), HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_chunked_PATCH_is_411()
    {
        var request = Patch((await OpenAsync()).Url, 0, Still);
        request.Headers.TransferEncodingChunked = true;

        Has(await Running.SendAsync(request), HttpStatusCode.LengthRequired);
    }

    [Theory]
    [InlineData("HEAD", null)]
    [InlineData("HEAD", "0.2.2")]
    [InlineData("PATCH", null)]
    [InlineData("PATCH", "1.0.1")]
    [InlineData("DELETE", null)]
    public async Task Another_version_is_412_and_told_which_there_is(string method, string? version)
    {
        var (_, url) = await OpenAsync();
        var request = method == "PATCH" ? Patch(url, 0, Still) : new HttpRequestMessage(new HttpMethod(method), url);
        request.Headers.Remove("Tus-Resumable");
        if (version is not null)
        {
            request.Headers.Add("Tus-Resumable", version);
        }

        var refused = await Running.SendAsync(request);

        Has(refused, HttpStatusCode.PreconditionFailed);
        Assert.Equal("1.0.0", Assert.Single(refused.Headers.GetValues("Tus-Version")));
        Has(await SendAsync(HttpMethod.Head, url), HttpStatusCode.OK, offset: 0);
    }

    [Fact]
    public async Task OPTIONS_tells_what_the_server_can_whoever_asks()
    {
        var answer = await Running.SendAsync(new HttpRequestMessage(HttpMethod.Options, (await OpenAsync()).Url));

        Has(answer, HttpStatusCode.NoContent);
        Assert.Equal(
            ("1.0.0", "termination"),
            (Assert.Single(answer.Headers.GetValues("Tus-Version")), Assert.Single(answer.Headers.GetValues("Tus-Extension"))));
    }

    [Fact]
    public async Task What_was_ended_is_410_and_what_never_was_404()
    {
        var (id, url) = await OpenAsync();
        await PatchAsync(url, 0, Still);

        Has(await SendAsync(HttpMethod.Delete, url), HttpStatusCode.NoContent);

        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Delete })
        {
            Has(await SendAsync(method, url), HttpStatusCode.Gone);
            Has(await SendAsync(method, url[..^1]), HttpStatusCode.NotFound);
        }

        Has(await PatchAsync(url, 1000, []), HttpStatusCode.Gone);
        Has(await PatchAsync(url[..^1], 0, Still), HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync(id)).StatusCode);
        Assert.Empty(Running.Server.Objects);
    }

    [Fact]
    public async Task An_upload_that_is_not_whole_can_not_be_confirmed()
    {
        var (id, url) = await OpenAsync();
        await PatchAsync(url, 0, Still[..999]);

        var refused = await ConfirmAsync(id);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("Of 1000 bytes 999 are there.", (await RunningServer.JsonAsync(refused)).GetProperty("detail").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync(Guid.NewGuid())).StatusCode);
    }

    [Fact]
    public async Task Two_requests_at_a_time_do_not_mix()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);
        var (id, url) = await OpenAsync(Running, bytes.Length);
        var pipe = new Pipe();
        var sending = Running.SendAsync(Patch(url, 0, pipe.Reader.AsStream(), bytes.Length));
        var writing = pipe.Writer.WriteAsync(bytes.AsMemory(0, 100_000), Cancellation);
        while (Offset(await SendAsync(HttpMethod.Head, url)) == 0)
        {
            await Task.Delay(10, Cancellation);
        }

        Has(await PatchAsync(url, Offset(await SendAsync(HttpMethod.Head, url)), bytes[100_000..]), HttpStatusCode.Locked);
        await writing;
        await pipe.Writer.WriteAsync(bytes.AsMemory(100_000), Cancellation);
        await pipe.Writer.CompleteAsync();

        Has(await sending, HttpStatusCode.NoContent, offset: bytes.Length);
        var picture = await RunningServer.JsonAsync(await ConfirmAsync(id));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), picture.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task A_server_that_cuts_the_first_PATCH_keeps_half_and_takes_the_next()
    {
        await using var cutting = await RunningServer.StartAsync(new UploadServerOptions { CutsFirstPatch = true });
        var (_, url) = await OpenAsync(cutting, Still.Length);

        await Assert.ThrowsAsync<HttpRequestException>(() => cutting.SendAsync(Patch(url, 0, Still)));

        var cut = cutting.Server.Requests[^1];
        Assert.Equal(("PATCH", null, 500L), (cut.Method, cut.Status, cut.BodyLength));
        Has(await cutting.SendAsync(Patch(url, 500, Still[500..])), HttpStatusCode.NoContent, offset: 1000);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static void Has(HttpResponseMessage response, HttpStatusCode status, long? offset = null)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("1.0.0", Assert.Single(response.Headers.GetValues("Tus-Resumable")));
        Assert.Equal(offset is not null, response.Headers.Contains("Upload-Offset"));
        Assert.Equal(offset ?? 0, offset is null ? 0 : Offset(response));
    }

    private static long Offset(HttpResponseMessage response)
        => long.Parse(Assert.Single(response.Headers.GetValues("Upload-Offset")), CultureInfo.InvariantCulture);

    private static HttpRequestMessage Patch(string url, long offset, byte[] bytes) => Patch(url, offset, new MemoryStream(bytes), bytes.Length);

    private static HttpRequestMessage Patch(string url, long offset, Stream bytes, long length)
    {
        var request = Resumable(HttpMethod.Patch, url);
        request.Headers.Add("Upload-Offset", $"{offset}");
        request.Content = new StreamContent(bytes) { Headers = { ContentType = new(OctetStream), ContentLength = length } };
        return request;
    }

    private static HttpRequestMessage Resumable(HttpMethod method, string url) => new(method, url) { Headers = { { "Tus-Resumable", "1.0.0" } } };

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string url) => Running.SendAsync(Resumable(method, url));

    private Task<HttpResponseMessage> PatchAsync(string url, long offset, byte[] bytes) => Running.SendAsync(Patch(url, offset, bytes));

    private Task<HttpResponseMessage> ConfirmAsync(Guid id) => Running.CallAsync(HttpMethod.Post, $"v1/pictures/{id}/confirmation");

    private Task<(Guid Id, string Url)> OpenAsync() => OpenAsync(Running, Still.Length);

    private static async Task<(Guid Id, string Url)> OpenAsync(RunningServer server, long size)
    {
        var response = await server.PostAsync("v1/pictures", new { file_name = "still.png", file_size = size, media_type = "image/png" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var session = await RunningServer.JsonAsync(response);
        return (session.GetProperty("picture_id").GetGuid(), session.GetProperty("tus_upload_url").GetString()!);
    }
}
