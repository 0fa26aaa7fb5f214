namespace UploadGen.Analyzers.Tests.Flow;

/// <summary>UPG101 is silent about a session that other code may have PUT the file of.</summary>
public sealed class SessionOutOfSightTests
{
    [Fact]
    public Task Another_id_or_that_of_the_session() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await client.CreateAssetUploadConfirmationAsync(flag ? session.AssetId : savedId);
        await client.CreateAssetUploadConfirmationAsync(savedId);
        await client.CreateAssetUploadConfirmationAsync(session.ParentAssetId);
        """);

    [Fact]
    public Task A_session_that_was_found() => AnalyzerTest.VerifyBodyAsync("""
        var session = Unseen.Field ?? await client.CreateAssetUploadAsync(request);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task The_server_says_that_it_has_the_file() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (session.AlreadyStored) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); return; }
        var other = await client.CreateAssetUploadAsync(request);
        var stored = other is { UploadUrl: null };
        if (stored) { await client.CreateAssetUploadConfirmationAsync(other.AssetId); }
        """);

    [Fact]
    public Task The_id_is_one_that_was_known_before() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        if (session.AssetId == savedId) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); }
        """);

    [Fact]
    public Task An_id_that_is_a_constant_on_one_path_or_was_replaced() => AnalyzerTest.VerifyAsync("""
        using System.Threading.Tasks;
        using UploadGen.Annotations;

        class Session { [UploadSessionId] public int Id { get; set; } }

        class Uploader
        {
            [CreatesUpload("Asset")] Session Create() => new();
            [ConfirmsUpload("Asset")] void Confirm([UploadSessionId] int id) { }

            void Run(bool flag)
            {
                var session = Create();
                Confirm(flag ? session.Id : 42);
            }

            void Resume()
            {
                var session = Create();
                session.Id = 42;
                Confirm(session.Id);
            }
        }
        """);

    [Fact]
    public Task A_session_given_to_a_method() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        Unseen.Take(session);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_method_called_on_the_session_or_given_it_beside_a_step() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        Unseen.Log(session.UploadUrl.ToString());
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);

        var other = await client.CreateAssetUploadAsync(request);
        await client.CreateAssetUploadConfirmationAsync(savedId, xOrganizationId: other.UploadUrl.OriginalString);
        await client.CreateAssetUploadConfirmationAsync(other.AssetId);
        """);

    [Fact]
    public Task The_URL_given_to_an_HttpClient() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        using var http = new HttpClient();
        await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]), ct);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_message_built_from_the_URL() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var message = new HttpRequestMessage { Method = HttpMethod.Put, RequestUri = new Uri(session.UploadUrl + "") };
        Unseen.Take(message);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task An_id_written_to_a_log() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        Unseen.Log($"PUT the file to {session.UploadUrl}");
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task A_session_put_into_a_field() => AnalyzerTest.VerifyBodyAsync("""
        var session = Unseen.Field = await client.CreateAssetUploadAsync(request);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Sessions_put_into_collections() => AnalyzerTest.VerifyBodyAsync("""
        var list = new List<AssetUploadResponse>();
        var session = await client.CreateAssetUploadAsync(request);
        list.Add(session);
        AssetUploadResponse[] array = [Unseen.Find(), .. await Task.WhenAll(client.CreateAssetUploadAsync(request))];
        var map = new Dictionary<string, AssetUploadResponse> { ["a"] = await client.CreateAssetUploadAsync(request) };
        Unseen.Take(list);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        await client.CreateAssetUploadConfirmationAsync(array[0].AssetId);
        await client.CreateAssetUploadConfirmationAsync(map["a"].AssetId);
        """);

    [Fact]
    public Task A_lambda_inside_a_using_has_a_graph_of_its_own() => AnalyzerTest.VerifyBodyAsync("""
        using var gate = new SemaphoreSlim(1);
        var id = Guid.NewGuid();
        Func<Task> confirm = () => client.CreateAssetUploadConfirmationAsync(id);
        await confirm();
        """);

    [Fact]
    public Task A_session_captured_by_a_lambda() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        Func<Task> put = () => client.PutAssetUploadAsync(session, content);
        await put();
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        Func<Task> confirm = () => client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """);

    [Fact]
    public Task Another_name_that_is_captured() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var captured = session;
        Func<Task> put = () => client.PutAssetUploadAsync(captured, content);
        await put();
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);

        var other = Unseen.Find();
        Func<Guid> id = () => other.AssetId;
        var either = await client.CreateAssetUploadAsync(request);
        await client.CreateAssetUploadConfirmationAsync(flag ? either.AssetId : other.AssetId);
        """);

    [Fact]
    public Task A_session_captured_by_a_local_function() => AnalyzerTest.VerifyBodyAsync("""
        AssetUploadResponse session;
        session = await client.CreateAssetUploadAsync(request);
        await PutAsync();
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        Task PutAsync() => client.PutAssetUploadAsync(session, content);
        """);

    [Fact]
    public Task A_session_given_to_a_local_function_or_a_delegate() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        await PutAsync(session);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);

        var other = await client.CreateAssetUploadAsync(request);
        Func<AssetUploadResponse, Task> put = PutAsync;
        await put(other);
        await client.CreateAssetUploadConfirmationAsync(other.AssetId);

        Task PutAsync(AssetUploadResponse opened) => client.PutAssetUploadAsync(opened, content);
        """);

    [Fact]
    public Task A_session_passed_by_reference() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var same = session;
        Unseen.Change(ref session);
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        await client.CreateAssetUploadConfirmationAsync(same.AssetId);
        """);

    [Fact]
    public Task A_session_behind_a_reference() => AnalyzerTest.VerifyAsync("""
        using System.Threading.Tasks;
        using Api;

        class Uploader
        {
            void Run(RunflowClient client, Content content, bool flag)
            {
                var first = client.CreateAssetUploadAsync(new("a.png")).Result;
                var second = client.CreateAssetUploadAsync(new("b.png")).Result;
                ref var either = ref flag ? ref first : ref second;
                client.PutAssetUploadAsync(either, content).Wait();
                client.CreateAssetUploadConfirmationAsync(first.AssetId).Wait();

                var third = client.CreateAssetUploadAsync(new("c.png")).Result;
                ref var alias = ref third;
                client.PutAssetUploadAsync(alias, content).Wait();
                client.CreateAssetUploadConfirmationAsync(third.AssetId).Wait();

                var found = Unseen.Find();
                var other = Unseen.Find();
                (flag ? ref found : ref other) = client.CreateAssetUploadAsync(new("d.png")).Result;
                client.CreateAssetUploadConfirmationAsync(found.AssetId).Wait();
            }
        }
        """);

    [Fact]
    public Task A_session_that_is_returned_before_another_confirm() => AnalyzerTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Api;

        class Uploader
        {
            async IAsyncEnumerable<AssetUploadResponse> RunAsync(RunflowClient client)
            {
                var session = await client.CreateAssetUploadAsync(new("a.png"));
                yield return session;
                await client.CreateAssetUploadConfirmationAsync(session.AssetId);
            }
        }
        """);

    [Fact]
    public Task A_copy_made_with_other_values() => AnalyzerTest.VerifyBodyAsync("""
        var session = await client.CreateAssetUploadAsync(request);
        var copy = session with { AssetId = savedId };
        await client.CreateAssetUploadConfirmationAsync(copy.AssetId);
        """);

    [Fact]
    public Task Tasks_that_are_combined() => AnalyzerTest.VerifyBodyAsync("""
        var one = client.CreateAssetUploadAsync(request);
        var sessions = await Task.WhenAll(one, client.CreateAssetUploadAsync(request));
        foreach (var session in sessions) { await client.PutAssetUploadAsync(session, content); }
        await client.CreateAssetUploadConfirmationAsync((await one).AssetId);
        """);

    [Fact]
    public Task A_tuple_one_path_of_which_is_not_known() => AnalyzerTest.VerifyBodyAsync("""
        var pair = (await client.CreateAssetUploadAsync(request), 1);
        if (flag) { pair = (Unseen.Find(), 2); }
        await client.CreateAssetUploadConfirmationAsync(pair.Item1.AssetId);
        """);
}
