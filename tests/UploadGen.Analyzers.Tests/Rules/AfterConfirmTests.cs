namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG110: what is done with an upload after it was confirmed.</summary>
public sealed class AfterConfirmTests
{
    private const string Whole = """
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);

        """;

    [Fact]
    public Task A_second_confirm() => VerifyAsync(Whole + "await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);");

    [Fact]
    public Task A_PUT_after_the_confirm() => VerifyAsync(Whole + "await client.[|PutAssetUploadAsync|](session, content);");

    [Fact]
    public Task A_PUT_to_the_URL_after_the_confirm() => VerifyAsync(
        Whole + "await client.[|PutAssetAsync|](session.UploadUrl, session.UploadHeaders, content);");

    [Fact]
    public Task A_second_confirm_by_a_copy_of_the_id() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var id = session.AssetId;
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(id).ConfigureAwait(false);
        _ = client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_second_confirm_on_some_path() => VerifyAsync(Whole + "if (flag) { await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); }");

    [Fact]
    public Task A_confirm_in_both_branches_before() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        if (flag) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        else { client.CreateAssetUploadConfirmationAsync(session.AssetId, new(savedId)).GetAwaiter().GetResult(); }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task The_wrong_one_of_two_ids() => VerifyAsync("""
        var first = await client.CreateAssetUploadAsync(request);
        var second = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(first, content);
        await client.PutAssetUploadAsync(second, content);
        await client.CreateAssetUploadConfirmationAsync(first.AssetId);
        await client.[|CreateAssetUploadConfirmationAsync|](first.AssetId);
        """);

    [Fact]
    public Task A_retry_around_a_confirmed_upload() => VerifyAsync(Whole + """
        while (flag)
        {
            try { await client.[|PutAssetUploadAsync|](session, content); break; } catch (HttpRequestException) { }
        }
        """);

    [Fact]
    public Task In_a_lambda_of_its_own() => VerifyAsync("""
        Func<Task> run = async () =>
        {
            var session = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(session, content);
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        };
        await run();
        """);

    [Fact]
    public Task Silent_about_the_steps_in_order() => VerifyAsync(Whole);

    [Fact]
    public Task Silent_about_a_confirm_that_is_retried() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        while (true)
        {
            try { await client.CreateAssetUploadConfirmationAsync(session.AssetId); break; } catch (HttpRequestException) { }
        }
        """);

    [Fact]
    public Task Silent_about_a_confirm_in_the_catch_or_after_it() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        try { await client.CreateAssetUploadConfirmationAsync(session.AssetId); return; }
        catch (HttpRequestException) when (flag) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        catch (HttpRequestException) { }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_another_try_after_a_task_that_failed() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        var confirming = client.CreateAssetUploadConfirmationAsync(session.AssetId);
        try { await confirming; }
        catch (HttpRequestException) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public Task Silent_about_another_try_when_the_answer_says_so() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        if (asset.Id == Guid.Empty) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public Task Silent_about_a_confirm_on_one_path_before() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        if (flag) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        if (!flag) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public Task Silent_about_one_session_a_turn() => VerifyAsync("""
        AssetUploadResponse? session = null;
        for (var i = 0; i < 3; i++)
        {
            session = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(session, content);
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task Silent_about_a_PUT_that_comes_again_before_the_confirm() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_a_session_that_others_know() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        Unseen.Take(session);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        await client.CreateAssetUploadConfirmationAsync(savedId);
        await client.CreateAssetUploadConfirmationAsync(savedId);
        """);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG110");
}
