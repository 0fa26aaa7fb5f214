namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG111: a step that is given what belongs to different uploads.</summary>
public sealed class MixedUploadsTests
{
    private const string Two = """
        var first = await client.CreateAssetUploadAsync(request);
        var second = await client.CreateAssetUploadAsync(request);

        """;

    [Fact]
    public Task The_URL_of_one_and_the_headers_of_another() => VerifyAsync(
        Two + "await client.PutAssetAsync(first.UploadUrl, [|second.UploadHeaders|], content);");

    [Fact]
    public Task Named_arguments_in_another_order() => VerifyAsync(
        Two + "await client.PutAssetAsync(content: content, headers: [|second.UploadHeaders|], url: first.UploadUrl);");

    [Fact]
    public Task Copies_of_the_members() => VerifyAsync(Two + """
        var url = first.UploadUrl;
        var headers = second.UploadHeaders;
        await client.PutAssetAsync(url, [|headers|], content);
        """);

    [Fact]
    public Task Either_of_two_and_a_third() => VerifyAsync(Two + """
        var third = await client.CreateAssetUploadAsync(request);
        await client.PutAssetAsync(flag ? first.UploadUrl : second.UploadUrl, [|third.UploadHeaders|], content);
        """);

    [Fact]
    public Task Sessions_that_were_swapped() => VerifyAsync(Two + """
        var (url, headers) = (first.UploadUrl, first.UploadHeaders);
        (first, second) = (second, first);
        await client.PutAssetAsync(first.UploadUrl, [|headers|], content);
        """);

    [Fact]
    public Task The_session_of_another_flow_is_confirmed() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.CompleteVideoAsync([|session.AssetId|]);
        """);

    [Fact]
    public Task The_id_of_another_flow_on_one_path() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var id = session.AssetId;
        if (flag) { await client.CompleteVideoAsync([|id|]); }
        """);

    [Fact]
    public Task A_session_and_the_id_of_another() => AnalyzerTest.VerifyAsync(
        """
        using System;
        using System.Threading.Tasks;
        using Api;
        using UploadGen.Annotations;

        class Uploader
        {
            [ConfirmsUpload("Asset")]
            static Task FinishAsync([UploadSession] AssetUploadResponse session, [UploadSessionId] Guid id) => Task.CompletedTask;

            async Task RunAsync(RunflowClient client)
            {
                var first = await client.CreateAssetUploadAsync(new("a.png"));
                var second = await client.CreateAssetUploadAsync(new("b.png"));
                await FinishAsync(first, [|second.AssetId|]);
            }
        }
        """,
        rule: "UPG111");

    [Fact]
    public Task Silent_about_one_session() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetAsync(session.UploadUrl, session.UploadHeaders, content);
        """);

    [Fact]
    public Task Silent_about_two_sessions_each_with_its_own() => VerifyAsync(Two + """
        await client.PutAssetAsync(first.UploadUrl, first.UploadHeaders, content);
        await client.PutAssetAsync(second.UploadUrl, second.UploadHeaders, content);
        await client.CreateAssetUploadConfirmationAsync(second.AssetId);
        await client.CreateAssetUploadConfirmationAsync(first.AssetId);
        """);

    [Fact]
    public Task Silent_about_either_of_two() => VerifyAsync(Two + """
        var either = flag ? first : second;
        await client.PutAssetAsync(either.UploadUrl, either.UploadHeaders, content);
        await client.PutAssetAsync(first.UploadUrl, either.UploadHeaders, content);
        """);

    [Fact]
    public Task Silent_about_headers_of_ones_own() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetAsync(session.UploadUrl, new Dictionary<string, string>(), content);
        await client.PutAssetAsync(new Uri("https://storage.example/a"), session.UploadHeaders, content);
        """);

    [Fact]
    public Task Silent_about_a_session_that_was_found() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.PutAssetAsync(Unseen.Find().UploadUrl, session.UploadHeaders, content);
        """);

    [Fact]
    public Task Silent_about_a_session_on_one_path() => VerifyAsync(Two + """
        var other = flag ? Unseen.Find() : second;
        await client.PutAssetAsync(first.UploadUrl, other.UploadHeaders, content);
        """);

    [Fact]
    public Task Silent_about_a_session_that_is_no_upload_of_this_body() => VerifyAsync("await client.CompleteVideoAsync(savedId);");

    [Fact]
    public Task Silent_about_another_member_of_the_session() => VerifyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.CompleteVideoAsync(session.ParentAssetId);
        """);

    [Fact]
    public Task Silent_about_a_flow_that_another_client_calls_by_another_name() => AnalyzerTest.VerifyAsync(
        """
        using System;
        using System.Threading.Tasks;
        using Api;
        using UploadGen.Annotations;

        class NextClient
        {
            [ConfirmsUpload("AssetV2")]
            public Task FinishAsync([UploadSessionId] Guid id) => Task.CompletedTask;

            async Task RunAsync(RunflowClient client) => await FinishAsync((await client.CreateAssetUploadAsync(new("a.png"))).AssetId);
        }
        """,
        rule: "UPG111");

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyBodyAsync(body, "UPG111");
}
