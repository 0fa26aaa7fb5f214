using Microsoft.CodeAnalysis;
using UploadGen.CodeFixes;

namespace UploadGen.Analyzers.Tests;

/// <summary>What the fixes make of a mistake, and when they leave it to its author.</summary>
public sealed class CodeFixTests
{
    private static readonly PutBeforeConfirmFix Put = new();
    private static readonly ConfirmAfterPutFix Confirm = new();
    private static readonly RemoveSecondConfirmFix Remove = new();

    [Fact]
    public Task A_PUT_is_inserted_before_the_confirm() => VerifyPutAsync(
        """
        var session = await client.CreateAssetUploadAsync(request);
                // Tell the API.
                var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """,
        """
        var session = await client.CreateAssetUploadAsync(request);
                await client.PutAssetUploadAsync(session, content);
                // Tell the API.
                var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_PUT_is_awaited_as_the_confirm_is() => VerifyPutAsync(
        """
        var session = await client.CreateAssetUploadAsync(request, cancellationToken: ct).ConfigureAwait(false);
                await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct).ConfigureAwait(false);
        """,
        """
        var session = await client.CreateAssetUploadAsync(request, cancellationToken: ct).ConfigureAwait(false);
                await client.PutAssetUploadAsync(session, content, cancellationToken: ct).ConfigureAwait(false);
                await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct).ConfigureAwait(false);
        """);

    [Fact]
    public Task A_PUT_is_inserted_before_each_confirm() => VerifyPutAsync(
        """
        var first = await client.CreateAssetUploadAsync(request);
                var second = await client.CreateAssetUploadAsync(request);
                await client.CreateAssetUploadConfirmationAsync(first.AssetId);
                if (flag)
                {
                    await client.CreateAssetUploadConfirmationAsync(second.AssetId);
                }
        """,
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
        """);

    [Fact]
    public Task A_PUT_is_inserted_at_the_top_level_of_a_program() => CodeFixTest.VerifyAsync(
        Put,
        """
        using Api;

        RunflowClient client = new();
        Content file = new();
        var session = await client.CreateAssetUploadAsync(new("a.png"));
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);

        """,
        """
        using Api;

        RunflowClient client = new();
        Content file = new();
        var session = await client.CreateAssetUploadAsync(new("a.png"));
        await client.PutAssetUploadAsync(session, file);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);

        """,
        OutputKind.ConsoleApplication);

    [Fact]
    public Task A_PUT_is_inserted_within_the_client_itself() => CodeFixTest.VerifyAsync(
        Put,
        """
        using System.Threading.Tasks;
        using Api;

        class Client : RunflowClient
        {
            async Task<FullValidator> RunAsync(Content file)
            {
                var session = await CreateAssetUploadAsync(new("a.png"));
                return await CreateAssetUploadConfirmationAsync(session.AssetId);
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using Api;

        class Client : RunflowClient
        {
            async Task<FullValidator> RunAsync(Content file)
            {
                var session = await CreateAssetUploadAsync(new("a.png"));
                await PutAssetUploadAsync(session, file);
                return await CreateAssetUploadConfirmationAsync(session.AssetId);
            }
        }
        """,
        OutputKind.DynamicallyLinkedLibrary);

    [Theory]
    [InlineData("var other = new Content(); var session = await client.CreateAssetUploadAsync(request); await client.CreateAssetUploadConfirmationAsync(session.AssetId);")]
    [InlineData("var session = await client.CreateAssetUploadAsync(request); var id = session.AssetId; await client.CreateAssetUploadConfirmationAsync(id);")]
    [InlineData("await client.CreateAssetUploadConfirmationAsync((await client.CreateAssetUploadAsync(request)).AssetId);")]
    [InlineData("var session = await client.CreateAssetUploadAsync(request); if (flag) await client.CreateAssetUploadConfirmationAsync(session.AssetId);")]
    [InlineData("var session = await client.CreateAssetUploadAsync(request); client.CreateAssetUploadConfirmationAsync(session.AssetId).Wait();")]
    [InlineData("var session = await client.CreateAssetUploadAsync(request); if (await client.CreateAssetUploadConfirmationAsync(session.AssetId) is null) { }")]
    public Task No_PUT_is_offered_where_content_session_or_place_is_in_doubt(string body) => CodeFixTest.VerifyNoneOfferedAsync(Put, body);

    [Fact]
    public Task A_confirm_is_inserted_after_the_PUT() => VerifyConfirmAsync(
        """
        var session = await client.CreateAssetUploadAsync(request);
                await client.PutAssetUploadAsync(session, content, cancellationToken: ct);
        """,
        """
        var session = await client.CreateAssetUploadAsync(request);
                await client.PutAssetUploadAsync(session, content, cancellationToken: ct);
                await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct);
        """);

    [Fact]
    public Task A_confirm_is_inserted_after_each_PUT() => VerifyConfirmAsync(
        """
        foreach (var name in new[] { "a", "b" })
                {
                    var session = await client.CreateAssetUploadAsync(request);
                    await client.PutAssetUploadAsync(session, content);
                }

                var other = await client.CreateAssetUploadAsync(request);
                if (flag)
                {
                    await client.PutAssetUploadAsync(other, content);
                }
        """,
        """
        foreach (var name in new[] { "a", "b" })
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
        """);

    [Theory]
    [InlineData("var session = await client.CreateAssetUploadAsync(request); while (true) { try { await client.PutAssetUploadAsync(session, content); break; } catch (HttpRequestException) { } }")]
    [InlineData("var session = await client.CreateAssetUploadAsync(request); if (flag) { await client.PutAssetUploadAsync(session, content); } else { await client.PutAssetUploadAsync(session, content); }")]
    [InlineData("await client.PutAssetUploadAsync(await client.CreateAssetUploadAsync(request), content);")]
    [InlineData("var session = await client.CreateAssetUploadAsync(request); await client.PutAssetAsync(session.UploadUrl, session.UploadHeaders, content);")]
    [InlineData("var session = await client.CreateAssetUploadAsync(request); _ = client.PutAssetUploadAsync(session, content);")]
    public Task No_confirm_is_offered_where_session_or_place_is_in_doubt(string body) => CodeFixTest.VerifyNoneOfferedAsync(Confirm, body);

    [Fact]
    public Task Second_confirms_are_removed() => CodeFixTest.VerifyBodyAsync(
        Remove,
        "Remove the second confirmation",
        """
        var session = await client.CreateAssetUploadAsync(request);
                await client.PutAssetUploadAsync(session, content);
                await client.CreateAssetUploadConfirmationAsync(session.AssetId);
                await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct).ConfigureAwait(false);
                Unseen.Log("done");
                await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """,
        """
        var session = await client.CreateAssetUploadAsync(request);
                await client.PutAssetUploadAsync(session, content);
                await client.CreateAssetUploadConfirmationAsync(session.AssetId);
                Unseen.Log("done");
        """);

    [Theory]
    [InlineData("var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId); Unseen.Take(asset);")]
    [InlineData("await client.PutAssetUploadAsync(session, content);")]
    [InlineData("if (flag) await client.CreateAssetUploadConfirmationAsync(session.AssetId);")]
    public Task Nothing_is_removed_that_may_be_needed(string body) => CodeFixTest.VerifyNoneOfferedAsync(
        Remove,
        "var session = await client.CreateAssetUploadAsync(request); await client.PutAssetUploadAsync(session, content); await client.CreateAssetUploadConfirmationAsync(session.AssetId); " + body);

    private static Task VerifyPutAsync(string before, string after) => CodeFixTest.VerifyBodyAsync(Put, "Await 'PutAssetUploadAsync' before it", before, after);

    private static Task VerifyConfirmAsync(string before, string after)
        => CodeFixTest.VerifyBodyAsync(Confirm, "Await 'CreateAssetUploadConfirmationAsync' after it", before, after);
}
