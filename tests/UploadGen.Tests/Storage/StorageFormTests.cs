using System.Text;
using System.Text.Json;

namespace UploadGen.Tests;

/// <summary>What storage sees of a file that is POSTed in a form.</summary>
public class StorageFormTests
{
    private static readonly UploadContent File = UploadContent.FromBytes("hello"u8.ToArray(), "a \"b\".png");

    private static Task PostAsync(string url, IReadOnlyDictionary<string, string>? fields, IProgress<UploadProgress>? progress = null)
        => PostFormAsync(url, new StorageForm(fields), progress);

    private static Task PostFormAsync(string url, StorageForm form, IProgress<UploadProgress>? progress = null)
        => new ApiConnection(
            null, new UploadClientOptions { BaseAddress = new Uri("https://api.example"), Credential = ApiCredential.FromToken("api-token") }, "")
            .Storage.PostFormAsync("createUpload", url, File, form, progress, TestContext.Current.CancellationToken);

    [Fact]
    public async Task All_fields_go_first_in_their_order_and_the_file_last()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests, "HTTP/1.1 204 No Content\r\n\r\n");
        var fields = new Dictionary<string, string> { ["key"] = "uploads/ä", ["X-Amz-Signature"] = "abc", ["Content-Type"] = "image/png" };

        await PostAsync(server.Address + "/bucket", fields);

        var request = Assert.Single(requests);
        Assert.Equal("POST /bucket HTTP/1.1", request.RequestLine);
        Assert.Equal(["Content-Length", "Content-Type", "Host"], request.HeaderNames);
        var boundary = request["Content-Type"]!.Split("boundary=")[1];
        var expected = string.Concat(fields.Select(field => $"--{boundary}\r\nContent-Disposition: form-data; name=\"{field.Key}\"\r\n\r\n{field.Value}\r\n"))
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.png\"\r\nContent-Type: image/png\r\n\r\nhello\r\n"
            + $"--{boundary}--\r\n";
        Assert.Equal(expected, Encoding.UTF8.GetString(request.Body));
    }

    [Fact]
    public async Task Without_fields_the_form_holds_the_file_alone_and_progress_counts_its_bytes()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var progress = new ProgressLog();

        await PostAsync(server.Address + "/", null, progress);

        Assert.Single(Encoding.UTF8.GetString(Assert.Single(requests).Body).Split("Content-Disposition").Skip(1));
        Assert.Equal(5, progress.Reports[^1].BytesSent);
    }

    [Fact]
    public async Task Headers_go_beside_the_form_and_the_file_is_called_as_the_API_wants()
    {
        var requests = new List<WireRequest>();
        await using var server = WireServer.Recording(requests);
        var headers = new Dictionary<string, string> { ["x-a"] = "1", ["content-type"] = "multipart/form-data" };

        await PostFormAsync(server.Address + "/", new StorageForm(null) { Headers = headers, FileField = "photo" });

        var request = Assert.Single(requests);
        Assert.Equal(["Content-Length", "Content-Type", "Host", "x-a"], request.HeaderNames);
        Assert.StartsWith("multipart/form-data; boundary=", request["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("form-data; name=\"photo\"; filename=", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_not_sent_under_another_media_type()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => PostFormAsync(
            "https://storage.example/", new StorageForm(null) { Headers = new Dictionary<string, string> { ["Content-Type"] = "image/png" } }));

        Assert.Contains("a Content-Type other than multipart/form-data", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_names_storages_code_and_no_query()
    {
        await using var server = WireServer.Recording([], "HTTP/1.1 403 Forbidden\r\nContent-Length: 40\r\n\r\n<Error><Code>AccessDenied</Code></Error>");

        var refused = await Assert.ThrowsAsync<UploadException>(() => PostAsync(server.Address + "/?signature=secret", null));

        Assert.Equal(403, refused.StatusCode);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_cannot_be_sent_is_said_before_anything_is()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(
            () => PostAsync("https://storage.example/", new Dictionary<string, string> { ["a\r\nb"] = "c" }));

        Assert.Contains("Nothing was sent", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "key": "a", "n": 5, "none": null, "flag": true }""")]
    [InlineData("""  "{ \"key\": \"a\", \"n\": 5, \"none\": null, \"flag\": true }"  """)]
    public void An_object_or_one_written_into_a_string_becomes_texts(string json)
    {
        var texts = UploadTexts.From(JsonDocument.Parse(json).RootElement, "createUpload", "fields")!;

        Assert.Equal([("key", "a"), ("n", "5"), ("flag", "true")], texts.Select(text => (text.Key, text.Value)));
    }

    [Fact]
    public void No_object_is_no_texts_and_a_nested_one_is_refused()
    {
        Assert.Null(UploadTexts.From((JsonElement?)null, "createUpload", "fields"));
        var failure = Assert.Throws<UploadException>(
            () => UploadTexts.From(JsonDocument.Parse("""{ "a": {} }""").RootElement, "createUpload", "fields"));
        Assert.StartsWith("createUpload: fields in the API's answer has a, which is no text but an Object", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_confirming_needs_and_that_is_missing_is_named()
    {
        Assert.Equal("x", SessionMember.Required("x", "createUpload", "data.id"));
        Assert.Contains(
            "no data.id",
            Assert.Throws<UploadException>(() => SessionMember.Required((Guid?)null, "createUpload", "data.id")).Message,
            StringComparison.Ordinal);
    }
}
