namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG101 where the upload is confirmed and nothing was PUT on any path.</summary>
public sealed class ConfirmWithoutPutTests
{
    [Fact]
    public Task A_session_confirmed_right_after_it_was_created() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_confirm_without_await_and_with_named_arguments() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(body: request, cancellationToken: ct);
        _ = client.[|CreateAssetUploadConfirmationAsync|](cancellationToken: ct, assetUploadId: session.AssetId);
        """);

    [Fact]
    public Task A_file_that_is_PUT_after_the_confirm() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        await client.PutAssetUploadAsync(session, content);
        """);

    [Fact]
    public Task A_file_that_is_PUT_to_another_session() => AnalyzerTest.VerifyBodyAsync("""
        var first = await client.CreateAssetUploadAsync(request);
        var second = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(first, content);
        await client.CreateAssetUploadConfirmationAsync(first.AssetId);
        await client.[|CreateAssetUploadConfirmationAsync|](second.AssetId);
        """);

    [Fact]
    public Task Both_branches_of_an_if_without_a_PUT() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse session;
        if (flag) { session = await client.CreateAssetUploadAsync(request, "one"); }
        else { session = await client.CreateAssetUploadAsync(request, "other"); }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task An_early_return_for_the_path_that_would_have_PUT() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { await client.PutAssetUploadAsync(session, content); return; }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task One_session_a_turn_of_a_loop_that_never_PUTs() => AnalyzerTest.VerifyBodyAsync("""
        for (var i = 0; i < 3; i++)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        }
        """);

    [Fact]
    public Task A_creation_site_starts_afresh_with_each_turn() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse? session = null;
        foreach (var name in new[] { "a", "b" })
        {
            session = await client.CreateAssetUploadAsync(request);
            await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
            await client.PutAssetUploadAsync(session, content);
        }
        """);

    [Fact]
    public Task A_confirm_that_is_retried() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        while (true)
        {
            try { await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); break; }
            catch (HttpRequestException) { await Task.Delay(100, ct); }
        }
        """);

    [Fact]
    public Task A_PUT_that_no_constant_branch_leads_to() => AnalyzerTest.VerifyBodyAsync("""
        const bool ready = false;
        var session = await client.CreateAssetUploadAsync(request);
        if (ready) { await client.PutAssetUploadAsync(session, content); }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task Try_and_catch_without_a_PUT() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse session;
        try { session = await client.CreateAssetUploadAsync(request); }
        catch (HttpRequestException) { Unseen.Log("failed"); throw; }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_confirm_in_a_catch_where_no_PUT_was_tried() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await Task.Delay(1, ct); }
        catch (OperationCanceledException) when (flag) { await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); }
        """);

    [Fact]
    public Task A_confirm_in_a_finally() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse? session = null;
        try { session = await client.CreateAssetUploadAsync(request); }
        finally { if (session is not null) { await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); } }
        """);

    [Fact]
    public Task A_way_through_a_finally_is_not_mixed_with_another() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try
        {
            if (flag) { await client.PutAssetUploadAsync(session, content); return; }
        }
        finally { Unseen.Log("done"); }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_disposable_beside_the_session() => AnalyzerTest.VerifyBodyAsync("""
        using var stream = new System.IO.MemoryStream();
        await using var other = new System.IO.MemoryStream();
        var session = await client.CreateAssetUploadAsync(request);
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_lambda_with_a_session_of_its_own() => AnalyzerTest.VerifyBodyAsync("""
        await Task.Run(async () =>
        {
            var session = await client.CreateAssetUploadAsync(request);
            await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        }, ct);
        """);

    [Fact]
    public Task A_local_function_with_a_session_of_its_own() => AnalyzerTest.VerifyBodyAsync("""
        await ConfirmAsync(client);
        async Task ConfirmAsync(RunflowClient api)
        {
            var session = await api.CreateAssetUploadAsync(request);
            Func<Task> nested = async () =>
            {
                var inner = await api.CreateAssetUploadAsync(request);
                await api.[|CreateAssetUploadConfirmationAsync|](inner.AssetId);
            };
            await api.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        }
        """);

    [Fact]
    public Task A_goto_past_the_PUT() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        goto confirm;
        #pragma warning disable CS0162
        await client.PutAssetUploadAsync(session, content);
        confirm:
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task Top_level_statements() => AnalyzerTest.VerifyAsync("""
        using Api;

        var client = new RunflowClient();
        var session = await client.CreateAssetUploadAsync(new("a.png"));
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """, Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task A_lambda_in_a_field_and_an_expression_body() => AnalyzerTest.VerifyAsync("""
        using System;
        using System.Threading.Tasks;
        using Api;

        class Uploader
        {
            readonly Func<RunflowClient, Task> _run = async client
                => await client.[|CreateAssetUploadConfirmationAsync|]((await client.CreateAssetUploadAsync(new("a.png"))).AssetId);

            async Task RunAsync(RunflowClient client)
                => await client.[|CreateAssetUploadConfirmationAsync|]((await client.CreateAssetUploadAsync(new("a.png"))).AssetId);
        }
        """);

    [Fact]
    public Task A_method_that_overrides_or_implements_the_annotated_one() => AnalyzerTest.VerifyAsync("""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Api;
        using UploadGen.Annotations;

        interface IConfirming
        {
            [ConfirmsUpload("Asset")] void Finish([UploadSessionId] Guid id);
        }

        class Derived : RunflowClient, IConfirming
        {
            public override Task<AssetUploadResponse> CreateAssetUploadAsync(CreateAssetUploadRequest body, string? org = null, CancellationToken ct = default)
                => base.CreateAssetUploadAsync(body, org, ct);

            public void Finish(Guid id) { }

            async Task RunAsync(IConfirming other)
            {
                var session = await CreateAssetUploadAsync(new("a.png"));
                [|Finish|](session.AssetId);
                other.[|Finish|](session.AssetId);
            }
        }
        """);

    [Fact]
    public Task Wrappers_that_carry_the_annotations() => AnalyzerTest.VerifyAsync("""
        using System.Threading.Tasks;
        using Api;
        using UploadGen.Annotations;

        static class Wrappers
        {
            [CreatesUpload("Asset")]
            public static ValueTask<AssetUploadResponse> OpenAsync(this RunflowClient client) => new(client.CreateAssetUploadAsync(new("a.png")));

            [ConfirmsUpload("Asset")]
            public static Task CloseAsync<T>([UploadSession] this AssetUploadResponse session, RunflowClient client)
                => client.CreateAssetUploadConfirmationAsync(session.AssetId);

            public static async Task RunAsync(RunflowClient client)
            {
                var session = await client.OpenAsync().AsTask();
                await session.[|CloseAsync|]<int>(client);
            }
        }
        """);
}
