namespace UploadGen.Analyzers.Tests.Flow;

/// <summary>
/// UPG101 follows a session, its id or its task through everything they can be kept in, over the clients that the generator makes. Each way is tried
/// once without the PUT and once with it.
/// </summary>
public sealed class TrackedSessionTests
{
    private const string Created = "var session = await client.CreateAssetUploadAsync(request); ";

    private const string Put = "await client.PutAssetUploadAsync(session, content); ";

    private const string Confirmed = "await client.CreateAssetUploadConfirmationAsync(session.AssetId); ";

    private const string Missing = "await client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); ";

    [Theory]
    [InlineData(Created + Missing)]
    [InlineData(Created + Put + Confirmed)]
    public Task A_local(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var (session, name) = (await client.CreateAssetUploadAsync(request), \"a\"); Console.WriteLine(name); " + Missing)]
    [InlineData("var (session, name) = (await client.CreateAssetUploadAsync(request), \"a\"); Console.WriteLine(name); " + Put + Confirmed)]
    [InlineData(
        "var pair = (Session: await client.CreateAssetUploadAsync(request), 1); "
        + "await client.[|CreateAssetUploadConfirmationAsync|](pair.Session.AssetId);")]
    [InlineData(
        "var pair = (Session: await client.CreateAssetUploadAsync(request), 1); await client.PutAssetUploadAsync(pair.Item1, content); "
        + "await client.CreateAssetUploadConfirmationAsync(pair.Session.AssetId);")]
    public Task A_tuple(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("if (await client.CreateAssetUploadAsync(request) is { } session) { " + Missing + "}")]
    [InlineData("if (await client.CreateAssetUploadAsync(request) is { } session) { " + Put + Confirmed + "}")]
    [InlineData(
        "if (await client.CreateAssetUploadAsync(request) is AssetUploadResponse { AssetId: var id }) "
        + "{ await client.[|CreateAssetUploadConfirmationAsync|](id); }")]
    [InlineData(
        "if (await client.CreateAssetUploadAsync(request) is { AssetId: var id } session) { " + Put
        + "await client.CreateAssetUploadConfirmationAsync(id); }")]
    public Task A_pattern(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(
        "var first = await client.CreateAssetUploadAsync(request); var session = flag ? first : await client.CreateAssetUploadAsync(request); " + Missing)]
    [InlineData(
        "var first = await client.CreateAssetUploadAsync(request); var session = flag ? first : await client.CreateAssetUploadAsync(request); " + Put
        + Confirmed)]
    [InlineData("AssetUploadResponse? none = null; var session = none ?? await client.CreateAssetUploadAsync(request); " + Missing)]
    [InlineData("AssetUploadResponse? none = null; var session = none ?? await client.CreateAssetUploadAsync(request); " + Put + Confirmed)]
    [InlineData(
        "var session = flag switch { true => await client.CreateAssetUploadAsync(request), _ => await client.CreateAssetUploadAsync(request, organization) }; "
        + Missing)]
    [InlineData(
        "var session = flag switch { true => await client.CreateAssetUploadAsync(request), _ => await client.CreateAssetUploadAsync(request, organization) }; "
        + Put + Confirmed)]
    [InlineData(
        Created + "var id = flag switch { true => session.AssetId, false => session.AssetId }; await client.[|CreateAssetUploadConfirmationAsync|](id);")]
    [InlineData(Created + "var id = session?.AssetId; if (id is { } known) { await client.[|CreateAssetUploadConfirmationAsync|](known); }")]
    [InlineData(Created + Put + "var id = session?.AssetId; if (id is { } known) { await client.CreateAssetUploadConfirmationAsync(known); }")]
    public Task A_choice(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(
        Created + "AssetUploadResponse[] all = [session]; foreach (var one in all) { await client.[|CreateAssetUploadConfirmationAsync|](one.AssetId); }")]
    [InlineData(
        Created + "AssetUploadResponse[] all = [session]; foreach (var one in all) { await client.PutAssetUploadAsync(one, content); "
        + "await client.CreateAssetUploadConfirmationAsync(one.AssetId); }")]
    [InlineData(
        Created
        + "List<AssetUploadResponse> all = [session]; foreach (var one in all) { await client.[|CreateAssetUploadConfirmationAsync|](one.AssetId); }")]
    [InlineData(
        Created + "List<AssetUploadResponse> all = [session]; foreach (var one in all) { await client.PutAssetUploadAsync(one, content); } "
        + "foreach (var one in all) { await client.CreateAssetUploadConfirmationAsync(one.AssetId); }")]
    [InlineData(
        Created + "AssetUploadResponse[] some = [session]; AssetUploadResponse[] all = [.. some]; "
        + "foreach (var one in all) { await client.[|CreateAssetUploadConfirmationAsync|](one.AssetId); }")]
    [InlineData(Created + "var all = new List<AssetUploadResponse> { session }; await client.[|CreateAssetUploadConfirmationAsync|](all[0].AssetId);")]
    [InlineData(
        Created + "var all = new[] { session }; await client.PutAssetUploadAsync(all[0], content); "
        + "await client.CreateAssetUploadConfirmationAsync(all[0].AssetId);")]
    public Task A_collection(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var creating = client.CreateAssetUploadAsync(request); Console.WriteLine(1); var session = await creating.ConfigureAwait(false); " + Missing)]
    [InlineData("var creating = client.CreateAssetUploadAsync(request); Console.WriteLine(1); var session = await creating; " + Put + Confirmed)]
    [InlineData(Created + "var confirming = client.[|CreateAssetUploadConfirmationAsync|](session.AssetId); await confirming;")]
    [InlineData(Created + "var putting = client.PutAssetUploadAsync(session, content); Console.WriteLine(1); await putting; " + Confirmed)]
    [InlineData("var session = client.CreateAssetUploadAsync(request).GetAwaiter().GetResult(); " + Missing)]
    [InlineData("var session = client.CreateAssetUploadAsync(request).Result; " + Put + Confirmed)]
    public Task A_task_that_is_awaited_later(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(
        Created + "var other = await client.CreateAssetUploadAsync(request); await Task.WhenAll(client.PutAssetUploadAsync(other, content)); " + Missing
        + "await client.CreateAssetUploadConfirmationAsync(other.AssetId);")]
    [InlineData(
        Created + "var other = await client.CreateAssetUploadAsync(request); "
        + "await Task.WhenAll(client.PutAssetUploadAsync(session, content), client.PutAssetUploadAsync(other, content)); " + Confirmed
        + "await client.CreateAssetUploadConfirmationAsync(other.AssetId);")]
    [InlineData(
        "var all = await Task.WhenAll(client.CreateAssetUploadAsync(request), client.CreateAssetUploadAsync(request)); "
        + "await Task.WhenAll(all.Select(one => client.PutAssetUploadAsync(one, content))); "
        + "await client.CreateAssetUploadConfirmationAsync(all[0].AssetId);")]
    [InlineData(
        "var all = await Task.WhenAll(client.CreateAssetUploadAsync(request), client.CreateAssetUploadAsync(request)); "
        + "await client.[|CreateAssetUploadConfirmationAsync|](all[0].AssetId);")]
    public Task WhenAll(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("foreach (var name in new[] { \"a\", \"b\" }) { " + Created + "Console.WriteLine(name); " + Missing + "}")]
    [InlineData("foreach (var name in new[] { \"a\", \"b\" }) { " + Created + "Console.WriteLine(name); " + Put + Confirmed + "}")]
    [InlineData("AssetUploadResponse? session = null; for (var i = 0; i < 2; i++) { session = await client.CreateAssetUploadAsync(request); " + Missing + "}")]
    [InlineData(
        "AssetUploadResponse? session = null; for (var i = 0; i < 2; i++) { session = await client.CreateAssetUploadAsync(request); " + Put + Confirmed
        + "}")]
    public Task A_loop_with_a_session_each_turn(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Created + "while (true) { try { " + Missing + "break; } catch (HttpRequestException) { await Task.Delay(1); } }")]
    [InlineData(Created + "while (true) { try { " + Put + "break; } catch (HttpRequestException) { await Task.Delay(1); } } " + Confirmed)]
    [InlineData(Created + "for (var i = 0; i < 3; i++) { try { " + Put + "break; } catch (HttpRequestException) when (i < 2) { } } " + Confirmed)]
    public Task A_retry_loop(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Created + "try { Console.WriteLine(1); } finally { " + Missing + "}")]
    [InlineData(Created + "try { " + Put + "} catch { Console.WriteLine(1); throw; } " + Confirmed)]
    [InlineData(Created + "try { " + Put + "} catch (HttpRequestException) { return; } finally { Console.WriteLine(1); } " + Confirmed)]
    [InlineData(Created + "try { Console.WriteLine(1); } catch (HttpRequestException) { return; } " + Missing)]
    public Task Try(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Created + "if (flag) { return; } " + Missing)]
    [InlineData(Created + "if (flag) { " + Put + Confirmed + "return; } " + Missing)]
    [InlineData(Created + "if (!flag) { return; } " + Put + Confirmed)]
    public Task An_early_return(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Created + "var tries = 0; again: tries++; if (tries < 3) { goto again; } " + Missing)]
    [InlineData(Created + "if (flag) { goto confirm; } Console.WriteLine(1); confirm: " + Missing)]
    [InlineData(Created + "var tries = 0; again: try { " + Put + "} catch (HttpRequestException) { if (++tries < 3) { goto again; } throw; } " + Confirmed)]
    [InlineData(Created + "switch (flag) { case true: " + Put + "goto case false; case false: " + Put + "break; } " + Confirmed)]
    public Task Goto(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("async Task RunAsync() { " + Created + Missing + "} await RunAsync();")]
    [InlineData("async Task RunAsync() { " + Created + Put + Confirmed + "} await RunAsync();")]
    [InlineData(Created + "async Task SendAsync() { " + Put + "} await SendAsync(); " + Confirmed)]
    [InlineData(
        Created + "async Task SendAsync(AssetUploadResponse one) { await client.PutAssetUploadAsync(one, content); } await SendAsync(session); "
        + Confirmed)]
    [InlineData(
        Created
        + "async Task SendAsync(AssetUploadResponse one) { await client.PutAssetUploadAsync(one, content); } if (flag) { await SendAsync(session); "
        + "return; } " + Missing)]
    public Task A_local_function(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("Func<Task> run = async () => { " + Created + Missing + "}; await run();")]
    [InlineData("await Task.Run(async () => { " + Created + Put + Confirmed + "});")]
    [InlineData(Created + "Func<Task> put = () => client.PutAssetUploadAsync(session, content); await put(); " + Confirmed)]
    [InlineData("await ((Func<Task>)(async () => { " + Created + Missing + "}))();")]
    public Task A_lambda(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Created + "using var file = new System.IO.MemoryStream(); " + Missing)]
    [InlineData(Created + "await using (var file = new System.IO.MemoryStream()) { " + Put + "} " + Confirmed)]
    public Task Using(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Created + "var id = session.AssetId; var same = id; await client.[|CreateAssetUploadConfirmationAsync|](same);")]
    [InlineData(Created + "Guid id; id = session.AssetId; " + Put + "await client.CreateAssetUploadConfirmationAsync(id);")]
    [InlineData(Created + "await client.[|CreateAssetUploadConfirmationAsync|](Guid.Parse(session.AssetId.ToString()));")]
    public Task An_id_copied_out(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyGeneratedAsync(GeneratedClients.Method(body), "UPG101");
}
