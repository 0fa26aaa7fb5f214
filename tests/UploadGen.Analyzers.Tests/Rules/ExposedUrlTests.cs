namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG109: a presigned URL that is rewritten, logged, or stored.</summary>
public sealed class ExposedUrlTests
{
    [Fact]
    public Task Written_to_the_console() => VerifyAsync("""
        var session = Unseen.Find();
        Console.WriteLine([|session.UploadUrl|]);
        """);

    [Fact]
    public Task Written_as_an_argument_of_a_format() => VerifyAsync("""
        var session = Unseen.Find();
        Console.WriteLine("{0} {1} {2} {3}", 1, 2, 3, [|session.UploadUrl|]);
        """);

    [Fact]
    public Task Written_in_a_text() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        Console.WriteLine([|$"PUT to {session.UploadUrl}"|]);
        """);

    [Fact]
    public Task Traced() => VerifyAsync("""
        var session = Unseen.Find();
        System.Diagnostics.Trace.TraceInformation([|"PUT to " + session.UploadUrl|]);
        System.Diagnostics.Trace.WriteLine([|session.UploadUrl.ToString()|]);
        """);

    [Fact]
    public Task Kept_in_a_file() => VerifyAsync("""
        var session = Unseen.Find();
        await System.IO.File.WriteAllTextAsync("url.txt", [|session.UploadUrl.AbsoluteUri|], ct);
        """);

    [Fact]
    public Task Lengthened() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.PutAsync([|session.UploadUrl + "&partNumber=1"|], null);
        """);

    [Fact]
    public Task Lengthened_in_a_text() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.PutAsync([|$"{session.UploadUrl}&partNumber=1"|], null);
        """);

    [Fact]
    public Task Replaced() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        var url = session.UploadUrl.AbsoluteUri.Replace("https:", "http:");
        await http.PutAsync([|new Uri(url)|], null);
        """);

    [Fact]
    public Task Decoded() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.PutAsync([|Uri.UnescapeDataString(session.UploadUrl.AbsoluteUri)|], null);
        """);

    [Fact]
    public Task Built_anew() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        var builder = new UriBuilder(session.UploadUrl) { Scheme = "http" };
        await http.PutAsync([|builder.Uri|], null);
        var other = new UriBuilder(session.UploadUrl);
        other.Query += "&x=1";
        other.Host = "localhost";
        await http.SendAsync([|new HttpRequestMessage(HttpMethod.Put, other.Uri)|]);
        """);

    [Fact]
    public Task Silent_about_what_comes_before_the_query() => VerifyAsync("""
        var session = Unseen.Find();
        Console.WriteLine(session.UploadUrl.GetLeftPart(UriPartial.Path));
        Console.WriteLine(session.UploadUrl.Host);
        Console.WriteLine($"PUT to {session.UploadUrl.AbsolutePath}");
        """);

    [Fact]
    public Task Silent_about_a_text_cut_off() => VerifyAsync("""
        var session = Unseen.Find();
        Console.WriteLine(session.UploadUrl.AbsoluteUri.Split('?')[0]);
        Console.WriteLine(session.UploadUrl.AbsoluteUri.Substring(0, 20));
        """);

    [Fact]
    public Task Silent_about_the_session() => VerifyAsync("""
        var session = Unseen.Find();
        Console.WriteLine(session);
        Console.WriteLine($"{session.AssetId}");
        """);

    [Fact]
    public Task Silent_about_a_URL_that_is_used_as_it_is() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        await http.PutAsync(new Uri(session.UploadUrl.OriginalString.Trim()), null);
        await http.PutAsync(new UriBuilder(session.UploadUrl).Uri, null);
        await http.PutAsync($"{session.UploadUrl}", null);
        """);

    [Fact]
    public Task Silent_about_a_public_address_made_of_it() => VerifyAsync("""
        var session = Unseen.Find();
        Unseen.Take(session.UploadUrl.AbsoluteUri.Replace("upload", "download"));
        Unseen.Take(new UriBuilder(session.UploadUrl) { Query = "" }.Uri);
        """);

    [Fact]
    public Task Silent_about_code_that_is_not_seen() => VerifyAsync("""
        var session = Unseen.Find();
        Unseen.Log(session.UploadUrl.AbsoluteUri);
        Unseen.Take(new { session.UploadUrl });
        """);

    [Fact]
    public Task Silent_about_a_URL_that_may_be_another() => VerifyAsync("""
        var session = Unseen.Find();
        using var http = new HttpClient();
        var url = flag ? session.UploadUrl : new Uri("https://example.org");
        Console.WriteLine(url);
        await http.PutAsync(url + "&x=1", null);
        """);

    [Fact]
    public Task Silent_about_other_URLs() => VerifyAsync("""
        var url = new Uri("https://example.org");
        Console.WriteLine(url);
        Unseen.Take(Unseen.Find().UploadUrl);
        """);

    [Fact]
    public Task Silent_about_an_answer_to_a_browser() => VerifyAsync("""
        var session = Unseen.Find();
        var answer = new Dictionary<string, Uri> { ["url"] = session.UploadUrl };
        Unseen.Take(answer);
        """);

    [Fact]
    public Task Stored_for_as_long_as_the_process_lives() => AnalyzerTest.VerifyAsync("""
        using System;
        using Api;
        using UploadGen.Annotations;

        static class Cache
        {
            public static Uri? Url;
            [PresignedUrl] public static Uri? Marked { get; set; }

            static void Run(AssetUploadResponse session, [PresignedUrl] Uri url)
            {
                Url = [|session.UploadUrl|];
                Marked = session.UploadUrl;
                Console.WriteLine([|url|]);
            }
        }
        """, rule: "UPG109");

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG109");
}
