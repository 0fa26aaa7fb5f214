using System.Text.Json;
using UploadGen.EndToEnd.Tests.Barge;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>Uploads that nothing confirms give what the last answer says of the file: to the caller, to a later run, to a journal.</summary>
public sealed class LastAnswerTests
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 1_000_000).Select(place => (byte)(place % 251))];

    private static readonly UploadContent Content = UploadContent.FromBytes(File, "a.png");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_stated_of_it_is_what_the_call_gives()
    {
        await using var server = await BargeServer.StartAsync();

        var film = await server.Client().UploadFilmAsync(Content, cancellationToken: Cancellation);
        var item = await server.Client().UploadDriveAsync(Content, cancellationToken: Cancellation);

        Assert.Equal(("a1", "1000000"), (film.Id, film.Size));
        Assert.Equal(("a1", 1_000_000), (item.Id, item.Size));
        Assert.Equal([File, File], server.Complete);
    }

    [Fact]
    public async Task Where_nothing_is_stated_it_comes_as_JSON_beside_what_opened_the_upload()
    {
        await using var server = await BargeServer.StartAsync();

        var clip = await server.Client().UploadClipAsync(Content, cancellationToken: Cancellation);
        var draft = await server.Client().UploadDraftAsync(Content, cancellationToken: Cancellation);

        Assert.Equal((true, "u1", "1000000"), (clip.IsSent, clip.Session.Id, clip.Confirmation?.GetProperty("size").GetString()));
        Assert.Equal(1_000_000, draft.Confirmation?.GetProperty("size").GetInt32());
    }

    [Fact]
    public async Task The_step_that_sends_the_file_gives_it()
    {
        await using var server = await BargeServer.StartAsync();
        var client = server.Client();

        var session = await client.OpenFilmAsync(new() { Filename = "a.png", Size = File.Length }, Cancellation);
        var film = await client.SendFilmUploadAsync(session, Content, cancellationToken: Cancellation);

        Assert.Equal("a1", film.Id);
    }

    /// <summary>Google's sessions tell it again; what HTTP's resumable uploads tell of a complete one is that it is.</summary>
    [Fact]
    public async Task An_answer_that_is_lost_is_asked_for()
    {
        await using var server = await BargeServer.StartAsync();
        server.Opens = session => session.Fail(1, SessionFault.LostAnswer);

        var film = await server.Client().UploadFilmAsync(Content, cancellationToken: Cancellation);
        var draft = await server.Client().UploadDraftAsync(Content, cancellationToken: Cancellation);

        Assert.Equal("a1", film.Id);
        Assert.Equal((true, "u1", null), (draft.IsSent, draft.Session.Id, draft.Confirmation));
        Assert.Equal([File, File], server.Complete);
        Assert.Empty(server.Violations);
    }

    /// <summary>A session of Graph's is gone with its file, and so is the answer.</summary>
    [Fact]
    public async Task Where_nobody_tells_it_again_that_is_said_and_nothing_is_sent_twice()
    {
        await using var server = await BargeServer.StartAsync();
        server.Opens = session => session.Fail(1, SessionFault.LostAnswer);
        using var file = new KeptFile(File);

        var failure = await Assert.ThrowsAsync<UploadException>(
            () => server.Client().UploadDriveAsync(file.Content, file.Options, cancellationToken: Cancellation));

        Assert.Equal((404, null), (failure.StatusCode, failure.IsStored));
        Assert.Contains("ask the API whether it has it before you upload it again (delete '", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("stays open", failure.Message, StringComparison.Ordinal);

        // The next run knows no better.
        failure = await Assert.ThrowsAsync<UploadException>(
            () => server.Client().UploadDriveAsync(file.Content, file.Options, cancellationToken: Cancellation));
        Assert.Equal((404, null), (failure.StatusCode, failure.IsStored));
        Assert.Equal((1, 1), (server.Opened, server.Complete.Count));
    }

    [Fact]
    public async Task A_session_that_ended_before_its_last_bytes_were_sent_is_opened_anew_by_the_next_run()
    {
        await using var server = await BargeServer.StartAsync();
        using var file = new KeptFile([.. Enumerable.Repeat(File, 12).SelectMany(bytes => bytes)]);
        server.Opens = session => session.Fail(1, SessionFault.Busy);
        await Assert.ThrowsAsync<UploadException>(
            () => server.Client(options => options.Retry.MaxAttempts = 1).UploadDriveAsync(file.Content, file.Options, cancellationToken: Cancellation));
        server.Sessions[0].IsOpen = false;
        server.Opens = _ => { };

        var item = await server.Client().UploadDriveAsync(file.Content, file.Options, cancellationToken: Cancellation);

        Assert.Equal((12_000_000, 2), (item.Size, server.Opened));
    }

    [Theory]
    [InlineData("film")]
    [InlineData("drive")]
    [InlineData("draft")]
    public async Task What_was_kept_when_all_was_sent_is_what_a_later_run_gives(string kind)
    {
        await using var server = await BargeServer.StartAsync();
        UploadState? state = null;
        var kept = new UploadOptions { StateChanged = changed => state = UploadState.FromJson(changed.ToJson()) };
        await UploadAsync(server, kind, kept);
        Assert.True(state!.IsStored);
        var requests = server.Sessions[0].Requests.Count;

        var told = await UploadAsync(server, kind, new UploadOptions { State = state });

        Assert.Equal("a1", told);
        Assert.Equal((1, requests), (server.Opened, server.Sessions[0].Requests.Count));
    }

    [Fact]
    public async Task A_journal_holds_it()
    {
        await using var server = await BargeServer.StartAsync();
        using var file = new KeptFile(File);

        var first = Assert.Single(await UploadManyAsync(server, file));
        var second = Assert.Single(await UploadManyAsync(server, file));

        Assert.Equal((UploadStatus.Uploaded, "a1"), (first.Status, first.Result?.Confirmation?.GetProperty("id").GetString()));
        Assert.Equal((UploadStatus.AlreadyUploaded, "a1"), (second.Status, second.Result?.Confirmation?.GetProperty("id").GetString()));
        Assert.Equal("u1", second.Result!.Session.Id);
        Assert.All(BargeServer.Secrets, secret => Assert.DoesNotContain(secret, file.Journal, StringComparison.Ordinal));
    }

    private static async Task<List<UploadOutcome<UploadResult<OpenClipResponse, JsonElement?>>>> UploadManyAsync(BargeServer server, KeptFile file)
    {
        using var journal = UploadJournal.Open(file.JournalPath);
        return await server.Client().UploadManyClipsAsync([file.Content], options: new() { Journal = journal }, cancellationToken: Cancellation)
            .ToListAsync(Cancellation);
    }

    private static async Task<string?> UploadAsync(BargeServer server, string kind, UploadOptions options) => kind switch
    {
        "film" => (await server.Client().UploadFilmAsync(Content, options, cancellationToken: Cancellation)).Id,
        "drive" => (await server.Client().UploadDriveAsync(Content, options, cancellationToken: Cancellation)).Id,
        _ => (await server.Client().UploadDraftAsync(Content, options, cancellationToken: Cancellation)).Confirmation?.GetProperty("id").GetString(),
    };
}
