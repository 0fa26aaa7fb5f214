namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>UPG106 in the ways that people say a content's media type.</summary>
public sealed class MediaTypeByHandTests
{
    private const string Opened = """
        var session = await client.CreateAssetUploadAsync(new() { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 });

        """;

    [Fact]
    public Task The_constructor_of_a_text() => VerifyAsync(
        """await http.PutAsync(session.UploadUrl, new StringContent("{}", Encoding.UTF8, {|UPG106:"application/json"|}));""");

    [Fact]
    public Task The_constructor_of_a_text_with_a_header_value() => VerifyAsync(
        """await http.PutAsync(session.UploadUrl, new StringContent("{}", new MediaTypeHeaderValue({|UPG106:"application/json"|})));""");

    [Fact]
    public Task Json() => VerifyAsync(
        """
        using var body = JsonContent.Create(new { a = 1 }, MediaTypeHeaderValue.Parse({|UPG106:"application/merge-patch+json"|}));
        await http.PutAsync(session.UploadUrl, body);
        """);

    [Fact]
    public Task A_media_type_that_is_parsed() => VerifyAsync(
        """
        using var body = new ByteArrayContent([1]);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse({|UPG106:"image/jpeg"|});
        await http.PutAsync(session.UploadUrl, body);
        """);

    [Fact]
    public Task A_media_type_in_a_local() => VerifyAsync(
        """
        var type = new MediaTypeHeaderValue({|UPG106:"image/jpeg"|}) { CharSet = "utf-8" };
        using var body = new ByteArrayContent([1]) { Headers = { ContentType = type } };
        await http.PutAsync(session.UploadUrl, body);
        """);

    [Fact]
    public Task A_media_type_that_is_only_read_afterwards() => VerifyAsync(
        """
        var body = new StringContent("{}", Encoding.UTF8, {|UPG106:"application/json"|});
        logger.LogInformation("{Type}", body.Headers.ContentType?.MediaType);
        await http.PutAsync(session.UploadUrl, body);
        """);

    [Theory]
    [InlineData("Add")]
    [InlineData("TryAddWithoutValidation")]
    public Task A_header_that_is_added(string add) => VerifyAsync(
        $$"""
        var body = new StreamContent(Stream.Null);
        body.Headers.{{add}}("content-type", {|UPG106:"image/jpeg"|});
        using var response = await http.PutAsync(session.UploadUrl, body);
        response.EnsureSuccessStatusCode();
        """);

    [Fact]
    public Task A_header_of_a_message_s_content() => VerifyAsync(
        """
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl);
        message.Content = new ByteArrayContent([1]);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue({|UPG106:"image/jpeg"|});
        using var response = await http.SendAsync(message);
        """);

    [Fact]
    public Task A_content_that_is_given_to_a_message_later() => VerifyAsync(
        """
        var body = new ByteArrayContent([1]);
        body.Headers.TryAddWithoutValidation("Content-Type", {|UPG106:"image/jpeg"|});
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl);
        message.Content = body;
        using var response = await http.SendAsync(message);
        """);

    [Theory]
    [InlineData("""await http.PutAsync(session.UploadUrl, new StringContent("", Encoding.UTF8, "image/png"));""")]
    [InlineData("""await http.PutAsync(session.UploadUrl, new StringContent("", Encoding.UTF8, kind));""")]
    [InlineData("""await http.PutAsync(session.UploadUrl, new StringContent("a", Encoding.UTF8));""")]
    [InlineData("""
        var body = new StringContent("", Encoding.UTF8, "text/plain");
        body.Headers.ContentType = new("image/png");
        await http.PutAsync(session.UploadUrl, body);
        """)]
    [InlineData("""
        var body = new StringContent("", Encoding.UTF8, "text/plain");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", "image/png");
        await http.PutAsync(session.UploadUrl, body);
        """)]
    [InlineData("""
        var body = new ByteArrayContent([1]);
        body.Headers.Add("Content-Type", kind == "" ? "image/jpeg" : "image/png");
        body.Headers.Add("Content-Language", "en");
        await http.PutAsync(session.UploadUrl, body);
        """)]
    [InlineData("""
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl);
        message.Headers.TryAddWithoutValidation("Content-Type", "image/jpeg");
        message.Content = new ByteArrayContent([1]);
        await http.SendAsync(message);
        """)]
    [InlineData("""
        var body = new StringContent("", Encoding.UTF8, "text/plain");
        body.Headers.ContentType!.MediaType = "image/png";
        await http.PutAsync(session.UploadUrl, body);
        """)]
    [InlineData("""
        var other = new StringContent("{}", Encoding.UTF8, "application/json");
        await http.PostAsync("https://api.example/events", other);
        await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]));
        """)]
    [InlineData("""
        using var form = new MultipartFormDataContent { { new StringContent("{}", Encoding.UTF8, "application/json"), "meta" } };
        await http.PostAsync(session.UploadUrl, form);
        """)]
    public Task Silent_about(string put) => VerifyAsync(put);

    private static Task VerifyAsync(string put) => ServiceCode.VerifyAsync($$"""
        public async Task StoreAsync(string kind)
        {
            {{Opened}}{{put}}
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            repository.Save(kind);
        }
        """);
}
