using System.Text.Json;
using UploadGen.EndToEnd.Tests.Images;
using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Answers that are not what the document says: the exception tells operation, status, member and how the body starts.</summary>
public sealed class UnexpectedAnswerTests
{
    private const string Id = "0199c0de-0000-7000-8000-000000000001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<html><body>Gateway login</body></html>", "text/html", "$", "Gateway login")]
    [InlineData("", "", "$", "empty")]
    [InlineData("null", "application/json", "$", "null")]
    [InlineData("[]", "application/json", "$", "[]")]
    [InlineData("""{"asset_id":"0199c0de-0000-7000-8000-000000000001"}""", "application/json", "$.upload_url", """{"asset_id":"…"}""")]
    [InlineData("""{"asset_id":"0199c0de-0000-7000-8000-000000000001","upload_url":null}""", "application/json", "$.upload_url", "upload_url")]
    [InlineData("""{"asset_id":5,"upload_url":"https://s.example/a"}""", "application/json", "$.asset_id", "asset_id")]
    [InlineData(
        """{"asset_id":"five","upload_url":"https://s.example/a"}""",
        "application/json", "$.asset_id", """{"asset_id":"…","upload_url":"https://s.example/a"}""")]
    [InlineData(
        """{"asset_id":"0199c0de-0000-7000-8000-000000000001","upload_url":"https://s.exa""",
        "application/json", "$.upload_url", """{"asset_id":"…","upload_url":…""")]
    public async Task A_success_that_is_not_as_documented_says_what_and_where(string body, string contentType, string path, string shown)
    {
        await using var server = await WebServer.RecordingAsync(201, body, contentType);

        var wrong = await Assert.ThrowsAsync<ResponseFormatException>(() => UploadAsync(server.Runflow));

        Assert.Equal(("createAssetUpload", 201, path), (wrong.OperationId, wrong.StatusCode, wrong.JsonPath));
        Assert.All(["createAssetUpload", "201", path, shown], part => Assert.Contains(part, wrong.Message, StringComparison.Ordinal));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_path_leads_into_nested_values()
    {
        await using var server = await WebServer.RecordingAsync(201, $$"""{"id":"{{Id}}","created_by_user":{"id":null,"email":7} }""");

        var wrong = await Assert.ThrowsAsync<ResponseFormatException>(
            () => server.Runflow.CreateAssetUploadConfirmationAsync(Guid.Parse(Id), cancellationToken: Cancellation));

        Assert.Equal(("createAssetUploadConfirmation", "$.created_by_user.email"), (wrong.OperationId, wrong.JsonPath));
    }

    [Fact]
    public async Task A_header_map_with_something_else_than_strings_is_named()
    {
        await using var server = await WebServer.RecordingAsync(
            200, """{"file_key":"k","upload_url":"https://s.example/a","upload_headers":{"If-None-Match":"*","Content-Length":3}}""");

        var wrong = await Assert.ThrowsAsync<ResponseFormatException>(() => server.Cyberun.UploadFileAsync(Content(), cancellationToken: Cancellation));

        Assert.Equal(("presignFile", "$.upload_headers.Content-Length"), (wrong.OperationId, wrong.JsonPath));
    }

    [Fact]
    public async Task A_signed_URL_in_the_body_is_shown_without_its_query()
    {
        await using var server = await WebServer.RecordingAsync(201, """{"upload_url":"https://s.example/a?X-Amz-Signature=5ec7e7"}""");

        var wrong = await Assert.ThrowsAsync<ResponseFormatException>(() => UploadAsync(server.Runflow));

        Assert.Equal("$.asset_id", wrong.JsonPath);
        Assert.Contains("https://s.example/a?…", wrong.BodyStart, StringComparison.Ordinal);
        Assert.DoesNotContain("5ec7e7", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_success_status_is_read_when_the_body_fits()
    {
        await using var server = await WebServer.RecordingAsync(200, $$"""{"asset_id":"{{Id}}","upload_url":"https://s.example/a","new_member":[1]}""");

        var session = await server.Runflow.CreateAssetUploadAsync(
            new() { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 }, cancellationToken: Cancellation);

        Assert.Equal(Guid.Parse(Id), session.AssetId);
    }

    [Fact]
    public async Task A_success_without_a_body_where_one_is_documented_is_an_error()
    {
        await using var server = await WebServer.RecordingAsync(204, "");

        var wrong = await Assert.ThrowsAsync<ResponseFormatException>(() => UploadAsync(server.Runflow));

        Assert.Equal(204, wrong.StatusCode);
        Assert.Contains("204", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, """{"code":"NOT_FOUND","message":"no"}""", "application/json")]
    [InlineData(401, "<html>Sign in</html>", "text/html")]
    [InlineData(503, """{"code":"BUSY"}""", "application/json")]
    [InlineData(500, "", "")]
    public async Task An_error_without_the_documented_body_keeps_its_status(int status, string body, string contentType)
    {
        await using var server = await WebServer.RecordingAsync(status, body, contentType);

        var refused = await Assert.ThrowsAsync<ApiException>(() => UploadAsync(server.Runflow));

        Assert.Equal((status, "createAssetUpload", body), (refused.StatusCode, refused.OperationId, refused.BodyStart));
        Assert.Contains($"{status}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_a_range_is_typed()
    {
        await using var server = await WebServer.RecordingAsync(418, """{"code":"TEAPOT","message":"short and stout"}""");

        var refused = await Assert.ThrowsAsync<ApiException<ErrorResponse>>(() => server.Runflow.GetAssetAsync(Guid.Parse(Id), Cancellation));

        Assert.Equal("TEAPOT", refused.Error.Code);
    }

    [Fact]
    public async Task A_union_takes_each_of_its_types_and_no_other()
    {
        const string Body = """{"detail":[{"loc":["body",3,"file"],"msg":"m","type":"t"}]}""";
        await using var documented = await WebServer.RecordingAsync(422, Body);
        await using var other = await WebServer.RecordingAsync(422, Body.Replace("3", "true", StringComparison.Ordinal));

        var typed = await Assert.ThrowsAsync<ApiException<HttpValidationError>>(
            () => documented.Images.UploadAsync(Content(), cancellationToken: Cancellation));
        var untyped = await Assert.ThrowsAsync<ApiException>(() => other.Images.UploadAsync(Content(), cancellationToken: Cancellation));

        Assert.Equal(["body", 3L, "file"], Assert.Single(typed.Error.Detail!).Loc.Select(item => item.Value));
        Assert.Equal(422, untyped.StatusCode);
    }

    [Fact]
    public async Task A_cookie_of_the_API_is_not_taken_along()
    {
        await using var server = await WebServer.RecordingAsync(context =>
        {
            context.Response.Headers.SetCookie = "session=1; path=/";
            var url = $"http://{context.Request.Host}/object?signature=1";
            return context.AnswerAsync(201, JsonSerializer.Serialize(new { asset_id = Id, upload_url = url }));
        });

        await UploadAsync(server.Runflow);

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Empty(request.Headers.Cookie.ToArray()));
        Assert.Equal(["Bearer key", null, "Bearer key"], server.Requests.Select(request => (string?)request.Headers.Authorization));
    }

    [Fact]
    public async Task Storage_that_redirects_is_not_followed()
    {
        await using var elsewhere = await WebServer.RecordingAsync(200, "");
        await using var server = await WebServer.RecordingAsync(context =>
        {
            var session = $$"""{"asset_id":"{{Id}}","upload_url":"http://{{context.Request.Host}}/object?s=1"}""";
            if (context.Request.Method == "POST")
            {
                return context.AnswerAsync(201, session);
            }

            context.Response.Headers.Location = $"{elsewhere.Address}there?token=5ec7e7";
            return context.AnswerAsync(302);
        });

        var refused = await Assert.ThrowsAsync<UploadException>(() => UploadAsync(server.Runflow));

        Assert.Equal(302, refused.StatusCode);
        Assert.DoesNotContain("5ec7e7", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
        Assert.Equal(2, server.Requests.Count);
    }

    private static UploadContent Content() => UploadContent.FromBytes(new byte[3], "bottle.webp");

    private static Task<FullValidator> UploadAsync(RunflowClient client) => client.UploadAssetAsync(Content(), cancellationToken: Cancellation);
}
