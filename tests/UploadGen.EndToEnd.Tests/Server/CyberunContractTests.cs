using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UploadGen.EndToEnd.Tests.Server;

public sealed class CyberunContractTests : ServerTests
{
    private const string Presign = "api/v1/r/files/presign";
    private static readonly byte[] Image = RandomNumberGenerator.GetBytes(50_000);

    [Fact]
    public async Task A_file_arrives_with_the_headers_that_were_asked_for()
    {
        var file = await PresignAsync();
        Assert.Equal("*", file.GetProperty("upload_headers").GetProperty("If-None-Match").GetString());
        Assert.Equal("50000", file.GetProperty("upload_headers").GetProperty("Content-Length").GetString());

        var put = await Running.PutAsync(Url(file), Image, headers: ("If-None-Match", "*"));

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.NotNull(put.Headers.ETag);
        var stored = Running.Server.FindObject(file.GetProperty("file_key").GetString()!)!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Image)), stored.Sha256);
        Assert.Equal(Image, await File.ReadAllBytesAsync(stored.FilePath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_key_tells_team_media_type_and_name_apart()
    {
        var segments = (await PresignAsync("a/b\\c.png")).GetProperty("file_key").GetString()!.Split('/');

        Assert.Equal(5, segments.Length);
        Assert.Equal("inputs", segments[0]);
        Assert.True(Guid.TryParse(segments[1], out _));
        Assert.Equal("aW1hZ2UvcG5n", segments[3]);
        Assert.Equal("a_b_c.png", segments[4]);
    }

    [Fact]
    public async Task A_signed_header_that_is_missing_is_403()
    {
        var put = await Running.PutAsync(Url(await PresignAsync()), Image);

        await StorageAnswer.IsErrorAsync(put, HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task A_signed_header_with_another_value_is_403()
    {
        var put = await Running.PutAsync(Url(await PresignAsync()), Image, headers: ("If-None-Match", "\"tag\""));

        await StorageAnswer.IsErrorAsync(put, HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
    }

    [Theory]
    [InlineData(49_999)]
    [InlineData(50_001)]
    public async Task A_file_of_another_size_is_403(int size)
    {
        var put = await Running.PutAsync(Url(await PresignAsync()), new byte[size], headers: ("If-None-Match", "*"));

        await StorageAnswer.IsErrorAsync(put, HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task A_stored_object_is_not_overwritten()
    {
        var file = await PresignAsync();
        await Running.PutAsync(Url(file), Image, headers: ("If-None-Match", "*"));

        var again = await Running.PutAsync(Url(file), new byte[Image.Length], headers: ("If-None-Match", "*"));

        var error = await StorageAnswer.IsErrorAsync(again, HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        Assert.Equal("If-None-Match", (string?)error.Element("Condition"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Image)), Running.Server.FindObject(file.GetProperty("file_key").GetString()!)!.Sha256);
    }

    [Fact]
    public async Task A_session_token_needs_a_team_and_an_API_key_does_not()
    {
        var team = Guid.NewGuid();
        Task<HttpResponseMessage> Call(string token, params (string, string)[] headers)
        {
            var body = JsonContent.Create(new { file_name = "a.png", file_size = 1, content_type = "image/png" });
            return Running.CallAsync(HttpMethod.Post, Presign, body, token, headers);
        }


        Assert.Equal(HttpStatusCode.BadRequest, (await Call(Running.Server.SessionToken)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Call(Running.Server.SessionToken, ("X-Team-ID", "mine"))).StatusCode);
        var session = await RunningServer.JsonAsync(await Call(Running.Server.SessionToken, ("X-Team-ID", team.ToString())));
        Assert.StartsWith($"inputs/{team}/", session.GetProperty("file_key").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Call(Running.Server.ApiKey)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Call(Running.Server.ApiKey, ("X-Team-ID", "ignored"))).StatusCode);
    }

    [Fact]
    public async Task Without_a_valid_token_there_is_only_401()
        => Assert.Equal(HttpStatusCode.Unauthorized, (await Running.CallAsync(HttpMethod.Post, Presign, token: "sk-guess")).StatusCode);

    [Theory]
    [InlineData("""{"file_size":1,"content_type":"image/png"}""", "file_name")]
    [InlineData("""{"file_name":"a.png","file_size":-1,"content_type":"image/png"}""", "file_size")]
    [InlineData("""{"file_name":"a.png","file_size":9223372036854775808,"content_type":"image/png"}""", "file_size")]
    [InlineData("""{"file_name":"a.png","file_size":1,"content_type":""}""", "content_type")]
    [InlineData("""{"file_name":""", "JSON")]
    public async Task A_request_that_is_not_as_documented_is_400(string body, string named)
    {
        var response = await Running.CallAsync(HttpMethod.Post, Presign, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(named, (await RunningServer.JsonAsync(response)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> PresignAsync(string fileName = "input_image.png")
    {
        var response = await Running.PostAsync(Presign, new { file_name = fileName, file_size = Image.Length, content_type = "image/png" });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await RunningServer.JsonAsync(response);
    }

    private static string Url(JsonElement file) => file.GetProperty("upload_url").GetString()!;
}
