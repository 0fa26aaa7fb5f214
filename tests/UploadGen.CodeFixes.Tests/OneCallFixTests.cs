using Microsoft.CodeAnalysis;
using Verify = UploadGen.CodeFixes.Tests.CodeFixVerifier<UploadGen.Analyzers.Rules.UploadFlowAnalyzer, UploadGen.CodeFixes.OneCallFix>;

namespace UploadGen.CodeFixes.Tests;

/// <summary>UPG112: what the one call keeps of three steps, and when they are left as they are.</summary>
public sealed class OneCallFixTests
{
    private const string Title = "Call 'UploadAssetAsync' instead of the three steps";

    private const string Request = "new() { Filename = content.FileName, MimeType = content.MediaType, SizeBytes = content.Length }";

    [Fact]
    public Task The_content() => VerifyBodyAsync(
        $$"""
        // Once.
        var session = await client.{|UPG112:CreateAssetUploadAsync|}({{Request}});
        await client.PutAssetUploadAsync(session, content);
        var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        Console.WriteLine(asset.Id);
        """,
        """
        // Once.
        var asset = await client.UploadAssetAsync(content);
        Console.WriteLine(asset.Id);
        """);

    [Fact]
    public Task The_folder_the_organization_the_progress_and_the_token() => VerifyBodyAsync(
        $$"""
        var session = await client.{|UPG112:CreateAssetUploadAsync|}({{Request}}, organization, ct).ConfigureAwait(false);
        await client.PutAssetUploadAsync(session, content, bar, ct).ConfigureAwait(false);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId, new() { FolderId = folder }, organization, ct).ConfigureAwait(false);
        """,
        """
        await client.UploadAssetAsync(content, xOrganizationId: organization, folderId: folder, progress: bar, cancellationToken: ct).ConfigureAwait(false);
        """);

    [Fact]
    public Task Each_of_several_everywhere() => Verify.VerifyEverywhereAsync(
        name => Code.Method(
            $$"""
            if (flag)
            {
                var session = await client.{|UPG112:CreateAssetUploadAsync|}({{Request}});

                await client.PutAssetUploadAsync(session, content);

                await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            }

            var other = await client.{|UPG112:CreateAssetUploadAsync|}({{Request}}, cancellationToken: ct);
            await client.PutAssetUploadAsync(other, content, cancellationToken: ct);
            await client.CreateAssetUploadConfirmationAsync(other.AssetId, cancellationToken: ct);
            """,
            name),
        name => Code.Method(
            """
            if (flag)
            {
                await client.UploadAssetAsync(content);
            }

            await client.UploadAssetAsync(content, cancellationToken: ct);
            """,
            name));

    [Fact]
    public Task At_the_top_level_of_a_program() => Verify.VerifyAsync(
        $$"""
        using Shop.Runflow;
        using UploadGen;

        var client = new RunflowClient("key");
        var content = UploadContent.FromFile(args[0]);

        var session = await client.{|UPG112:CreateAssetUploadAsync|}({{Request}});
        await client.PutAssetUploadAsync(session, content);
        var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """,
        """
        using Shop.Runflow;
        using UploadGen;

        var client = new RunflowClient("key");
        var content = UploadContent.FromFile(args[0]);

        var asset = await client.UploadAssetAsync(content);
        """,
        Title,
        OutputKind.ConsoleApplication);

    [Fact]
    public Task What_is_returned() => Verify.VerifyAsync(
        $$"""
        using System.Threading.Tasks;
        using Shop.Runflow;
        using UploadGen;

        class Client() : RunflowClient("key")
        {
            public async Task<FullValidator> RunAsync(UploadContent content)
            {
                var session = await this.{|UPG112:CreateAssetUploadAsync|}({{Request}});
                await this.PutAssetUploadAsync(session, content);
                return await this.CreateAssetUploadConfirmationAsync(session.AssetId);
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using Shop.Runflow;
        using UploadGen;

        class Client() : RunflowClient("key")
        {
            public async Task<FullValidator> RunAsync(UploadContent content)
            {
                return await this.UploadAssetAsync(content);
            }
        }
        """,
        Title);

    [Theory]
    [InlineData("// PUT it")]
    [InlineData("#pragma warning disable UPG104")]
    public Task Not_where_a_comment_or_directive_would_be_lost(string line) => Verify.VerifyNoneOfferedAsync(Code.Method($$"""
        var session = await client.{|UPG112:CreateAssetUploadAsync|}({{Request}});
        {{line}}
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """));

    [Fact]
    public Task Not_where_the_steps_are_awaited_in_two_manners() => Verify.VerifyNoneOfferedAsync(Code.Method($$"""
        var session = await client.{|UPG112:CreateAssetUploadAsync|}({{Request}});
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId).ConfigureAwait(false);
        """));

    private static Task VerifyBodyAsync(string before, string after) => Verify.VerifyAsync(Code.Method(before), Code.Method(after), Title);
}
