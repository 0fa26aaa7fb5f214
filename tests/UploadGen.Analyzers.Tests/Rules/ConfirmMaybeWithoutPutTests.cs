namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG102: a confirm that some path leads to without a PUT.</summary>
public sealed class ConfirmMaybeWithoutPutTests
{
    [Fact]
    public Task A_PUT_behind_an_if() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { await client.PutAssetUploadAsync(session, content); }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_swallowed_failure() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); } catch (HttpRequestException) { Unseen.Log("failed"); }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_confirm_in_a_finally() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); }
        finally { await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); }
        """);

    [Fact]
    public Task A_confirm_in_the_catch_of_the_PUT() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); }
        catch (OperationCanceledException) { await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); }
        """);

    [Fact]
    public Task A_loop_that_may_not_turn() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        for (var attempt = 0; attempt < 3; attempt++) { await client.PutAssetUploadAsync(session, content); }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_retry_that_gives_up_without_a_word() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await client.PutAssetUploadAsync(session, content); break; } catch (HttpRequestException) { }
        }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_switch_with_a_case_that_does_nothing() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        switch (savedId.Version)
        {
            case 4: await client.PutAssetUploadAsync(session, content); break;
            case 7: await client.PutAssetAsync(session.UploadUrl, session.UploadHeaders, content); break;
        }
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task Either_of_two_sessions_of_which_one_was_PUT() => VerifyAsync("""
        var first = await client.CreateAssetUploadAsync(request);
        var second = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(first, content);
        await client.[|CreateAssetUploadConfirmationAsync|](flag ? first.AssetId : second.AssetId);
        """);

    [Fact]
    public Task A_jump_over_the_PUT() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { goto confirm; }
        await client.PutAssetUploadAsync(session, content);
        confirm:
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task Silent_about_the_steps_in_order() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_where_nothing_is_PUT_on_any_path() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_a_PUT_in_each_branch() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { await client.PutAssetUploadAsync(session, content); }
        else { await client.PutAssetAsync(session.UploadUrl, session.UploadHeaders, content); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_a_failure_that_is_thrown_on() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); } catch (HttpRequestException) { Unseen.Log("failed"); throw; }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_a_failure_that_ends_the_method() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); } catch (HttpRequestException) { return; }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_a_retry_until_it_works() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        while (true)
        {
            try { await client.PutAssetUploadAsync(session, content); break; } catch (HttpRequestException) { }
        }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_when_the_session_says_that_the_file_is_there() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (!session.AlreadyStored) { await client.PutAssetUploadAsync(session, content); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_a_session_that_others_know() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { Unseen.Take(session); } else { await client.PutAssetUploadAsync(session, content); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG102");
}
