namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>How a file goes to its URL: by PUT, in a form, by POST as it is.</summary>
public sealed class SendingTests
{
    private static readonly UploadContent File = UploadContent.FromBytes("hello"u8.ToArray(), "a.png");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stated_POST_sends_the_file_as_it_is()
    {
        await using var server = await CrateServer.StartAsync("""{ "place": "$url" }""");

        var session = await server.Client.UploadRawPostsAsync(File, cancellationToken: Cancellation);

        Assert.Equal(("POST", "hello", "image/png"), (server.Stored.Method, server.Stored.Text, server.Stored.Headers.ContentType.ToString()));
        Assert.EndsWith(server.Stored.Target, session.Place, StringComparison.Ordinal);
        Assert.False(server.Stored.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_stated_form_calls_the_file_as_the_API_wants()
    {
        await using var server = await CrateServer.StartAsync("""{ "place": "$url" }""");

        await server.Client.UploadPhotoFormsAsync(File, cancellationToken: Cancellation);

        Assert.Equal("POST", server.Stored.Method);
        Assert.Contains("form-data; name=\"photo\"; filename=\"a.png\"", server.Stored.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "verb": "PUT" """, "PUT", "hello", "image/png")]
    [InlineData(""" "verb": "put", "fields": {}, "headers": { "Keys": ["Content-Type"], "Values": ["image/webp"] } """, "PUT", "hello", "image/webp")]
    [InlineData(""" "verb": "POST" """, "POST", "hello", "image/png")]
    [InlineData(""" "verb": "Post", "headers": { "Keys": ["Content-Type"], "Values": ["image/webp"] } """, "POST", "hello", "image/webp")]
    [InlineData(""" "verb": "POST", "fields": { "key": "k/1" } """, "POST", "k/1", "multipart/form-data; boundary=")]
    [InlineData(""" "verb": "POST", "fields": {} """, "POST", "form-data; name=\"file\"", "multipart/form-data; boundary=")]
    [InlineData(""" "fields": { "key": "k/1" } """, "POST", "k/1", "multipart/form-data; boundary=")]
    public async Task The_answer_says_how_the_file_is_sent(string answer, string method, string body, string type)
    {
        await using var server = await CrateServer.StartAsync($$"""{ "uri": "$url", {{answer}} }""");

        await server.Client.UploadAnsweredAsync(File, cancellationToken: Cancellation);

        Assert.Equal(method, server.Stored.Method);
        Assert.Contains(body, server.Stored.Text, StringComparison.Ordinal);
        Assert.StartsWith(type, server.Stored.Headers.ContentType, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "verb": "PATCH" """, "wants the file to be sent by PATCH, and files are sent by PUT or by POST")]
    [InlineData(""" "verb": "tus" """, "sent by tus")]
    [InlineData(""" "verb": "5ec7e75ec7e7 5ec7e75ec7e7" """, "sent by something that is no method")]
    [InlineData(""" "verb": "" """, "has no method")]
    [InlineData(""" "fields": {} """, "has no method")]
    [InlineData(""" "verb": "PUT", "fields": { "policy": "5ec7e75ec7e7" } """, "says PUT and gives the fields of a form")]
    public async Task A_method_that_sends_no_file_ends_the_upload_before_it_is_sent(string answer, string said)
    {
        await using var server = await CrateServer.StartAsync($$"""{ "uri": "$url", {{answer}} }""");

        await server.NothingIsStoredAsync(
            () => server.Client.UploadAnsweredAsync(File, cancellationToken: Cancellation), said, "Nothing was sent", "openAnswered");
    }

    [Fact]
    public async Task A_method_that_the_document_fixes_is_used()
    {
        await using var server = await CrateServer.StartAsync("""{ "upload_url": "$url", "method": "POST", "headers": { "x-a": "1" } }""");

        await server.Client.UploadFixedAsync(File, cancellationToken: Cancellation);

        Assert.Equal(("POST", "hello", "1"), (server.Stored.Method, server.Stored.Text, server.Stored.Headers["x-a"].ToString()));
    }
}
