using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using UploadServer;

namespace UploadGen.EndToEnd.Tests.Server;

public sealed partial class StorageContractTests : ServerTests
{
    private static readonly byte[] Image = new byte[1000];
    private static readonly (string, string) IfAbsent = ("If-None-Match", "*");

    private readonly ControlledClock _clock = new();

    private protected override UploadServerOptions Options => new UploadServerOptions { TimeProvider = _clock, UrlLifetime = TimeSpan.FromSeconds(60) };

    [Fact]
    public async Task A_URL_is_good_until_it_expires()
    {
        var url = await CreateAsync();

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.OK, (await Running.PutAsync(url, Image, "image/png")).StatusCode);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var error = await StorageAnswer.IsErrorAsync(await Running.PutAsync(url, Image, "image/png"), HttpStatusCode.Forbidden, "AccessDenied");
        Assert.Equal("Request has expired", (string?)error.Element("Message"));
        Assert.Equal("60", (string?)error.Element("X-Amz-Expires"));
        Assert.Equal("2026-05-06T10:01:00Z", (string?)error.Element("Expires"));
        Assert.Equal("2026-05-06T10:01:00Z", (string?)error.Element("ServerTime"));
    }

    [Theory]
    [InlineData("X-Amz-Expires=60", "X-Amz-Expires=61")]
    [InlineData("X-Amz-Date=20260506T100000Z", "X-Amz-Date=20260506T100001Z")]
    [InlineData("content-length%3B", "")]
    [InlineData("/storage/assets/", "/storage/others/")]
    [InlineData("a%20b.png", "a+b.png")]
    [InlineData("X-Amz-Signature=", "X-Amz-Signature=0")]
    public async Task A_URL_that_was_changed_is_403(string part, string changed)
    {
        var url = await CreateAsync();
        Assert.Contains(part, url, StringComparison.Ordinal);

        var put = await Running.PutAsync(url.Replace(part, changed, StringComparison.Ordinal), Image, "image/png");

        var error = await StorageAnswer.IsErrorAsync(put, HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
        Assert.StartsWith("AWS4-HMAC-SHA256", (string?)error.Element("StringToSign"), StringComparison.Ordinal);
        Assert.StartsWith("PUT\n", (string?)error.Element("CanonicalRequest"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData(null)]
    public async Task Another_media_type_than_the_declared_one_is_403(string? contentType)
        => await StorageAnswer.IsErrorAsync(
            await Running.PutAsync(await CreateAsync(), Image, contentType), HttpStatusCode.Forbidden, "SignatureDoesNotMatch");

    [Theory]
    [InlineData(999)]
    [InlineData(1001)]
    public async Task Another_length_than_the_declared_one_is_403(int length)
        => await StorageAnswer.IsErrorAsync(
            await Running.PutAsync(await CreateAsync(), new byte[length], "image/png"), HttpStatusCode.Forbidden, "SignatureDoesNotMatch");

    [Fact]
    public async Task A_URL_to_PUT_to_does_not_allow_GET()
        => await StorageAnswer.IsErrorAsync(
            await Running.SendAsync(new HttpRequestMessage(HttpMethod.Get, await CreateAsync())), HttpStatusCode.Forbidden, "SignatureDoesNotMatch");

    [Fact]
    public async Task A_chunked_body_is_411()
    {
        var request = RunningServer.Put(await CreateAsync(), new ByteArrayContent(Image), "image/png");
        request.Headers.TransferEncodingChunked = true;

        await StorageAnswer.IsErrorAsync(await Running.SendAsync(request), HttpStatusCode.LengthRequired, "MissingContentLength");
    }

    [Fact]
    public async Task A_token_at_the_signed_URL_is_400_and_not_repeated()
    {
        var request = RunningServer.Put(await CreateAsync(), new ByteArrayContent(Image), "image/png");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Running.Server.ApiKey);

        var error = await StorageAnswer.IsErrorAsync(await Running.SendAsync(request), HttpStatusCode.BadRequest, "InvalidArgument");

        Assert.Equal("Authorization", (string?)error.Element("ArgumentName"));
        Assert.DoesNotContain(Running.Server.ApiKey, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Amz-Algorithm")]
    [InlineData("X-Amz-Date")]
    [InlineData("X-Amz-Expires")]
    [InlineData("X-Amz-SignedHeaders")]
    [InlineData("X-Amz-Signature")]
    public async Task A_URL_that_lacks_a_parameter_is_400(string parameter)
    {
        var url = Regex.Replace(await CreateAsync(), $"[?&]{parameter}=[^&]*", "?");

        await StorageAnswer.IsErrorAsync(await Running.PutAsync(url, Image, "image/png"), HttpStatusCode.BadRequest, "AuthorizationQueryParametersError");
    }

    [Fact]
    public async Task A_key_of_someone_else_is_403()
    {
        var url = CredentialPattern().Replace(await CreateAsync(), "X-Amz-Credential=SOMEONE%2F");

        await StorageAnswer.IsErrorAsync(await Running.PutAsync(url, Image, "image/png"), HttpStatusCode.Forbidden, "InvalidAccessKeyId");
    }

    [Fact]
    public async Task An_amazon_header_that_was_not_signed_is_403_and_named()
    {
        var put = await Running.PutAsync(await CreateAsync(), Image, "image/png", ("x-amz-acl", "public-read"));

        var error = await StorageAnswer.IsErrorAsync(put, HttpStatusCode.Forbidden, "AccessDenied");
        Assert.Equal("x-amz-acl", (string?)error.Element("HeadersNotSigned"));
    }

    [Fact]
    public async Task Any_other_header_that_was_not_signed_is_accepted()
        => Assert.Equal(HttpStatusCode.OK, (await Running.PutAsync(await CreateAsync(), Image, "image/png", ("X-Note", "1"))).StatusCode);

    [Fact]
    public async Task If_None_Match_with_a_tag_is_501_and_with_a_star_it_protects_what_is_there()
    {
        var url = await CreateAsync();

        var tagged = await Running.PutAsync(url, Image, "image/png", ("If-None-Match", "\"tag\""));
        await StorageAnswer.IsErrorAsync(tagged, HttpStatusCode.NotImplemented, "NotImplemented");
        Assert.Equal(HttpStatusCode.OK, (await Running.PutAsync(url, Image, "image/png", IfAbsent)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Running.PutAsync(url, Image, "image/png")).StatusCode);
        await StorageAnswer.IsErrorAsync(await Running.PutAsync(url, Image, "image/png", IfAbsent), HttpStatusCode.PreconditionFailed, "PreconditionFailed");
    }

    [Fact]
    public async Task Of_many_that_race_to_create_an_object_one_wins()
    {
        var url = await CreateAsync();

        var puts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Running.PutAsync(url, Image, "image/png", IfAbsent)));

        Assert.Single(puts, put => put.StatusCode == HttpStatusCode.OK);
        Assert.Equal(15, puts.Count(put => put.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_no_object_no_file_and_a_record_without_a_status()
    {
        var url = await CreateAsync();
        await Running.PutAsync(await CreateAsync(), Image, "image/png");
        var folder = Path.GetDirectoryName(Assert.Single(Running.Server.Objects).FilePath)!;

        using (await SendHeadAsync(url, "Content-Type: image/png\r\n", "half"))
        {
            // Disposing the connection is what breaks the body off.
        }

        while (Running.Server.Requests.Count < 4)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        var broken = Running.Server.Requests[3];
        Assert.Equal("PUT", broken.Method);
        Assert.Null(broken.Status);
        Assert.InRange(broken.BodyLength, 0, 4);
        Assert.Single(Running.Server.Objects);
        Assert.Single(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("image/png", "HTTP/1.1 100 Continue")]
    [InlineData("image/jpeg", "HTTP/1.1 403 Forbidden")]
    public async Task A_body_is_only_asked_for_when_the_request_is_as_signed(string contentType, string statusLine)
    {
        using var client = await SendHeadAsync(await CreateAsync(), $"Content-Type: {contentType}\r\nExpect: 100-continue\r\n");

        using var reader = new StreamReader(client.GetStream());
        Assert.Equal(statusLine, await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_answer_to_HEAD_still_has_the_status_and_the_request_id()
    {
        var head = await Running.SendAsync(new HttpRequestMessage(HttpMethod.Head, await CreateAsync()));

        Assert.Equal(HttpStatusCode.Forbidden, head.StatusCode);
        Assert.True(head.Headers.Contains("x-amz-request-id"));
        Assert.Empty(await RunningServer.BytesAsync(head));
    }

    [Fact]
    public async Task A_body_may_be_larger_than_the_limit_of_the_web_server()
    {
        const long Length = 64 << 20;
        var response = await Running.PostAsync("api/v1/r/files/presign", new { file_name = "big.bin", file_size = Length, content_type = "video/mp4" });
        var file = await RunningServer.JsonAsync(response);
        var content = new StreamContent(new ZeroStream(Length));
        content.Headers.ContentLength = Length;

        var put = await Running.SendAsync(RunningServer.Put(file.GetProperty("upload_url").GetString()!, content, headers: IfAbsent));

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(Length, Running.Server.FindObject(file.GetProperty("file_key").GetString()!)!.Length);
    }

    // By socket: HttpClient decides on its own when to send a body.
    private static async Task<TcpClient> SendHeadAsync(string url, string headers, string body = "")
    {
        var target = new Uri(url);
        var client = new TcpClient();
        await client.ConnectAsync(target.Host, target.Port, TestContext.Current.CancellationToken);
        var request = $"PUT {target.PathAndQuery} HTTP/1.1\r\nHost: {target.Authority}\r\nContent-Length: {Image.Length}\r\n{headers}\r\n{body}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return client;
    }

    private async Task<string> CreateAsync() => (await Running.OpenUploadAsync("a b.png", "image/png", Image.Length)).Url;

    [GeneratedRegex("X-Amz-Credential=[^%]*%2F")]
    private static partial Regex CredentialPattern();
}
