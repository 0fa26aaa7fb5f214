namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG104: an upload that is created, and that nothing is done with.</summary>
public sealed class NeverUsedTests
{
    [Fact]
    public Task An_answer_that_is_dropped() => VerifyAsync("await client.[|CreateAssetUploadAsync|](request);");

    [Fact]
    public Task An_answer_that_is_discarded() => VerifyAsync("_ = await client.[|CreateAssetUploadAsync|](request).ConfigureAwait(false);");

    [Fact]
    public Task A_task_that_nobody_awaits() => VerifyAsync("_ = client.[|CreateAssetUploadAsync|](request);");

    [Fact]
    public Task A_local_that_is_never_read() => VerifyAsync("var session = await client.[|CreateAssetUploadAsync|](request);");

    [Fact]
    public Task Members_that_are_read_and_forgotten() => VerifyAsync("""
        var session = await client.[|CreateAssetUploadAsync|](request);
        var (id, url) = (session.AssetId, session.UploadUrl);
        """);

    [Fact]
    public Task One_of_two() => VerifyAsync("""
        var first = await client.[|CreateAssetUploadAsync|](request);
        var second = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(second, content);
        await client.CreateAssetUploadConfirmationAsync(second.AssetId);
        """);

    [Fact]
    public Task Behind_an_if() => VerifyAsync("if (flag) { await client.[|CreateAssetUploadAsync|](request); }");

    [Fact]
    public Task Before_another_flow_in_one_call() => VerifyAsync("""
        var session = await client.[|CreateAssetUploadAsync|](request);
        await client.UploadAssetAsync(content, ct);
        """);

    [Fact]
    public Task In_a_try_that_only_cleans_up() => VerifyAsync("""
        try { await client.[|CreateAssetUploadAsync|](request); } finally { Unseen.Log("done"); }
        """);

    [Fact]
    public Task Silent_about_a_session_that_is_PUT() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { await client.PutAssetUploadAsync(session, content); }
        """);

    [Fact]
    public Task Silent_about_a_session_that_is_handed_on() => VerifyAsync("""
        Unseen.Take(await client.CreateAssetUploadAsync(request));
        Unseen.Log((await client.CreateAssetUploadAsync(request)).UploadUrl.ToString());
        Unseen.Field = await client.CreateAssetUploadAsync(request);
        """);

    [Fact]
    public Task Silent_about_a_session_that_is_returned() => AnalyzerTest.VerifyAsync(
        """
        using System;
        using System.Threading.Tasks;
        using Api;

        class Uploader(RunflowClient client)
        {
            Task<AssetUploadResponse> StartAsync() => client.CreateAssetUploadAsync(new("a.png"));

            async Task<(Guid Id, Uri Url)> OpenAsync()
            {
                var session = await client.CreateAssetUploadAsync(new("a.png"));
                return (session.AssetId, session.UploadUrl);
            }
        }
        """,
        rule: "UPG104");

    [Fact]
    public Task Silent_about_a_session_that_is_asked() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (session.AlreadyStored) { Unseen.Log("nothing to do"); }
        """);

    [Fact]
    public Task Silent_about_an_upload_that_is_given_up() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.DeleteAssetUploadAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_a_refusal_that_is_expected() => VerifyAsync("""
        try { await client.CreateAssetUploadAsync(request); Unseen.Log("not refused"); } catch (HttpRequestException) { }
        Func<Task> refused = async () => await client.CreateAssetUploadAsync(request);
        Unseen.Take(refused);
        """);

    [Fact]
    public Task Silent_about_a_session_in_a_collection_or_a_lambda() => VerifyAsync("""
        var sessions = new List<AssetUploadResponse> { await client.CreateAssetUploadAsync(request) };
        Unseen.Take(sessions);
        var session = await client.CreateAssetUploadAsync(request);
        Func<Guid> id = () => session.AssetId;
        """);

    [Fact]
    public Task Silent_where_the_method_never_ends() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        while (true) { await Task.Delay(1, ct); }
        """);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG104");
}
