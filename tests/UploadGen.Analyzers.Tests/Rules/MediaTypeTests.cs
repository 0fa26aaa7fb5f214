using System.Globalization;
using UploadGen.Analyzers.Rules;

namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG106: the media type that is PUT, and the one that was declared.</summary>
public sealed class MediaTypeTests
{
    [Fact]
    public Task A_file() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        client.Put(session, UploadContent.FromFile("a.jpg", [|"image/jpeg"|]));
        """);

    [Fact]
    public Task Bytes_with_a_named_argument() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        client.Put(session, UploadContent.FromBytes(new byte[1], mediaType: [|"image/jpeg"|], fileName: "a"));
        """);

    [Fact]
    public Task A_stream_in_a_local() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        var content = UploadContent.FromStream(stream, "a", [|"image/jpeg"|]);
        client.Put(session, content);
        """);

    [Fact]
    public Task Constants_and_locals() => VerifyAsync("""
        const string Declared = "image/png";
        var sent = "image/jpeg";
        var session = client.Create(new() { MediaType = Declared });
        client.Put(session, UploadContent.FromFile("a.jpg", [|sent|]));
        """);

    [Fact]
    public Task A_request_in_a_local() => VerifyAsync("""
        var request = new Request { MediaType = "image/png" };
        var session = client.Create(request);
        client.Put(session, UploadContent.FromFile("a.jpg", [|"image/jpeg"|]));
        """);

    [Fact]
    public Task A_parameter_that_declares_it() => VerifyAsync("""
        var session = client.CreateFor("image/png");
        client.Put(session, UploadContent.FromFile("a.jpg", [|"image/jpeg"|]));
        """);

    [Fact]
    public Task By_hand() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        using var http = new HttpClient();
        var content = new StreamContent(stream);
        content.Headers.ContentType = new([|"image/jpeg"|]);
        http.PutAsync(session.Url, content).Wait();
        """);

    [Fact]
    public Task By_hand_in_an_initializer() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        using var http = new HttpClient();
        http.PutAsync(session.Url, new ByteArrayContent([1]) { Headers = { ContentType = new([|"image/jpeg"|]) } }).Wait();
        """);

    [Fact]
    public Task By_hand_in_a_message() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Put, session.Url)
        {
            Content = new ByteArrayContent([1]) { Headers = { ContentType = new([|"image/jpeg"|]) } },
        };
        http.Send(message);
        """);

    [Fact]
    public Task Silent_about_the_same() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        client.Put(session, UploadContent.FromFile("a.png", "image/png"));
        """);

    [Fact]
    public Task Silent_about_case_and_parameters() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "text/plain" });
        client.Put(session, UploadContent.FromFile("a.txt", "Text/Plain; charset=utf-8"));
        """);

    [Fact]
    public Task Silent_about_what_the_name_says() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        client.Put(session, UploadContent.FromFile("a.jpg"));
        """);

    [Fact]
    public Task Silent_about_what_is_not_constant() => VerifyAsync("""
        var session = client.Create(new() { MediaType = name });
        client.Put(session, UploadContent.FromFile("a.jpg", "image/jpeg"));
        var other = client.Create(new() { MediaType = "image/png" });
        client.Put(other, UploadContent.FromFile("a.jpg", name));
        """);

    [Fact]
    public Task Silent_about_a_local_that_changes() => VerifyAsync("""
        var type = "image/png";
        if (name == "") { type = "image/jpeg"; }
        var session = client.Create(new() { MediaType = type });
        client.Put(session, UploadContent.FromFile("a.jpg", "image/jpeg"));
        """);

    [Fact]
    public Task Silent_about_another_session() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        var other = client.CreateFor("image/jpeg");
        client.Put(other, UploadContent.FromFile("a.jpg", "image/jpeg"));
        client.Put(session, UploadContent.FromFile("a.png", "image/png"));
        """);

    [Fact]
    public Task Silent_about_one_of_two_sessions() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        var other = client.CreateFor("image/jpeg");
        client.Put(name == "" ? session : other, UploadContent.FromFile("a.gif", "image/gif"));
        """);

    [Fact]
    public Task Silent_about_a_content_type_that_is_set_twice() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        using var http = new HttpClient();
        var content = new StreamContent(stream);
        content.Headers.ContentType = new("image/jpeg");
        content.Headers.ContentType = new("image/png");
        http.PutAsync(session.Url, content).Wait();
        """);

    [Fact]
    public Task Silent_about_headers_that_are_added() => VerifyAsync("""
        var session = client.Create(new() { MediaType = "image/png" });
        using var http = new HttpClient();
        var content = new StreamContent(stream);
        content.Headers.ContentType = new("image/jpeg");
        content.Headers.Clear();
        http.PutAsync(session.Url, content).Wait();
        """);

    [Fact]
    public Task Silent_about_the_client_s_PUT_where_headers_are_sent_instead() => VerifyAsync("""
        var session = client.Presign(new() { MediaType = "image/png" });
        client.PutSigned(session, UploadContent.FromFile("a.jpg", "image/jpeg"));
        """);

    [Fact]
    public async Task The_message_and_what_it_tells_a_fix()
    {
        var source = Source("var session = client.CreateFor(\"image/png\"); client.Put(session, UploadContent.FromFile(\"a.jpg\", \"image/jpeg\"));");
        var diagnostic = Assert.Single(await AnalyzerTest.AnalyzeAsync(source));
        Assert.Equal(
            "'Put' PUTs 'image/jpeg', and the upload was created for 'image/png': send the media type that was declared",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("image/png", diagnostic.Properties[FixProperties.DeclaredMediaType]);
    }

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyAsync(Source(body), rule: "UPG106");

    private static string Source(string body) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using UploadGen;
        using UploadGen.Annotations;

        record Request { [UploadMediaType] public required string MediaType { get; init; } }

        record Session { [PresignedUrl] public required Uri Url { get; init; } }

        record SignedSession
        {
            [PresignedUrl] public required Uri Url { get; init; }
            [UploadHeaders] public required IReadOnlyDictionary<string, string> Headers { get; init; }
        }

        class Client
        {
            [CreatesUpload("Asset")] public Session Create(Request request) => throw new NotSupportedException();
            [CreatesUpload("Asset")] public Session CreateFor([UploadMediaType] string mediaType) => throw new NotSupportedException();
            [PutsUpload("Asset")] public void Put([UploadSession] Session session, UploadContent content) { }
            [CreatesUpload("File")] public SignedSession Presign(Request request) => throw new NotSupportedException();
            [PutsUpload("File")] public void PutSigned([UploadSession] SignedSession session, UploadContent content) { }
        }

        class Uploader
        {
            void Run(Client client, Stream stream, string name)
            {
                {{body}}
            }
        }
        """;
}
