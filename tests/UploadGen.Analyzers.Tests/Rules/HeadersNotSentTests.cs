namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG108: a PUT by hand without the headers of its session.</summary>
public sealed class HeadersNotSentTests
{
    [Fact]
    public Task PutAsync() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.[|PutAsync|](session.UploadUrl, new ByteArrayContent([1]));
        """);

    [Fact]
    public Task A_created_session() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.[|PutAsync|](session.UploadUrl, new ByteArrayContent([1]));
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_message() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
        message.Headers.Add("X-Test", "1");
        await http.[|SendAsync|](message, ct);
        """);

    [Fact]
    public Task A_message_with_an_initializer() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.[|SendAsync|](new HttpRequestMessage { Method = HttpMethod.Put, RequestUri = session.UploadUrl });
        """);

    [Fact]
    public Task A_URL_in_a_local() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        var url = session.UploadUrl;
        await http.[|PutAsync|](url, new ByteArrayContent([1]));
        """);

    [Fact]
    public Task A_URL_as_text() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.[|PutAsync|](session.UploadUrl.OriginalString, new ByteArrayContent([1]));
        """);

    [Fact]
    public Task In_a_lambda() => VerifyAsync("""
        Func<AssetUploadResponse, HttpClient, Task> put = (session, http) => http.[|PutAsync|](session.UploadUrl, null);
        Unseen.Take(put);
        """);

    [Fact]
    public Task Two_PUTs() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        if (flag) { await http.[|PutAsync|](session.UploadUrl, null); } else { http.[|Send|](new HttpRequestMessage(HttpMethod.Put, session.UploadUrl)); }
        """);

    [Fact]
    public Task A_session_with_a_second_name() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        AssetUploadResponse same;
        same = session;
        await http.[|PutAsync|](same.UploadUrl, new ByteArrayContent([1]));
        await client.PutAssetUploadAsync(session, content);
        """);

    [Fact]
    public Task Silent_when_they_are_sent() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl);
        foreach (var (name, value) in session.UploadHeaders) { message.Headers.TryAddWithoutValidation(name, value); }
        await http.SendAsync(message);
        """);

    [Fact]
    public Task Silent_when_they_are_read_elsewhere() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        var headers = session.UploadHeaders;
        Unseen.Take(headers);
        await http.PutAsync(session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_when_a_pattern_reads_them() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        if (session is { UploadHeaders: { Count: 0 } }) { await http.PutAsync(session.UploadUrl, null); }
        """);

    [Fact]
    public Task Silent_when_the_session_is_given_away() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        Unseen.Take(session);
        await http.PutAsync(session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_when_the_session_is_kept() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        Unseen.Field = session;
        await http.PutAsync(session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_about_a_message_that_others_fill() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl);
        Unseen.Take(message);
        await http.SendAsync(message);
        """);

    [Fact]
    public Task Silent_about_reading() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.GetAsync(session.UploadUrl);
        """);

    [Fact]
    public Task Silent_about_another_address() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.PutAsync("https://example.org", null);
        Unseen.Log(session.UploadUrl.Host);
        """);

    [Fact]
    public Task Silent_about_the_client_s_PUT() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        Unseen.Log(session.UploadUrl.Host);
        """);

    [Fact]
    public Task Silent_when_a_lambda_reads_them() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        Action add = () => Unseen.Take(session.UploadHeaders);
        add();
        await http.PutAsync(session.UploadUrl, null);
        """);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG108");
}
