using Microsoft.CodeAnalysis;
using UploadGen.CodeFixes;

namespace UploadGen.Analyzers.Tests;

/// <summary>What the fix of UPG112 keeps of three steps, and when it leaves them.</summary>
public sealed class OneCallFixTests
{
    private const string Title = "Call 'UploadAssetAsync' instead of the three steps";

    private const string Request = "new() { Filename = content.FileName, MimeType = content.MediaType, SizeBytes = content.Length }";

    private static readonly OneCallFix Fix = new();

    [Fact]
    public Task The_content() => VerifyAsync(
        $$"""
        // Once.
                var session = await client.CreateAssetUploadAsync({{Request}});
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
    public Task The_folder_the_organization_the_progress_and_the_token() => VerifyAsync(
        $$"""
        var session = await client.CreateAssetUploadAsync({{Request}}, organization, ct).ConfigureAwait(false);
                await client.PutAssetUploadAsync(session, content, bar, ct).ConfigureAwait(false);
                await client.CreateAssetUploadConfirmationAsync(session.AssetId, new() { FolderId = folder }, organization, ct).ConfigureAwait(false);
        """,
        """
        await client.UploadAssetAsync(content, xOrganizationId: organization, folderId: folder, progress: bar, cancellationToken: ct).ConfigureAwait(false);
        """);

    [Fact]
    public Task Each_of_several() => VerifyAsync(
        $$"""
        if (flag)
                {
                    var session = await client.CreateAssetUploadAsync({{Request}});

                    await client.PutAssetUploadAsync(session, content);

                    await client.CreateAssetUploadConfirmationAsync(session.AssetId);
                }

                var other = await client.CreateAssetUploadAsync({{Request}}, cancellationToken: ct);
                await client.PutAssetUploadAsync(other, content, cancellationToken: ct);
                await client.CreateAssetUploadConfirmationAsync(other.AssetId, cancellationToken: ct);
        """,
        """
        if (flag)
                {
                    await client.UploadAssetAsync(content);
                }

                await client.UploadAssetAsync(content, cancellationToken: ct);
        """);

    [Fact]
    public Task At_the_top_level_of_a_program() => CodeFixTest.VerifyGeneratedAsync(
        Fix,
        $$"""
        using Shop.Runflow;
        using UploadGen;

        var client = new RunflowClient("key");
        var content = UploadContent.FromFile(args[0]);

        var session = await client.CreateAssetUploadAsync({{Request}});
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
        OutputKind.ConsoleApplication);

    [Fact]
    public Task What_is_returned() => CodeFixTest.VerifyGeneratedAsync(
        Fix,
        $$"""
        using System.Threading.Tasks;
        using Shop.Runflow;
        using UploadGen;

        class Client() : RunflowClient("key")
        {
            public async Task<FullValidator> RunAsync(UploadContent content)
            {
                var session = await this.CreateAssetUploadAsync({{Request}});
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
        """);

    [Theory]
    [InlineData("// PUT it\n")]
    [InlineData("#pragma warning disable UPG104\n")]
    public Task Not_where_a_comment_or_directive_would_be_lost(string said) => VerifyNoneAsync(
        $"var session = await client.CreateAssetUploadAsync({Request});\n{said}await client.PutAssetUploadAsync(session, content); await client.CreateAssetUploadConfirmationAsync(session.AssetId);");

    [Fact]
    public Task Not_where_the_steps_are_awaited_in_two_manners() => VerifyNoneAsync(
        $"var session = await client.CreateAssetUploadAsync({Request}); await client.PutAssetUploadAsync(session, content); await client.CreateAssetUploadConfirmationAsync(session.AssetId).ConfigureAwait(false);");

    private static Task VerifyAsync(string before, string after) => CodeFixTest.VerifyGeneratedBodyAsync(Fix, Title, before, after);

    private static Task VerifyNoneAsync(string body) => CodeFixTest.VerifyNoneOfferedGeneratedAsync(Fix, body);
}
