namespace UploadGen.Analyzers.Tests.Flow;

/// <summary>UPG101 follows a session that was never PUT through names, tasks, tuples and patterns.</summary>
public sealed class ConfirmThroughAliasTests
{
    [Fact]
    public Task An_id_copied_out_of_the_session() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var id = session.AssetId;
        await client.[|CreateAssetUploadConfirmationAsync|](id);
        """);

    [Fact]
    public Task A_session_that_has_no_name() => AnalyzerTest.VerifyBodyAsync("""
        await client.[|CreateAssetUploadConfirmationAsync|]((await client.CreateAssetUploadAsync(request)).AssetId);
        """);

    [Fact]
    public Task Awaits_with_ConfigureAwait() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request).ConfigureAwait(false);
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId).ConfigureAwait(false);
        """);

    [Fact]
    public Task A_task_kept_and_awaited_later() => AnalyzerTest.VerifyBodyAsync("""
        var creating = client.CreateAssetUploadAsync(request);
        await Task.Delay(1, ct);
        var session = await creating;
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_task_awaited_twice() => AnalyzerTest.VerifyBodyAsync("""
        var creating = client.CreateAssetUploadAsync(request);
        Unseen.Log("creating");
        await creating.WaitAsync(ct);
        await client.[|CreateAssetUploadConfirmationAsync|]((await creating).AssetId);
        """);

    [Fact]
    public Task A_task_waited_for() => AnalyzerTest.VerifyBodyAsync("""
        var session = client.CreateAssetUploadAsync(request).GetAwaiter().GetResult();
        var again = client.CreateAssetUploadAsync(request).Result;
        client.[|CreateAssetUploadConfirmationAsync|](session.AssetId).Wait();
        client.[|CreateAssetUploadConfirmationAsync|](again.AssetId).Wait();
        """);

    [Fact]
    public Task A_second_name_for_the_session() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse first, second;
        first = second = await client.CreateAssetUploadAsync(request);
        var third = first;
        await client.[|CreateAssetUploadConfirmationAsync|](third.AssetId);
        """);

    [Fact]
    public Task A_session_behind_a_conditional_access() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse? session = flag ? await client.CreateAssetUploadAsync(request) : null;
        if (session?.AssetId is { } id) { await client.[|CreateAssetUploadConfirmationAsync|](id); }
        """);

    [Fact]
    public Task A_session_or_an_exception() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request) ?? throw new InvalidOperationException();
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_session_assigned_if_there_is_none_yet() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse? session = null;
        session ??= await client.CreateAssetUploadAsync(request);
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task Either_of_two_sessions() => AnalyzerTest.VerifyBodyAsync("""
        var session = flag ? await client.CreateAssetUploadAsync(request, "one") : await client.CreateAssetUploadAsync(request, "other");
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_session_out_of_a_switch_expression() => AnalyzerTest.VerifyBodyAsync("""
        var session = savedId.Version switch
        {
            4 => await client.CreateAssetUploadAsync(request, "four"),
            7 => await client.CreateAssetUploadAsync(request, "seven"),
            _ => throw new NotSupportedException(),
        };
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        """);

    [Fact]
    public Task A_tuple_and_its_deconstruction() => AnalyzerTest.VerifyBodyAsync("""
        var pair = (session: await client.CreateAssetUploadAsync(request), number: 1);
        var (session, number) = pair;
        await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        await client.[|CreateAssetUploadConfirmationAsync|](pair.session.AssetId);
        """);

    [Fact]
    public Task Sessions_that_are_swapped() => AnalyzerTest.VerifyBodyAsync("""
        var first = await client.CreateAssetUploadAsync(request);
        var second = await client.CreateAssetUploadAsync(request);
        await client.PutAssetUploadAsync(first, content);
        (first, second) = (second, first);
        await client.[|CreateAssetUploadConfirmationAsync|](first.AssetId);
        await client.CreateAssetUploadConfirmationAsync(second.AssetId);
        """);

    [Fact]
    public Task An_element_of_a_tuple_that_is_assigned() => AnalyzerTest.VerifyBodyAsync("""
        var pair = (Session: Unseen.Find(), Number: 1);
        pair.Session = await client.CreateAssetUploadAsync(request);
        await client.[|CreateAssetUploadConfirmationAsync|](pair.Session.AssetId);
        """);

    [Fact]
    public Task Variables_declared_in_a_pattern() => AnalyzerTest.VerifyBodyAsync("""
        if (await client.CreateAssetUploadAsync(request) is { AssetId: var id, UploadUrl: var url } session)
        {
            await client.[|CreateAssetUploadConfirmationAsync|](id);
            await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
        }
        """);

    [Fact]
    public Task A_parameter_that_takes_the_session() => AnalyzerTest.VerifyAsync("""
        using System.Threading.Tasks;
        using Api;

        class Uploader
        {
            async Task RunAsync(RunflowClient client, CreateAssetUploadRequest request, AssetUploadResponse? session)
            {
                session = await client.CreateAssetUploadAsync(request);
                await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId);
            }
        }
        """);
}
