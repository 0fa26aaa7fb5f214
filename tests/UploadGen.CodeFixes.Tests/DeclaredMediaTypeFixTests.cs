using Verify = UploadGen.CodeFixes.Tests.CodeFixVerifier<UploadGen.Analyzers.Rules.UploadFlowAnalyzer, UploadGen.CodeFixes.DeclaredMediaTypeFix>;

namespace UploadGen.CodeFixes.Tests;

/// <summary>UPG106: a media type that is written out becomes the one that was declared.</summary>
public sealed class DeclaredMediaTypeFixTests
{
    private const string Title = "Use the media type that was declared: image/png";

    private const string Create = """
        var session = await client.CreateAssetUploadAsync(new() { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 });

        """;

    [Fact]
    public Task Of_the_content() => VerifyBodyAsync(
        """await client.PutAssetUploadAsync(session, UploadContent.FromFile("a.png", {|UPG106:"image/jpeg"|}));""",
        """await client.PutAssetUploadAsync(session, UploadContent.FromFile("a.png", "image/png"));""");

    [Fact]
    public Task Of_a_PUT_that_is_made_by_hand() => VerifyBodyAsync(
        """await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]) { Headers = { ContentType = new({|UPG106:"image/jpeg"|}) } });""",
        """await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]) { Headers = { ContentType = new("image/png") } });""");

    [Fact]
    public Task Each_of_several_everywhere() => Verify.VerifyEverywhereAsync(
        name => Code.Method(
            Create + """
            await client.PutAssetUploadAsync(session, UploadContent.FromFile("a.png", {|UPG106:"image/jpeg"|}));
            var other = await client.CreateAssetUploadAsync(new() { Filename = "a.txt", MimeType = "text/plain", SizeBytes = 1 });
            await client.PutAssetUploadAsync(other, UploadContent.FromBytes(new byte[1], "a.txt", mediaType: /* text */ {|UPG106:"text/csv"|}));
            """,
            name),
        name => Code.Method(
            Create + """
            await client.PutAssetUploadAsync(session, UploadContent.FromFile("a.png", "image/png"));
            var other = await client.CreateAssetUploadAsync(new() { Filename = "a.txt", MimeType = "text/plain", SizeBytes = 1 });
            await client.PutAssetUploadAsync(other, UploadContent.FromBytes(new byte[1], "a.txt", mediaType: /* text */ "text/plain"));
            """,
            name));

    [Theory]
    [InlineData("""const string Type = "image/jpeg"; await client.PutAssetUploadAsync(session, UploadContent.FromFile("a", {|UPG106:Type|})); Take(Type);""")]
    [InlineData("""await client.PutAssetUploadAsync(session, UploadContent.FromFile("a", {|UPG106:"image/" + "jpeg"|}));""")]
    public Task Not_one_that_is_named_or_put_together(string statements) => Verify.VerifyNoneOfferedAsync(Code.Method(Create + statements));

    private static Task VerifyBodyAsync(string before, string after) => Verify.VerifyAsync(Code.Method(Create + before), Code.Method(Create + after), Title);
}
