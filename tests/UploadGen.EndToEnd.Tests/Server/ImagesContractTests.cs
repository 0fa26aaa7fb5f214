using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UploadGen.EndToEnd.Tests.Server;

public sealed class ImagesContractTests : ServerTests
{
    private const string Uploads = "v1/uploads";
    private const int MaxLength = 26_214_400;

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    public async Task An_image_is_stored_and_can_be_looked_at(string mediaType)
    {
        var bytes = RandomNumberGenerator.GetBytes(30_000);

        var response = await UploadAsync(bytes, mediaType);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var upload = await RunningServer.JsonAsync(response);
        var stored = Running.Server.FindObject(upload.GetProperty("upload_key").GetString()!)!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Sha256);
        Assert.Equal(mediaType, stored.ContentType);

        var preview = await Running.SendAsync(new HttpRequestMessage(HttpMethod.Get, upload.GetProperty("image_url").GetString()));
        Assert.Equal(bytes, await RunningServer.BytesAsync(preview));
    }

    [Theory]
    [InlineData(MaxLength, HttpStatusCode.OK)]
    [InlineData(MaxLength + 1, HttpStatusCode.UnprocessableEntity)]
    public async Task The_limit_is_25_MiB_to_the_byte(int length, HttpStatusCode status)
    {
        var response = await UploadAsync(new byte[length], "image/png");

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, Running.Server.Objects.Count);
        if (status != HttpStatusCode.OK)
        {
            Assert.Equal("bytes_too_long", (await FaultAsync(response)).GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task A_media_type_that_is_not_listed_is_422()
        => Assert.Contains("image/webp", (await FaultAsync(await UploadAsync([1], "image/gif"))).GetProperty("msg").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_form_without_the_file_is_422()
    {
        using var form = new MultipartFormDataContent { { new StringContent("text"), "file" } };

        Assert.Equal("missing", (await FaultAsync(await Running.CallAsync(HttpMethod.Post, Uploads, form))).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_422()
    {
        var response = await Running.CallAsync(HttpMethod.Post, Uploads, new ByteArrayContent([1]));

        Assert.Equal("missing", (await FaultAsync(response)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_form_that_is_cut_off_is_400()
    {
        var content = Form("form-data; name=\"file\"; filename=\"a.png\"", end: "");

        Assert.Equal(HttpStatusCode.BadRequest, (await Running.CallAsync(HttpMethod.Post, Uploads, content)).StatusCode);
        Assert.Empty(Running.Server.Objects);
    }

    [Theory]
    [InlineData("form-data; name=\"file\"; filename=\"a \\\"b\\\".png\"", "a \"b\".png")]
    [InlineData("form-data; name=\"file\"; filename=\"Grüße.png\"", "Grüße.png")]
    [InlineData("form-data; name=\"file\"; filename=\"x.png\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.png", "Grüße.png")]
    [InlineData("form-data; name=\"file\"; filename=\"../../etc/passwd\"", ".._.._etc_passwd")]
    public async Task A_file_name_becomes_one_segment_of_the_key(string disposition, string segment)
    {
        var upload = await RunningServer.JsonAsync(await Running.CallAsync(HttpMethod.Post, Uploads, Form(disposition)));

        Assert.EndsWith("/" + segment, upload.GetProperty("upload_key").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_valid_token_there_is_only_401()
        => Assert.Equal(HttpStatusCode.Unauthorized, (await Running.CallAsync(HttpMethod.Post, Uploads, token: "sk-guess")).StatusCode);

    private static ByteArrayContent Form(string disposition, string end = "\r\n--b--\r\n")
    {
        var form = new ByteArrayContent(Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: {disposition}\r\nContent-Type: image/png\r\n\r\nbytes{end}"));
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return form;
    }

    private async Task<HttpResponseMessage> UploadAsync(byte[] bytes, string mediaType)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        using var form = new MultipartFormDataContent { { file, "file", "a.img" } };
        return await Running.CallAsync(HttpMethod.Post, Uploads, form);
    }

    private static async Task<JsonElement> FaultAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var fault = Assert.Single((await RunningServer.JsonAsync(response)).GetProperty("detail").EnumerateArray());
        Assert.Equal(["body", "file"], fault.GetProperty("loc").EnumerateArray().Select(part => part.GetString()!));
        return fault;
    }
}
