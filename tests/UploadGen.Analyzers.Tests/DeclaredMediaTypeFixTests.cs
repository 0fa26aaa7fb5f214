using UploadGen.CodeFixes;

namespace UploadGen.Analyzers.Tests;

/// <summary>What the fix of UPG106 replaces.</summary>
public sealed class DeclaredMediaTypeFixTests
{
    private static readonly DeclaredMediaTypeFix Fix = new();

    [Fact]
    public Task Each_media_type_that_is_written_out() => CodeFixTest.VerifyAllAsync(
        Fix,
        Source("client.Put(session, UploadContent.FromFile(\"a.jpg\", \"image/jpeg\")); var other = client.CreateFor(\"text/plain\"); client.Put(other, UploadContent.FromBytes(new byte[1], \"a\", mediaType: /* text */ \"text/csv\"));"),
        Source("client.Put(session, UploadContent.FromFile(\"a.jpg\", \"image/png\")); var other = client.CreateFor(\"text/plain\"); client.Put(other, UploadContent.FromBytes(new byte[1], \"a\", mediaType: /* text */ \"text/plain\"));"));

    [Fact]
    public Task By_hand() => CodeFixTest.VerifyAllAsync(
        Fix,
        Source("http.PutAsync(session.Url, new ByteArrayContent([1]) { Headers = { ContentType = new(\"image/jpeg\") } }).Wait();"),
        Source("http.PutAsync(session.Url, new ByteArrayContent([1]) { Headers = { ContentType = new(\"image/png\") } }).Wait();"));

    [Theory]
    [InlineData("const string Type = \"image/jpeg\"; client.Put(session, UploadContent.FromFile(\"a.jpg\", Type)); Console.WriteLine(Type);")]
    [InlineData("client.Put(session, UploadContent.FromFile(\"a.jpg\", \"image/\" + \"jpeg\"));")]
    public Task Not_one_that_is_named_or_put_together(string body) => CodeFixTest.VerifyAllAsync(Fix, Source(body), Source(body));

    private static string Source(string body) => $$"""
        using System;
        using System.Net.Http;
        using UploadGen;
        using UploadGen.Annotations;

        record Session { [PresignedUrl] public required Uri Url { get; init; } }

        class Client
        {
            [CreatesUpload("Asset")] public Session CreateFor([UploadMediaType] string mediaType) => throw new NotSupportedException();
            [PutsUpload("Asset")] public void Put([UploadSession] Session session, UploadContent content) { }
        }

        class Uploader
        {
            void Run(Client client, HttpClient http)
            {
                var session = client.CreateFor("image/png");
                {{body}}
                Console.WriteLine(http);
            }
        }
        """;
}
