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
}
