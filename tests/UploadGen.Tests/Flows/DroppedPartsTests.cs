using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>An upload in parts that the server has dropped: its parts are lost there, so a new upload loses nothing more.</summary>
public class DroppedPartsTests
{
    private readonly List<string> _steps = [];
    private int _opened;
    private bool _hasAbort;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_parts_go_to_a_new_upload(bool isOfStorage)
    {
        Exception gone = isOfStorage
            ? new UploadException("gone", UploadStep.Put, "op") { IsGone = true, IsStored = false }
            : new ApiException("gone") { StatusCode = 404 };

        await RunAsync((session, index) => session == "1" && index == 2 ? throw gone : "part");

        Assert.Equal(["open 1", "part 1.0", "part 1.1", "open 2", "part 2.0", "part 2.1", "part 2.2", "complete 2"], _steps);
    }

    /// <summary>Whether the API may still have it open. Of an upload that is kept, too, since nobody goes on with the old one.</summary>
    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public async Task The_old_one_is_given_up_with_the_API_unless_that_has_dropped_it_itself(bool isOfStorage, bool isKept, bool isGivenUp)
    {
        _hasAbort = true;
        Exception gone = isOfStorage
            ? new UploadException("gone", UploadStep.Put, "op") { IsGone = true, IsStored = false }
            : new ApiException("gone") { StatusCode = 404 };
        var options = new PartsUploadOptions { PartSize = 100, Parallelism = 1, StateChanged = isKept ? _ => { } : null };

        await RunAsync((session, index) => session == "1" && index == 2 ? throw gone : "part", options);

        Assert.Equal(isGivenUp ? ["abort 1", "open 2"] : ["part 1.1", "open 2"], _steps.SkipWhile(step => step != "part 1.1").Skip(isGivenUp ? 1 : 0).Take(2));
        Assert.Equal(isGivenUp ? 1 : 0, _steps.Count(step => step.StartsWith("abort", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task So_is_one_whose_URLs_have_ended()
    {
        _hasAbort = true;
        var ended = new UploadException("ended", UploadStep.Put, "op") { IsUrlExpired = true, IsStored = false };
        var options = new PartsUploadOptions { PartSize = 100, Parallelism = 1, StateChanged = _ => { } };

        await RunAsync((session, index) => session == "1" && index == 2 ? throw ended : "part", options);

        Assert.Equal(["open 1", "part 1.0", "part 1.1", "abort 1", "open 2"], _steps.Take(5));
    }

    /// <summary>The run before may have completed it, and its state be older than that.</summary>
    [Fact]
    public async Task One_that_another_run_has_opened_is_left()
    {
        UploadState? state = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(
            (_, index) => index == 2 ? throw new InvalidOperationException("broken off") : "part",
            new PartsUploadOptions { PartSize = 100, Parallelism = 1, StateChanged = changed => state = changed }));
        _steps.Clear();
        _hasAbort = true;
        var gone = new UploadException("gone", UploadStep.Put, "op") { IsGone = true, IsStored = false, StatusCode = 404 };

        await RunAsync((session, _) => session == "1" ? throw gone : "part", new PartsUploadOptions { PartSize = 100, Parallelism = 1, State = state });

        Assert.Equal(["open 2", "part 2.0", "part 2.1", "part 2.2", "complete 2"], _steps);
    }

    [Fact]
    public async Task It_is_begun_anew_once()
    {
        await Assert.ThrowsAsync<ApiException>(() => RunAsync((_, _) => throw new ApiException("gone") { StatusCode = 410 }));
        Assert.Equal(["open 1", "open 2"], _steps);
    }

    /// <summary>The run before may have completed it, and its answer been lost.</summary>
    [Fact]
    public async Task An_upload_that_goes_on_after_another_run_and_is_gone_at_its_end_may_be_complete()
    {
        UploadState? state = null;
        await RunAsync((_, _) => "part", new PartsUploadOptions { PartSize = 100, Parallelism = 1, StateChanged = changed => state = changed });
        _steps.Clear();

        await Assert.ThrowsAsync<ApiException>(() => RunAsync(
            (_, _) => "part", new PartsUploadOptions { PartSize = 100, State = state }, complete: _ => throw new ApiException("gone") { StatusCode = 404 }));

        Assert.Equal(["complete 1"], _steps);
    }

    private Task<string> RunAsync(Func<string, int, string> send, PartsUploadOptions? options = null, Action<string>? complete = null)
    {
        var flow = new PartsFlow<string, string, string>("Thing", "openThing")
        {
            Create = (_, _, _) =>
            {
                var session = $"{++_opened}";
                _steps.Add($"open {session}");
                return Task.FromResult(session);
            },
            SendPart = async (session, part, _, cancellationToken) =>
            {
                var sent = send(session, part.Index);
                _steps.Add($"part {session}.{part.Index}");
                var bytes = part.Content.Source.Open();
                await bytes.CopyToAsync(Stream.Null, cancellationToken);
                part.Content.Source.Close(bytes);
                return sent;
            },
            Complete = (session, _, _, _) =>
            {
                _steps.Add($"complete {session}");
                complete?.Invoke(session);
                return Task.FromResult("asset");
            },
            Abort = !_hasAbort ? null : (session, _) =>
            {
                _steps.Add($"abort {session}");
                return Task.CompletedTask;
            },
            ReadSession = JsonCodec.ReadString,
            WriteSession = JsonCodec.WriteString,
            ReadPart = JsonCodec.ReadString,
            WritePart = JsonCodec.WriteString,
        };
        var content = UploadContent.FromBytes(Bytes.Of(300), "a.bin");
        return new UploadRunner(NullLogger.Instance).RunAsync(
            flow, content, options ?? new PartsUploadOptions { PartSize = 100, Parallelism = 1 }, null, Token);
    }
}
