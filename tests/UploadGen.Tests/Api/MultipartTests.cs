using System.Text;

namespace UploadGen.Tests;

/// <summary>multipart/form-data and raw bodies, on the wire and as ASP.NET Core reads them.</summary>
public class MultipartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly ApiResponses Any = new();

    private static ApiConnection Connect(string address) => new(null, new UploadClientOptions { BaseAddress = new Uri(address) }, "");

    private static Task SendAsync(ApiConnection api, Func<ApiRequest, ApiRequest> describe)
        => api.SendAsync(describe(api.Request("uploadImage", HttpMethod.Post, "/v1/uploads")), Any, Token);

    [Fact]
    public async Task The_body_is_written_as_browsers_write_it()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);

        await SendAsync(Connect(server.Address), request => request
            .FormField("title", "größe").FormField("skipped", (string?)null).FormField("n", new[] { 1, 2 })
            .FormField("meta", new Problem("x"), JsonCodec.WriteModel).FormFile("none", null)
            .FormFile("file", UploadContent.FromBytes("abc"u8.ToArray(), "a \"b\" é😀.png")));

        var sent = Assert.Single(requests);
        var type = sent["Content-Type"]!;
        Assert.StartsWith("multipart/form-data; boundary=UploadGen-", type, StringComparison.Ordinal);
        var boundary = type.Split('=')[1];
        var expected = $"--{boundary}\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\ngröße\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n1\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n2\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{{\"detail\":\"x\"}}\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22 é😀.png\"\r\nContent-Type: image/png\r\n\r\nabc\r\n"
            + $"--{boundary}--\r\n";
        Assert.Equal(expected, Encoding.UTF8.GetString(sent.Body));
        Assert.Equal(sent.Body.Length.ToString(null, null), sent["Content-Length"]);
        Assert.Null(sent["Transfer-Encoding"]);
    }

    [Fact]
    public async Task A_large_form_streams_with_a_known_length_and_arrives_whole()
    {
        var bytes = Bytes.Of(5_000_000);
        byte[]? arrived = null;
        long? announced = null;
        string? name = null;
        await using var server = await WebServer.StartAsync(async context =>
        {
            announced = context.Request.ContentLength;
            var file = (await context.Request.ReadFormAsync()).Files.Single();
            name = file.FileName;
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy);
            arrived = copy.ToArray();
        });
        var progress = new ProgressLog();
        using var stream = new ForwardStream(bytes);

        await SendAsync(
            server.Connect(), request => request.FormFile("file", UploadContent.FromStream(stream, "bottle.webp", length: bytes.Length)).Progress(progress));

        Assert.Equal(bytes, arrived);
        Assert.Equal("bottle.webp", name);
        Assert.True(announced > bytes.Length);
        Assert.Equal((bytes.Length, 1.0), ((int)progress.Reports[^1].BytesSent, progress.Reports[^1].Fraction));
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1.png")]
    [InlineData("a\n.png")]
    [InlineData("a\0.png")]
    public void A_file_name_with_a_line_break_is_refused(string name)
        => Assert.Throws<ArgumentException>(
            () => Connect("http://127.0.0.1:1").Request("op", HttpMethod.Post, "/").FormFile("file", UploadContent.FromBytes(default, name)));

    [Fact]
    public void A_part_name_with_a_line_break_is_refused()
        => Assert.Throws<ArgumentException>(() => Connect("http://127.0.0.1:1").Request("op", HttpMethod.Post, "/").FormField("a\r\nb", "x"));

    [Fact]
    public async Task A_file_over_the_limit_or_of_another_type_is_refused_and_nothing_sent()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var refused = await Assert.ThrowsAsync<RequestValidationException>(() => SendAsync(
            Connect(server.Address),
            request => request.FormFile(
                "file", UploadContent.FromBytes(new byte[11], "a.gif"), maxLength: 10, contentType: "image/jpeg, image/png", description: "The picture")));
        Assert.Empty(requests);
        Assert.Equal(
            [("/file", "maxLength", "10 bytes", "11 bytes", "a.gif"), ("/file", "contentType", "image/jpeg, image/png", "image/gif", "a.gif")],
            refused.Violations.Select(violation => (violation.Pointer, violation.Keyword, violation.Limit, violation.Actual, violation.FileName)));
        Assert.Equal(
            """
            uploadImage: the request breaks limits of the API's document and was not sent.
              /file: a.gif is 11 bytes, maxLength is 10 bytes. The picture
              /file: a.gif is image/gif, contentType is image/jpeg, image/png. The picture.
            """
            + " Where the file is of a type that is allowed, pass that type to UploadContent (mediaType: \"image/jpeg\"); else convert the file.",
            refused.Message);
    }

    [Fact]
    public async Task Of_several_files_the_one_over_the_limit_is_named()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        UploadContent[] files = [UploadContent.FromBytes(new byte[10], "a.png"), UploadContent.FromBytes(new byte[11], "b.png")];
        var refused = await Assert.ThrowsAsync<RequestValidationException>(
            () => SendAsync(Connect(server.Address), request => request.FormFiles("files", files, maxLength: 10)));
        Assert.Equal("b.png", Assert.Single(refused.Violations).FileName);
        Assert.Empty(requests);
    }

    [Theory]
    [InlineData(null, "image/png")]
    [InlineData("image/*", "image/png")]
    [InlineData("image/jpeg, Image/PNG", "image/png")]
    [InlineData("application/octet-stream", "application/octet-stream")]
    [InlineData("*/*", "image/png")]
    public async Task A_raw_body_is_sent_with_the_type_the_document_allows(string? allowed, string sent)
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        await SendAsync(Connect(server.Address), request => request.Binary(UploadContent.FromBytes("abc"u8.ToArray(), "a.png"), allowed));
        Assert.Equal(sent, Assert.Single(requests)["Content-Type"]);
        Assert.Equal("abc"u8.ToArray(), requests[0].Body);
    }

    [Fact]
    public async Task The_refusal_of_a_large_form_is_seen_typed_before_it_is_sent()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 18\r\n\r\n{\"detail\":\"large\"}");
        });
        var api = Connect(server.Address);
        var responses = new ApiResponses().Error("413", JsonCodec.ReadModel<Problem>, "Too large");
        var refused = await Assert.ThrowsAsync<ApiException<Problem>>(() => api.SendAsync(
            api.Request("uploadImage", HttpMethod.Post, "/").FormFile("file", UploadContent.FromBytes(new byte[32 << 20], "a.png")), responses, Token));
        Assert.Equal("large", refused.Error.Detail);
    }
}
