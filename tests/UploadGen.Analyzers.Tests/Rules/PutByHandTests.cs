namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>A PUT that is made by hand counts as one: what follows it is judged by UPG103.</summary>
public sealed class PutByHandTests
{
    [Fact]
    public Task PutAsync_with_the_URL() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.[|PutAsync|](session.UploadUrl, new ByteArrayContent([1]), ct);
        """);

    [Fact]
    public Task A_client_that_was_given() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var http = Factory();
        await http.[|PutAsync|](session.UploadUrl, new ByteArrayContent([1]), ct);
        static HttpClient Factory() => new();
        """);

    [Fact]
    public Task A_message_made_from_the_URL() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
        using var response = await http.[|SendAsync|](message, ct);
        response.EnsureSuccessStatusCode();
        """);

    [Fact]
    public Task A_message_with_an_initializer() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        using var message = new HttpRequestMessage { Method = HttpMethod.Put, RequestUri = session.UploadUrl, Content = new ByteArrayContent([1]) };
        await http.[|SendAsync|](message, HttpCompletionOption.ResponseHeadersRead, ct);
        """);

    [Fact]
    public Task A_message_that_gets_its_URL_later() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        using var message = new HttpRequestMessage();
        var same = message;
        message.Method = HttpMethod.Put;
        message.Content = new ByteArrayContent([1]);
        message.RequestUri = session.UploadUrl;
        http.[|Send|](same, ct);
        """);

    [Fact]
    public Task A_message_that_is_not_kept() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) });
        """);

    [Fact]
    public Task A_text_that_becomes_a_URL_again() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        string text = session.UploadUrl.AbsoluteUri;
        var url = new Uri(text);
        await http.[|PutAsync|](url, new ByteArrayContent([1]), ct);
        Unseen.Log(http.ToString()!);
        """);

    [Fact]
    public Task A_session_in_a_pattern() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        if (session is { UploadUrl: var url }) { await http.[|PutAsync|](url, new ByteArrayContent([1])); }
        """);

    [Fact]
    public Task Retries() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        while (true)
        {
            using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
            try { using var response = await http.[|SendAsync|](message, ct); break; } catch (HttpRequestException) { }
        }
        """);

    [Fact]
    public Task Headers_that_are_read_one_by_one() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
        foreach (var (name, value) in session.UploadHeaders) { message.Headers.TryAddWithoutValidation(name, value); }
        await http.[|SendAsync|](message, ct);
        """);

    [Fact]
    public Task An_invoker() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await invoker.[|SendAsync|](new HttpRequestMessage(HttpMethod.Put, session.UploadUrl), ct);
        """);

    [Fact]
    public Task Silent_when_it_is_confirmed() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]), ct);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_when_only_the_head_is_asked_for() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.GetAsync(session.UploadUrl, ct);
        var other = await client.CreateAssetUploadAsync(request);
        await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, other.UploadUrl), ct);
        var third = await client.CreateAssetUploadAsync(request);
        await http.SendAsync(new HttpRequestMessage { Method = HttpMethod.Get, RequestUri = third.UploadUrl }, ct);
        """);

    [Fact]
    public Task Silent_about_a_message_that_others_know() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl);
        Unseen.Take(message);
        await http.SendAsync(message, ct);
        """);

    [Fact]
    public Task Silent_about_a_message_that_others_knew_before() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        var message = new HttpRequestMessage();
        Unseen.Take(message);
        message.RequestUri = session.UploadUrl;
        await http.SendAsync(message, ct);
        """);

    [Fact]
    public Task Silent_about_a_message_to_one_of_two() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var other = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        var message = new HttpRequestMessage(HttpMethod.Put, flag ? session.UploadUrl : other.UploadUrl);
        await http.SendAsync(message, ct);
        """);

    [Fact]
    public Task Silent_about_the_message_of_the_turn_before() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        HttpRequestMessage? last = null;
        for (var turn = 0; turn < 3; turn++)
        {
            if (last is not null) { await http.SendAsync(last, ct); }
            last = new HttpRequestMessage(HttpMethod.Put, turn == 0 ? savedId.ToString() : session.UploadUrl.ToString());
        }
        """);

    [Fact]
    public Task Silent_about_a_URL_that_is_captured() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        var url = session.UploadUrl;
        Func<Task> put = () => http.PutAsync(url, null);
        await put();
        """);

    [Fact]
    public Task Silent_about_an_address_of_all_requests() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var http = new HttpClient { BaseAddress = session.UploadUrl };
        await http.PutAsync("", new ByteArrayContent([1]), ct);
        """);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG103");
}
