using System.Globalization;
using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>UPG112: three steps that are one call, over the client that the generator makes of Runflow's document.</summary>
public sealed class OneCallTests
{
    private const string Request = "new() { Filename = content.FileName, MimeType = content.MediaType, SizeBytes = content.Length }";

    private const string Created = $"var session = await client.CreateAssetUploadAsync({Request}); ";

    private const string Reported = $"var session = await client.[|CreateAssetUploadAsync|]({Request}); ";

    private const string Put = "await client.PutAssetUploadAsync(session, content); ";

    private const string Confirmed = "await client.CreateAssetUploadConfirmationAsync(session.AssetId);";

    [Fact]
    public Task Three_statements_in_a_row() => VerifyAsync(Reported + Put + Confirmed);

    [Fact]
    public Task An_answer_that_is_used() => VerifyAsync(Reported + Put + $"var asset = {Confirmed} Console.WriteLine(asset.Id);");

    [Fact]
    public Task An_answer_that_is_assigned() => VerifyAsync(
        "FullValidator? asset = null; " + Reported + Put + $"asset = {Confirmed} Console.WriteLine(asset.Id);");

    [Fact]
    public Task With_everything_that_can_be_said() => VerifyAsync($$"""
        AssetUploadResponse session = await client.[|CreateAssetUploadAsync|]({{Request}}, organization, ct).ConfigureAwait(false);
        await client.PutAssetUploadAsync(session, content, bar, ct).ConfigureAwait(false);
        await client.CreateAssetUploadConfirmationAsync(
            session.AssetId, new ConfirmAssetUploadRequest { FolderId = folder }, organization, ct).ConfigureAwait(false);
        """);

    [Fact]
    public Task Named_arguments() => VerifyAsync($$"""
        var session = await client.[|CreateAssetUploadAsync|](cancellationToken: ct, body: {{Request}});
        await client.PutAssetUploadAsync(content: content, session: session, cancellationToken: ct);
        await client.CreateAssetUploadConfirmationAsync(assetUploadId: session.AssetId, body: null, cancellationToken: ct);
        """);

    [Theory]
    [InlineData("FinishAsync(session.Id, new() { State = FileState.Uploaded })")]
    [InlineData("FinishAsync(session.Id, new Change { State = FileState.Uploaded, Folder = \"a\" })")]
    [InlineData("MarkAsync(session.Id, done: true)")]
    [InlineData("CommitAsync(new() { Id = session.Id, Folder = \"a\" })")]
    public Task A_confirmation_by_state_or_with_the_id_in_its_body(string confirm)
        => VerifyOwnAsync($"var session = await client.[|OpenAsync|](); await client.SendAsync(session, content); await client.{confirm};");

    [Theory]
    [InlineData("FinishAsync(session.Id, new() { State = FileState.Uploaded, Title = \"a\" })")]
    [InlineData("FinishAsync(session.Id, new() { State = FileState.Failed })")]
    [InlineData("CommitAsync(new() { Id = session.Id, Title = \"a\" })")]
    public Task Silent_about_a_confirmation_that_says_more_or_something_else(string confirm)
        => VerifyOwnAsync($"var session = await client.OpenAsync(); await client.SendAsync(session, content); await client.{confirm};");

    [Fact]
    public Task A_media_type_that_is_the_content_s_own() => VerifyAsync("""
        var file = UploadContent.FromFile("a.png", "image/png");
        var session = await client.[|CreateAssetUploadAsync|](new() { Filename = file.FileName, MimeType = "image/png", SizeBytes = file.Length });
        await client.PutAssetUploadAsync(session, file);
        """ + Confirmed);

    [Fact]
    public Task In_a_block_of_a_loop() => VerifyAsync("while (flag) { " + Reported + Put + Confirmed + " }");

    [Fact]
    public Task In_a_lambda() => VerifyAsync("Func<Task<FullValidator>> run = async () => { " + Reported + Put + "return " + Confirmed + " }; await run();");

    [Fact]
    public Task In_a_section_of_a_switch() => VerifyAsync("switch (flag) { case true: " + Reported + Put + Confirmed + " break; }");

    [Fact]
    public Task At_the_top_level_of_a_program() => AnalyzerTest.VerifyGeneratedAsync(
        "using Shop.Runflow; using UploadGen; var client = new RunflowClient(\"key\"); var content = UploadContent.FromFile(args[0]);\n"
        + Reported + "\n" + Put + "\n" + Confirmed,
        "UPG112",
        OutputKind.ConsoleApplication);

