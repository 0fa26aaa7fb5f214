using Verify = UploadGen.CodeFixes.Tests.CodeFixVerifier<UploadGen.Analyzers.Rules.UploadFlowAnalyzer, UploadGen.CodeFixes.SendHeadersFix>;

namespace UploadGen.CodeFixes.Tests;

/// <summary>UPG108: where the headers are added, and when that is left to the author. The client is Cyberun's: its sessions have headers.</summary>
public sealed class SendHeadersFixTests
{
    private const string Title = "Send the headers in 'UploadHeaders'";

    private const string Loop = """
        foreach (var (name, value) in session.UploadHeaders)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.Remove(name);
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        """;

    [Fact]
    public Task To_the_message() => VerifyBodyAsync(
        """
        var session = Find();
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
        // Send it.
        using var response = await http.{|UPG108:SendAsync|}(message, ct);
        """,
        $$"""
        var session = Find();
        using var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
        {{Loop}}// Send it.
        using var response = await http.SendAsync(message, ct);
        """);

    [Fact]
    public Task To_a_message_that_takes_the_place_of_a_PUT() => VerifyBodyAsync(
        """
        var session = await files.PresignFileAsync(new() { FileName = "a.png", ContentType = "image/png", FileSize = 1 });
        (await http.{|UPG108:PutAsync|}(session.UploadUrl, new ByteArrayContent([1]), ct).ConfigureAwait(false)).EnsureSuccessStatusCode();
        """,
        $$"""
        var session = await files.PresignFileAsync(new() { FileName = "a.png", ContentType = "image/png", FileSize = 1 });
        var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = new ByteArrayContent([1]) };
        {{Loop}}(await http.SendAsync(message, ct).ConfigureAwait(false)).EnsureSuccessStatusCode();
        """);

    [Fact]
    public Task In_each_method_everywhere() => Verify.VerifyEverywhereAsync(
        name => TwoMethods("await http.{|UPG108:PutAsync|}(session.UploadUrl, null);", name),
        name => TwoMethods(
            $$"""
            var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl) { Content = null };
            {{Loop}}await http.SendAsync(message);
            """,
            name));

    [Theory]
    [InlineData("await http.{|UPG108:PutAsync|}(Find().UploadUrl, null);")]
    [InlineData("var session = Find(); var url = session.UploadUrl; await http.{|UPG108:PutAsync|}(url, null);")]
    [InlineData("var session = Find(); http.{|UPG108:Send|}(new HttpRequestMessage(HttpMethod.Put, session.UploadUrl));")]
    [InlineData("var session = Find(); await http.{|UPG108:SendAsync|}(new HttpRequestMessage(HttpMethod.Put, session.UploadUrl));")]
    [InlineData("var session = Find(); if (flag) await http.{|UPG108:PutAsync|}(session.UploadUrl, null);")]
    [InlineData("var session = Find(); Take(flag ? await http.{|UPG108:PutAsync|}(session.UploadUrl, null) : null);")]
    [InlineData("var session = Find(); var name = 1; await http.{|UPG108:PutAsync|}(session.UploadUrl, null); Take(name);")]
    [InlineData("""
        var session = Find(); await http.{|UPG108:PutAsync|}(session.UploadUrl, null);
        var other = Find(); await http.{|UPG108:PutAsync|}(other.UploadUrl, null);
        """)]
    [InlineData("""
        var session = Find(); var message = new HttpRequestMessage(HttpMethod.Put, session.UploadUrl);
        if (flag) { await http.{|UPG108:SendAsync|}(message); }
        """)]
    public Task Not_where_session_message_or_place_is_in_doubt(string statements) => Verify.VerifyNoneOfferedAsync(Code.Method(statements));

    private static Task VerifyBodyAsync(string before, string after) => Verify.VerifyAsync(Code.Method(before), Code.Method(after), Title);

    private static string TwoMethods(string body, string name) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Shop.Cyberun;

        class {{name}}
        {
            async Task RunAsync(HttpClient http, PresignFileResponse session)
            {
                {{body.ReplaceLineEndings("\n        ")}}
            }

            async Task RunAgainAsync(HttpClient http, PresignFileResponse session)
            {
                {{body.ReplaceLineEndings("\n        ")}}
            }
        }
        """;
}
