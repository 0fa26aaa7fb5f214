using UploadGen.CodeFixes;

namespace UploadGen.Analyzers.Tests;

/// <summary>Where the fix of UPG108 puts the headers, and when it leaves that to the author.</summary>
public sealed class SendHeadersFixTests
{
    private static readonly SendHeadersFix Fix = new();

    [Fact]
    public Task A_message_is_given_the_headers() => VerifyAsync(
        """
        using var http = new HttpClient();
                var session = Unseen.Find();
                using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
                // Send it.
                using var response = await http.SendAsync(message, ct);
        """,
        """
        using var http = new HttpClient();
                var session = Unseen.Find();
                using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
                foreach (var (name, value) in session.UploadHeaders)
                {
                    if (!message.Headers.TryAddWithoutValidation(name, value))
                    {
                        message.Content?.Headers.Remove(name);
                        message.Content?.Headers.TryAddWithoutValidation(name, value);
                    }
                }
                // Send it.
                using var response = await http.SendAsync(message, ct);
        """);

    [Fact]
    public Task A_PUT_becomes_a_message() => VerifyAsync(
        """
        using var http = new HttpClient();
                var session = await client.CreateAssetUploadAsync(request);
                (await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]), ct).ConfigureAwait(false)).EnsureSuccessStatusCode();
                await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """,
        """
        using var http = new HttpClient();
                var session = await client.CreateAssetUploadAsync(request);
                var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
                foreach (var (name, value) in session.UploadHeaders)
                {
                    if (!message.Headers.TryAddWithoutValidation(name, value))
                    {
                        message.Content?.Headers.Remove(name);
                        message.Content?.Headers.TryAddWithoutValidation(name, value);
                    }
                }
                (await http.SendAsync(message, ct).ConfigureAwait(false)).EnsureSuccessStatusCode();
                await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Each_method_s_own() => VerifyAllAsync("await http.PutAsync(session.UploadUrl, null);", """
        var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = null };
                foreach (var (name, value) in session.UploadHeaders)
                {
                    if (!message.Headers.TryAddWithoutValidation(name, value))
                    {
                        message.Content?.Headers.Remove(name);
                        message.Content?.Headers.TryAddWithoutValidation(name, value);
                    }
                }
                await http.SendAsync(message);
        """);

    [Theory]
    [InlineData("await http.PutAsync(Unseen.Find().UploadUrl, null);")]
    [InlineData("var session = Unseen.Find(); var url = session.UploadUrl; await http.PutAsync(url, null);")]
    [InlineData("var session = Unseen.Find(); http.Send(new HttpRequestMessage(HttpMethod.Put, session.UploadUrl));")]
    [InlineData("var session = Unseen.Find(); await http.SendAsync(new HttpRequestMessage(HttpMethod.Put, session.UploadUrl));")]
    [InlineData("var session = Unseen.Find(); if (flag) await http.PutAsync(session.UploadUrl, null);")]
    [InlineData("var session = Unseen.Find(); Unseen.Take(flag ? await http.PutAsync(session.UploadUrl, null) : null);")]
    [InlineData("var session = Unseen.Find(); var name = 1; await http.PutAsync(session.UploadUrl, null); Unseen.Take(name);")]
    [InlineData("var session = Unseen.Find(); await http.PutAsync(session.UploadUrl, null); var other = Unseen.Find(); await http.PutAsync(other.UploadUrl, null);")]
    [InlineData("var session = Unseen.Find(); var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl); if (flag) { await http.SendAsync(message); }")]
    public Task Not_where_session_message_or_place_is_in_doubt(string body) => CodeFixTest.VerifyNoneOfferedAsync(Fix, "using var http = new HttpClient(); " + body);

    private static Task VerifyAsync(string before, string after) => CodeFixTest.VerifyBodyAsync(Fix, "Send the headers in 'UploadHeaders'", before, after);

    private static Task VerifyAllAsync(string before, string after) => CodeFixTest.VerifyAllAsync(Fix, TwoMethods(before), TwoMethods(after));

    private static string TwoMethods(string body) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Api;

        class Uploader
        {
            async Task FirstAsync(HttpClient http, AssetUploadResponse session)
            {
                {{body}}
            }

            async Task SecondAsync(HttpClient http, AssetUploadResponse session)
            {
                {{body}}
            }
        }
        """;
}