    [Theory]
    [InlineData(Created + Put + Confirmed + " Console.WriteLine(session.AssetId);")]
    [InlineData(Created + "Console.WriteLine(session.AssetId); " + Put + Confirmed)]
    public Task Silent_when_the_session_is_read(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Created + "Console.WriteLine(1); " + Put + Confirmed)]
    [InlineData(Created + Put + "Console.WriteLine(1); " + Confirmed)]
    [InlineData(Created + "if (flag) { " + Put + "} " + Confirmed)]
    [InlineData(Created + "try { " + Put + Confirmed + " } finally { Console.WriteLine(1); }")]
    public Task Silent_when_something_happens_in_between(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var session = await client.CreateAssetUploadAsync(request); " + Put + Confirmed)]
    [InlineData(
        "var session = await client.CreateAssetUploadAsync(new() { Filename = \"b.png\", MimeType = content.MediaType, SizeBytes = content.Length }); "
        + Put + Confirmed)]
    [InlineData(
        "var session = await client.CreateAssetUploadAsync(new() { Filename = content.FileName, MimeType = \"image/png\", SizeBytes = content.Length }); "
        + "" + Put + Confirmed)]
    [InlineData(
        "var session = await client.CreateAssetUploadAsync(new() { Filename = content.MediaType, MimeType = content.FileName, SizeBytes = content.Length }); "
        + "" + Put + Confirmed)]
    [InlineData(
        "var other = UploadContent.FromFile(\"b\"); "
        + "var session = await client.CreateAssetUploadAsync(new() { Filename = other.FileName, MimeType = content.MediaType, SizeBytes = content.Length }); "
        + "" + Put + Confirmed)]
    public Task Silent_when_something_else_is_announced(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Created + Put + "await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: ct);")]
    [InlineData(Created + Put + "await client.CreateAssetUploadConfirmationAsync(session.AssetId, xOrganizationId: organization);")]
    [InlineData(
        Created + Put + "await client.CreateAssetUploadConfirmationAsync(session.AssetId, new ConfirmAssetUploadRequest { FolderId = Guid.NewGuid() });")]
    public Task Silent_when_the_one_call_would_say_something_else(string body) => VerifyAsync(body);

    [Fact]
    public Task Silent_about_two_clients() => VerifyAsync(
        "var other = new RunflowClient(\"key\"); " + Created + "await other.PutAssetUploadAsync(session, content); " + Confirmed);

    [Fact]
    public Task Silent_about_a_PUT_by_hand() => VerifyAsync(Created + "await http.PutAsync(session.UploadUrl, null); " + Confirmed);

    [Fact]
    public Task Silent_about_tasks() => VerifyAsync(Created + "var put = client.PutAssetUploadAsync(session, content); await put; " + Confirmed);

    [Fact]
    public Task Silent_about_a_file_that_is_opened_in_between() => VerifyAsync(
        Created + "await client.PutAssetUploadAsync(session, UploadContent.FromFile(content.FileName)); " + Confirmed);

    [Fact]
    public Task Silent_where_a_client_has_no_such_method() => AnalyzerTest.VerifyBodyAsync(
        "var session = await client.CreateAssetUploadAsync(request); await client.PutAssetUploadAsync(session, content); "
        + "await client.CreateAssetUploadConfirmationAsync(session.AssetId);",
        "UPG112");

    [Fact]
    public async Task The_message()
    {
        var found = await AnalyzerTest.AnalyzeAsync(AnalyzerTest.CompileGenerated(GeneratedClients.Method(Created + Put + Confirmed)));
        Assert.Equal(
            "'CreateAssetUploadAsync' opens an upload whose file is PUT and confirmed right after it: 'UploadAssetAsync' does all steps",
            Assert.Single(found).GetMessage(CultureInfo.InvariantCulture));
    }

    private static Task VerifyAsync(string body) => AnalyzerTest.VerifyGeneratedAsync(GeneratedClients.Method(body), "UPG112");

    private static Task VerifyOwnAsync(string statements) => AnalyzerTest.VerifyAsync(
        $$"""
        #nullable enable
        using System.Threading.Tasks;
        using UploadGen;
        using UploadGen.Annotations;

        public sealed record Session { [UploadSessionId] public required string Id { get; init; } }

        public enum FileState { Open, Uploaded, Failed }

        public sealed record Change { public FileState State { get; init; } public string? Folder { get; init; } public string? Title { get; init; } }

        public sealed record Commit { public required string Id { get; init; } public string? Folder { get; init; } public string? Title { get; init; } }

        public interface IClient
        {
            [CreatesUpload("File")] Task<Session> OpenAsync();
            [PutsUpload("File")] Task SendAsync([UploadSession] Session session, UploadContent content);
            [ConfirmsUpload("File", Member = "State", Value = "Uploaded")] Task FinishAsync([UploadSessionId] string id, Change body);
            [ConfirmsUpload("File", Member = "done")] Task MarkAsync([UploadSessionId] string id, bool done);
            [ConfirmsUpload("File")] Task CommitAsync(Commit body);
            [UploadsFile("File")] Task UploadAsync(UploadContent content, string? folder = null);
        }

        public sealed class Uploader(IClient client)
        {
            public async Task RunAsync(UploadContent content)
            {
                {{statements}}
            }
        }
        """,
        rule: "UPG112");
}
