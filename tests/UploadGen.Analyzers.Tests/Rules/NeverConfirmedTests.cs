namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG103: a file that is PUT, and whose upload is confirmed on no path.</summary>
public sealed class NeverConfirmedTests
{
    [Fact]
    public Task A_PUT_and_nothing_after_it() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.[|PutAssetUploadAsync|](session, content);
        """);

    [Fact]
    public Task A_PUT_to_the_URL() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.[|PutAssetAsync|](session.UploadUrl, session.UploadHeaders, content);
        Unseen.Log("done");
        """);

    [Fact]
    public Task A_PUT_on_one_path() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { await client.[|PutAssetUploadAsync|](session, content); }
        """);

    [Fact]
    public Task The_last_of_several_PUTs() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        try { await client.PutAssetUploadAsync(session, content); }
        catch (HttpRequestException) { await client.[|PutAssetUploadAsync|](session, content); }
        """);

    [Fact]
    public Task One_a_turn() => VerifyAsync("""
        for (var i = 0; i < 3; i++)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await client.[|PutAssetUploadAsync|](session, content);
        }
        """);

    [Fact]
    public Task A_retry_until_it_works() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        while (true)
        {
            try { await client.[|PutAssetUploadAsync|](session, content); break; } catch (HttpRequestException) { }
        }
        """);

    [Fact]
    public Task The_one_of_two_that_was_forgotten() => VerifyAsync("""
        var first = await client.CreateAssetUploadAsync(request);
        var second = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(first, content);
        await client.[|PutAssetUploadAsync|](second, content);
        await client.CreateAssetUploadConfirmationAsync(first.AssetId);
        """);

    [Fact]
    public Task The_task_of_the_PUT_is_returned() => AnalyzerTest.VerifyAsync(
        """
        using System.Threading.Tasks;
        using Api;

        class Uploader
        {
            Task Run(RunflowClient client, Content content)
            {
                var session = client.CreateAssetUploadAsync(new("a.png")).Result;
                return client.[|PutAssetUploadAsync|](session, content);
            }
        }
        """,
        rule: "UPG103");

    [Fact]
    public Task A_wrapper_that_creates_and_PUTs() => AnalyzerTest.VerifyAsync(
        """
        using System.Threading.Tasks;
        using Api;
        using UploadGen.Annotations;

        class Uploader : RunflowClient
        {
            [CreatesUpload("Asset"), PutsUpload("Asset")]
            Task<AssetUploadResponse> StartAsync() => CreateAssetUploadAsync(new("a.png"));

            async Task RunAsync() => _ = await [|StartAsync|]();
        }
        """,
        rule: "UPG103");

    [Fact]
    public Task Silent_about_the_steps_in_order() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_about_a_confirm_on_some_path() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        if (flag) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public Task Silent_about_a_confirm_that_comes_too_early() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        await client.PutAssetUploadAsync(session, content);
        """);

    [Fact]
    public Task Silent_about_a_flow_that_has_no_confirm() => AnalyzerTest.VerifyAsync(
        """
        using UploadGen.Annotations;

        class Session { [UploadSessionId] public int Id { get; set; } }

        class Client
        {
            [CreatesUpload("File")] public Session Create() => new();
            [PutsUpload("File")] public void Put([UploadSession] Session session) { }
            [ConfirmsUpload("Other")] public void Confirm([UploadSessionId] int id) { }
            void Run() => Put(Create());
        }
        """,
        rule: "UPG103");

    [Fact]
    public Task Silent_about_a_session_that_is_handed_on() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        Unseen.Take(session.AssetId);

        var other = Unseen.Field = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(other, content);
        """);

    [Fact]
    public Task Silent_about_an_id_that_is_returned() => AnalyzerTest.VerifyAsync(
        """
        using System;
        using System.Threading.Tasks;
        using Api;

        class Uploader
        {
            async Task<Guid> StartAsync(RunflowClient client, Content content)
            {
                var session = await client.CreateAssetUploadAsync(new("a.png"));
                await client.PutAssetUploadAsync(session, content);
                return session.AssetId;
            }
        }
        """,
        rule: "UPG103");

    [Fact]
    public Task Silent_about_an_upload_that_is_given_up() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        await client.DeleteAssetUploadAsync(session.AssetId);
        """);

    [Fact]
    public Task Silent_when_an_id_that_was_known_before_is_confirmed() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        await client.CreateAssetUploadConfirmationAsync(savedId);
        """);

    [Fact]
    public Task Silent_when_the_method_ends_with_an_exception() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(session, content);
        throw new NotSupportedException();
        """);

    [Fact]
    public Task Silent_about_the_turn_before_and_the_last_one_after_the_loop() => VerifyAsync("""
        AssetUploadResponse? last = null;
        for (var i = 0; i < 3; i++)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await client.PutAssetUploadAsync(session, content);
            if (last is not null) { await client.CreateAssetUploadConfirmationAsync(last.AssetId); }
            last = session;
        }
        if (last is not null) { await client.CreateAssetUploadConfirmationAsync(last.AssetId); }
        """);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG103");
}
