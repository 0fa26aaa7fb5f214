namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG107: an Authorization header on its way to a presigned URL.</summary>
public sealed class AuthorizedStorageTests
{
    [Fact]
    public Task A_default_of_the_client() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        await http.[|PutAsync|](session.UploadUrl, null);
        """);

    [Fact]
    public Task A_default_in_an_initializer() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", "token") } };
        await http.[|PutAsync|](session.UploadUrl, null);
        """);

    [Fact]
    public Task A_default_added_by_name() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("authorization", "Bearer token");
        await http.[|PutAsync|](session.UploadUrl, null);
        """);

    [Fact]
    public Task A_default_added_without_validation() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer token");
        await http.[|PutAsync|](session.UploadUrl.AbsoluteUri, null);
        """);

    [Fact]
    public Task A_header_of_the_message() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl);
        message.Headers.Authorization = new("Bearer", "token");
        await http.[|SendAsync|](message);
        """);

    [Fact]
    public Task A_header_in_the_message_s_initializer() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Headers = { Authorization = new("Bearer", "token") } });
        """);

    [Fact]
    public Task A_header_added_to_the_message() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        using var message = new HttpRequestMessage { RequestUri = session.UploadUrl };
        message.Headers.Add("Authorization", "Bearer token");
        await http.[|SendAsync|](message);
        """);

    [Fact]
    public Task A_client_that_reads_the_URL() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        await http.[|GetAsync|](session.UploadUrl);
        """);

    [Fact]
    public Task On_both_branches() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        if (flag) { http.DefaultRequestHeaders.Authorization = new("Bearer", "a"); } else { http.DefaultRequestHeaders.Authorization = new("Bearer", "b"); }
        await http.[|PutAsync|](session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_about_another_client() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        using var api = new HttpClient();
        api.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        await http.PutAsync(session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_about_another_address() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        await http.PutAsync("https://example.org/" + savedId, null);
        """);

    [Fact]
    public Task Silent_before_it_is_set() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.PutAsync(session.UploadUrl, null);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        """);

    [Fact]
    public Task Silent_after_it_is_taken_away() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        http.DefaultRequestHeaders.Authorization = null;
        await http.PutAsync(session.UploadUrl, null);
        http.DefaultRequestHeaders.Add("Authorization", "x");
        http.DefaultRequestHeaders.Remove("Authorization");
        await http.PutAsync(session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_where_it_may_be_none() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = flag ? new("Bearer", "token") : null;
        await http.PutAsync(session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_on_one_branch() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        if (flag) { http.DefaultRequestHeaders.Authorization = new("Bearer", "a"); }
        await http.PutAsync(session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_about_a_new_client() => VerifyAsync("""
        var session = Unseen.Find();
        var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        http = new HttpClient();
        await http.PutAsync(session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_about_another_header() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Accept", "*/*");
        http.DefaultRequestHeaders.Host = "example.org";
        await http.PutAsync(session.UploadUrl, null);
        """);

    [Fact]
    public Task Silent_about_a_URL_that_may_be_another() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        await http.PutAsync(flag ? session.UploadUrl : new Uri("https://example.org"), null);
        """);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG107");
}
