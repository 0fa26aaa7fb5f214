using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>An upload in parts that the server has dropped: its parts are lost there, so a new upload loses nothing more.</summary>
public class DroppedPartsTests
{
    private readonly List<string> _steps = [];
    private int _opened;

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
