using Verify = UploadGen.CodeFixes.Tests.CodeFixVerifier<UploadGen.Analyzers.Rules.UploadFlowAnalyzer, UploadGen.CodeFixes.ConfirmAfterPutFix>;

namespace UploadGen.CodeFixes.Tests;

/// <summary>UPG103: where the confirmation is inserted, and when it can't be told where it belongs.</summary>
public sealed class ConfirmAfterPutFixTests
{
    [Fact]
    public Task After_the_PUT() => Verify.VerifyAsync(
        Code.Method(
            """
            var session = await client.CreateAssetUploadAsync(request);
            await client.{|UPG103:PutAssetUploadAsync|}(session, content, cancellationToken: ct);
            """),
        Code.Method(
            """
            var session = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(session, content, cancellationToken: ct);
            await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct);
            """),
        "Await 'CreateAssetUploadConfirmationAsync' after it");

    [Fact]
    public Task Each_of_several_everywhere() => Verify.VerifyEverywhereAsync(
        name => Code.Method(
            """
            foreach (var file in new[] { "a", "b" })
            {
                var session = await client.CreateAssetUploadAsync(request);
                await client.{|UPG103:PutAssetUploadAsync|}(session, content);
            }

            var other = await client.CreateAssetUploadAsync(request);
            if (flag)
            {
                await client.{|UPG103:PutAssetUploadAsync|}(other, content);
            }
            """,
            name),
        name => Code.Method(
            """
            foreach (var file in new[] { "a", "b" })
            {
                var session = await client.CreateAssetUploadAsync(request);
                await client.PutAssetUploadAsync(session, content);
                await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            }

            var other = await client.CreateAssetUploadAsync(request);
            if (flag)
            {
                await client.PutAssetUploadAsync(other, content);
                await client.CreateAssetUploadConfirmationAsync(other.AssetId);
            }
            """,
            name));

    [Theory]
    [InlineData("while (true) { try { await client.{|UPG103:PutAssetUploadAsync|}(session, content); break; } catch (HttpRequestException) { } }")]
    [InlineData("if (flag) { await client.PutAssetUploadAsync(session, content); } else { await client.{|UPG103:PutAssetUploadAsync|}(session, content); }")]
    [InlineData("await http.{|UPG103:PutAsync|}(session.UploadUrl, null);")]
    [InlineData("_ = client.{|UPG103:PutAssetUploadAsync|}(session, content);")]
    public Task Not_where_session_or_place_is_in_doubt(string statements)
        => Verify.VerifyNoneOfferedAsync(Code.Method("var session = await client.CreateAssetUploadAsync(request); " + statements));

    [Fact]
    public Task Not_where_the_session_has_no_name() => Verify.VerifyNoneOfferedAsync(Code.Method(
        "await client.{|UPG103:PutAssetUploadAsync|}(await client.CreateAssetUploadAsync(request), content);"));

    [Theory]
    [InlineData("[UploadSessionId] string id, bool done = false", ", Member = \"done\"")]
    [InlineData("[UploadSessionId] string id, string folder", "")]
    public Task Not_where_the_confirmation_is_told_more(string parameters, string state) => Verify.VerifyNoneOfferedAsync($$"""
        using System.Threading.Tasks;
        using UploadGen.Annotations;

        public sealed class Session { [UploadSessionId] public string Id { get; set; } }

        public interface IClient
        {
            [CreatesUpload("File")] Task<Session> OpenAsync();
            [PutsUpload("File")] Task SendAsync([UploadSessionId] string id);
            [ConfirmsUpload("File"{{state}})] Task FinishAsync({{parameters}});
        }

        public sealed class Uploader(IClient client)
        {
            public async Task RunAsync()
            {
                var session = await client.OpenAsync();
                await client.{|UPG103:SendAsync|}(session.Id);
            }
        }
        """);
}
