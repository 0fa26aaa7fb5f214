namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG101 and a PUT that is made by hand, or isn't.</summary>
public sealed class ConfirmAfterPutByHandTests
{
    [Fact]
    public Task A_URL_that_is_made_and_never_used() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var url = new Uri(session.UploadUrl.AbsoluteUri);
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_message_that_is_never_sent() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl);
        message.Headers.Add("X-Test", "1");
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_message_to_somewhere_else() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.SendAsync(new HttpRequestMessage(HttpMethod.Put, "https://example.org"), ct);
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task The_PUT_of_another() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var other = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.PutAsync(other.UploadUrl, new ByteArrayContent([1]));
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        await client.CreateAssetUploadConfirmationAsync(other.AssetId);
        """);

    [Fact]
    public Task Headers_that_are_given_away_PUT_nothing() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        Unseen.Take(session.UploadHeaders);
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task Sessions_in_an_array() => VerifyAsync("""
        AssetUploadResponse[] sessions = new[] { await client.CreateAssetUploadAsync(request), await client.CreateAssetUploadAsync(request) };
        foreach (var session in sessions) { await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); }
        """);

    [Fact]
    public Task Sessions_in_a_list() => VerifyAsync("""
        var sessions = new List<AssetUploadResponse>();
        sessions.Add(await client.CreateAssetUploadAsync(request));
        await client.[|CreateAssetUploadConfirmationAsync|](sessions[0].AssetId);
        """);

    [Fact]
    public Task Sessions_in_an_initialized_list() => VerifyAsync("""
        var sessions = new List<AssetUploadResponse> { await client.CreateAssetUploadAsync(request) };
        var same = sessions;
        foreach (var session in same) { await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); }
        """);

    [Fact]
    public Task Silent_after_a_PUT_by_hand() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]));
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_after_a_rewritten_URL_was_used() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.PutAsync(session.UploadUrl + "&x=1", new ByteArrayContent([1]));
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_a_list_that_was_PUT() => VerifyAsync("""
        var sessions = new List<AssetUploadResponse> { await client.CreateAssetUploadAsync(request) };
        foreach (var session in sessions) { await client.PutAssetUploadAsync(session, content); }
        foreach (var session in sessions) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public Task Silent_about_a_list_that_leaves() => VerifyAsync("""
        var sessions = new List<AssetUploadResponse>();
        Unseen.Take(sessions);
        sessions.Add(await client.CreateAssetUploadAsync(request));
        await client.CreateAssetUploadConfirmationAsync(sessions[0].AssetId);
        var array = new[] { await client.CreateAssetUploadAsync(request) };
        Unseen.Take(array);
        await client.CreateAssetUploadConfirmationAsync(array[0].AssetId);
        """);

    [Fact]
    public Task Silent_about_a_list_in_a_loop() => VerifyAsync("""
        var sessions = new List<AssetUploadResponse>();
        for (var turn = 0; turn < 3; turn++) { sessions.Add(await client.CreateAssetUploadAsync(request)); }
        foreach (var session in sessions)
        {
            await client.PutAssetUploadAsync(session, content);
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task Silent_about_PUTs_awaited_together() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var other = await client.CreateAssetUploadAsync(request);
        var puts = new List<Task> { client.PutAssetUploadAsync(session, content) };
        puts.Add(client.PutAssetUploadAsync(other, content));
        await Task.WhenAll(puts);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        await client.CreateAssetUploadConfirmationAsync(other.AssetId);
        """);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG101");
}
