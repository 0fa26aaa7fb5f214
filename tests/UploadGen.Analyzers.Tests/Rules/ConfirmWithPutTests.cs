namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG101 is silent where the file was PUT or may have been.</summary>
public sealed class ConfirmWithPutTests
{
    [Fact]
    public Task The_three_steps_in_order() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task The_flow_in_one_call() => AnalyzerTest.VerifyBodyAsync("""
        await client.UploadAssetAsync(content, ct);
        """);

    [Fact]
    public Task A_PUT_to_the_URL_with_the_headers() => AnalyzerTest.VerifyBodyAsync("""
        var (url, headers, id) = await client.CreateAssetUploadAsync(request) is var session
            ? (session.UploadUrl, session.UploadHeaders, session.AssetId)
            : throw new InvalidOperationException();
        await client.PutAssetAsync(url, headers, content);
        await client.CreateAssetUploadConfirmationAsync(id);
        """);

    [Fact]
    public Task A_PUT_through_another_name() => AnalyzerTest.VerifyBodyAsync("""
        var creating = client.CreateAssetUploadAsync(request);
        var session = await creating;
        await client.PutAssetUploadAsync(await creating, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_PUT_on_one_path_only() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { await client.PutAssetUploadAsync(session, content); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Conditions_that_go_together() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse? session = null;
        if (flag) { session = await client.CreateAssetUploadAsync(request); }
        if (flag) { await client.PutAssetUploadAsync(session!, content); }
        if (flag) { await client.CreateAssetUploadConfirmationAsync(session!.AssetId); }
        """);

    [Fact]
    public Task A_swallowed_failure_of_the_PUT() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); }
        catch (HttpRequestException) { Unseen.Log("failed"); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_confirm_in_the_catch_of_the_PUT() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); await Task.Delay(1, ct); }
        catch (OperationCanceledException) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public Task A_PUT_in_a_finally() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { Unseen.Log("wait"); }
        finally { await client.PutAssetUploadAsync(session, content); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_confirm_in_a_finally_after_a_PUT() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); }
        finally { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public Task A_PUT_in_the_inner_finally_of_an_outer_try() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try
        {
            try { if (flag) { throw new InvalidOperationException(); } return; }
            finally { await client.PutAssetUploadAsync(session, content); }
        }
        catch (InvalidOperationException) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public Task Retries_of_the_PUT() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        for (var attempt = 0; ; attempt++)
        {
            try { await client.PutAssetUploadAsync(session, content); break; }
            catch (HttpRequestException) when (attempt < 3) { await Task.Delay(100, ct); }
        }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_flow_that_is_retried_as_a_whole() => AnalyzerTest.VerifyBodyAsync("""
        while (true)
        {
            try
            {
                var session = await client.CreateAssetUploadAsync(request);
                await client.PutAssetUploadAsync(session, content);
                await client.CreateAssetUploadConfirmationAsync(session.AssetId);
                return;
            }
            catch (HttpRequestException) { await Task.Delay(100, ct); }
        }
        """);

    [Fact]
    public Task The_session_of_the_turn_before() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse? last = null;
        for (var i = 0; i < 3; i++)
        {
            var session = await client.CreateAssetUploadAsync(request);
            if (last is not null) { await client.CreateAssetUploadConfirmationAsync(last.AssetId); }
            await client.PutAssetUploadAsync(session, content);
            last = session;
        }
        """);

    [Fact]
    public Task The_first_of_two_that_may_have_been_PUT() => AnalyzerTest.VerifyBodyAsync("""
        var first = await client.CreateAssetUploadAsync(request);
        var second = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(flag ? first : second, content);
        await client.CreateAssetUploadConfirmationAsync(first.AssetId);
        await client.CreateAssetUploadConfirmationAsync(second.AssetId);
        """);

    [Fact]
    public Task The_steps_of_another_flow() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.CompleteVideoAsync(session.AssetId);
        """);

    [Fact]
    public Task An_upload_that_was_given_up() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.DeleteAssetUploadAsync(session.AssetId);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_wrapper_that_PUTs_and_confirms() => AnalyzerTest.VerifyAsync("""
        using System.Threading.Tasks;
        using Api;
        using UploadGen.Annotations;

        static class Wrappers
        {
            [PutsUpload("Asset"), ConfirmsUpload("Asset")]
            public static Task FinishAsync([UploadSession] this AssetUploadResponse session, Content content) => Task.CompletedTask;

            [CreatesUpload("Asset"), PutsUpload("Asset")]
            public static Task<AssetUploadResponse> StartAsync(RunflowClient client, Content content) => client.CreateAssetUploadAsync(new("a.png"));

            public static async Task RunAsync(RunflowClient client, Content content)
            {
                var session = await client.CreateAssetUploadAsync(new("a.png"));
                await session.FinishAsync(content);
                var started = await StartAsync(client, content);
                await client.CreateAssetUploadConfirmationAsync(started.AssetId);
            }
        }
        """);

    [Fact]
    public Task Generated_code() => AnalyzerTest.VerifyAsync("""
        // <auto-generated/>
        using System.Threading.Tasks;
        using Api;

        class Uploader
        {
            async Task RunAsync(RunflowClient client)
                => await client.CreateAssetUploadConfirmationAsync((await client.CreateAssetUploadAsync(new("a.png"))).AssetId);
        }
        """);
}
