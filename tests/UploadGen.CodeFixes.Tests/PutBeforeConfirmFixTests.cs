using Microsoft.CodeAnalysis;
using Verify = UploadGen.CodeFixes.Tests.CodeFixVerifier<UploadGen.Analyzers.Rules.UploadFlowAnalyzer, UploadGen.CodeFixes.PutBeforeConfirmFix>;

namespace UploadGen.CodeFixes.Tests;

/// <summary>UPG101: where the PUT is inserted, and when it can't be told what to PUT.</summary>
public sealed class PutBeforeConfirmFixTests
{
    private const string Title = "Await 'PutAssetUploadAsync' before it";

    [Fact]
    public Task Before_the_confirmation_and_what_is_said_about_it() => VerifyBodyAsync(
        """
        var session = await client.CreateAssetUploadAsync(request);
        // Tell the API.
        var asset = await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        """,
        """
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        // Tell the API.
        var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Awaited_as_the_confirmation_is() => VerifyBodyAsync(
        """
        var session = await client.CreateAssetUploadAsync(request, cancellationToken: ct).ConfigureAwait(false);
        await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId, cancellationToken: ct).ConfigureAwait(false);
        """,
        """
        var session = await client.CreateAssetUploadAsync(request, cancellationToken: ct).ConfigureAwait(false);
        await client.PutAssetUploadAsync(session, content, cancellationToken: ct).ConfigureAwait(false);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct).ConfigureAwait(false);
        """);

    [Fact]
    public Task Each_of_several_everywhere() => Verify.VerifyEverywhereAsync(
        name => Code.Method(
            """
            var first = await client.CreateAssetUploadAsync(request);
            var second = await client.CreateAssetUploadAsync(request);
            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(first.AssetId);
            if (flag)
            {
                await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(second.AssetId);
            }
            """,
            name),
        name => Code.Method(
            """
            var first = await client.CreateAssetUploadAsync(request);
            var second = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(first, content);
            await client.CreateAssetUploadConfirmationAsync(first.AssetId);
            if (flag)
            {
                await client.PutAssetUploadAsync(second, content);
                await client.CreateAssetUploadConfirmationAsync(second.AssetId);
            }
            """,
            name));

    [Fact]
    public Task At_the_top_level_of_a_program() => Verify.VerifyAsync(
        """
        using Shop.Runflow;
        using UploadGen;

        RunflowClient client = new("key");
        var file = UploadContent.FromFile("a.png");
        var session = await client.CreateAssetUploadAsync(new() { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 });
        await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);

        """,
        """
        using Shop.Runflow;
        using UploadGen;

        RunflowClient client = new("key");
        var file = UploadContent.FromFile("a.png");
        var session = await client.CreateAssetUploadAsync(new() { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 });
        await client.PutAssetUploadAsync(session, file);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);

        """,
        Title,
        OutputKind.ConsoleApplication);

    [Fact]
    public Task Within_the_client_itself() => Verify.VerifyAsync(
        """
        using System.Threading.Tasks;
        using Shop.Runflow;
        using UploadGen;

        class Client() : RunflowClient("key")
        {
            async Task<FullValidator> RunAsync(CreateAssetUploadRequest request, UploadContent file)
            {
                var session = await CreateAssetUploadAsync(request);
                return await {|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using Shop.Runflow;
        using UploadGen;

        class Client() : RunflowClient("key")
        {
            async Task<FullValidator> RunAsync(CreateAssetUploadRequest request, UploadContent file)
            {
                var session = await CreateAssetUploadAsync(request);
                await PutAssetUploadAsync(session, file);
                return await CreateAssetUploadConfirmationAsync(session.AssetId);
            }
        }
        """,
        Title);

    [Fact]
    public Task By_the_id_where_the_file_goes_to_an_operation() => Verify.VerifyAsync(
        Desk("var document = await desk.CreateAsync(); return await desk.{|UPG101:CompleteAsync|}(document.Id);"),
        Desk("var document = await desk.CreateAsync(); await desk.PutContentAsync(document.Id, content); return await desk.CompleteAsync(document.Id);"),
        "Await 'PutContentAsync' before it");

    [Theory]
    [InlineData("var other = UploadContent.FromFile(\"b\"); await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);")]
    [InlineData("var id = session.AssetId; await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(id);")]
    [InlineData("if (flag) await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);")]
    [InlineData("client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId).Wait();")]
    [InlineData("if (await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId) is null) { }")]
    public Task Not_where_content_session_or_place_is_in_doubt(string statements)
        => Verify.VerifyNoneOfferedAsync(Code.Method("var session = await client.CreateAssetUploadAsync(request); " + statements));

    [Fact]
    public Task Not_where_the_session_has_no_name() => Verify.VerifyNoneOfferedAsync(Code.Method(
        "await client.{|UPG101:CreateAssetUploadConfirmationAsync|}((await client.CreateAssetUploadAsync(request)).AssetId);"));

    private static string Desk(string body) => $$"""
        using System.Threading.Tasks;
        using UploadGen;
        using UploadGen.Annotations;

        public sealed class Document { [UploadSessionId] public string Id { get; set; } = ""; }

        public class Desk
        {
            [CreatesUpload("Document")] public virtual Task<Document> CreateAsync() => throw new System.NotSupportedException();

            [PutsUpload("Document")]
            public virtual Task PutContentAsync([UploadSessionId] string id, UploadContent content) => throw new System.NotSupportedException();

            [ConfirmsUpload("Document")] public virtual Task<Document> CompleteAsync([UploadSessionId] string id) => throw new System.NotSupportedException();
        }

        public sealed class Uploader(Desk desk, string folder)
        {
            public async Task<Document> RunAsync(UploadContent content)
            {
                await Task.Yield();
                {{body.Replace("; ", ";\n        ", StringComparison.Ordinal)}}
            }

            public string Folder => folder;
        }
        """;

    private static Task VerifyBodyAsync(string before, string after) => Verify.VerifyAsync(Code.Method(before), Code.Method(after), Title);
}
