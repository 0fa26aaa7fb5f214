using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>Uploads in parts, against steps that keep what they are given.</summary>
public class PartsRunTests
{
    private readonly List<string> _steps = [];
    private readonly Dictionary<string, byte[]> _sent = [];
    private int _now;
    private int _mostAtOnce;
    private byte[] _completed = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(1000, 10)]
    [InlineData(1001, 11)]
    public async Task Every_byte_arrives_once_and_in_its_place(int length, int parts)
    {
        var bytes = Bytes.Of(length);

        var result = await RunAsync(Flow(), UploadContent.FromBytes(bytes, "a.bin"));

        Assert.Equal("asset", result);
        Assert.Equal(bytes, _completed);
        Assert.Equal(parts, _sent.Count);
        Assert.Equal("create", _steps[0]);
        Assert.Equal("complete", _steps[^1]);
    }

    [Fact]
    public async Task Parts_of_a_stream_and_of_a_file_are_read_from_their_places()
    {
        var bytes = Bytes.Of(100_050);
        using var stream = new MemoryStream(bytes);
        stream.Position = 50;
        await RunAsync(Flow(), UploadContent.FromStream(stream, "a.bin"), new PartsUploadOptions { PartSize = 9_999 });
        Assert.Equal(bytes[50..], _completed);

        using var file = new TestFile(bytes);
        _sent.Clear();
        await RunAsync(Flow(), UploadContent.FromFile(file.FilePath), new PartsUploadOptions { PartSize = 9_999 });
        Assert.Equal(bytes, _completed);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(999, false)]
    public async Task The_size_that_the_API_has_recorded_must_be_that_of_the_file(long recorded, bool isRight)
    {
        var run = RunAsync(Flow(recorded: recorded), UploadContent.FromBytes(Bytes.Of(1000), "a.bin"));

        if (isRight)
        {
            await run;
        }
        else
        {
            var failure = await Assert.ThrowsAsync<UploadException>(() => run);
            Assert.Contains("1000 bytes were sent, but the API recorded 999", failure.Message, StringComparison.Ordinal);
            Assert.Null(failure.IsStored);
        }
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_refused_before_the_first_request()
    {
        var content = UploadContent.FromStream(new ForwardStream(new byte[10]), "a.bin", length: 10);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(Flow(), content));

        Assert.Contains("can't seek", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_steps);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(3, false)]
    public async Task No_more_parts_are_under_way_than_is_allowed(int parallelism, bool isParallel)
    {
        var flow = Flow(terms: new PartTerms(10, isParallel), delay: 20);

        await RunAsync(flow, UploadContent.FromBytes(Bytes.Of(120), "a.bin"), new PartsUploadOptions { Parallelism = parallelism });

        Assert.Equal(isParallel ? parallelism : 1, _mostAtOnce);
    }

    [Fact]
    public async Task The_size_that_the_API_demands_counts_before_the_callers()
    {
        await RunAsync(
            Flow(terms: new PartTerms(40, IsParallel: true)), UploadContent.FromBytes(Bytes.Of(100), "a.bin"), new PartsUploadOptions { PartSize = 7 });
        Assert.Equal(3, _sent.Count);
    }

    [Fact]
    public void A_large_file_has_no_more_parts_than_S3_takes()
    {
        using var file = new TestFile([]);
        using (var sparse = File.OpenWrite(file.FilePath))
        {
            sparse.SetLength(200L * 1024 * 1024 * 1024);
        }

        var plan = PartPlan.Divide(UploadContent.FromFile(file.FilePath), wanted: null, max: null);

        Assert.InRange(plan.Count, 9_000, 10_000);
        Assert.Equal(0, plan.PartSize % (1024 * 1024));
        Assert.Equal(200L * 1024 * 1024 * 1024, (plan.Count - 1) * plan.PartSize + plan.LengthOf(plan.Count - 1));
    }

    [Fact]
    public async Task A_part_that_fails_gives_the_upload_up()
    {
        var failure = await Assert.ThrowsAsync<UploadException>(() => RunAsync(Flow(failAt: 5)));

        Assert.Contains("part 6 of 10", failure.Message, StringComparison.Ordinal);
        Assert.Contains("given up", failure.Message, StringComparison.Ordinal);
        Assert.Equal("abort", _steps[^1]);
        Assert.DoesNotContain("complete", _steps);
    }

    [Fact]
    public async Task Cancellation_gives_the_upload_up()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var flow = Flow(delay: 5, afterPart: cancellation.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(flow, token: cancellation.Token));

        Assert.Equal("abort", _steps[^1]);
    }

    [Fact]
    public async Task A_saved_state_goes_on_with_the_parts_that_are_missing()
    {
        using var file = new TestFile(Bytes.Of(1000));
        var saved = "";
        var options = new PartsUploadOptions { PartSize = 100, Parallelism = 1, StateChanged = state => saved = state.ToJson() };
        var failure = await Assert.ThrowsAsync<UploadException>(() => RunAsync(Flow(failAt: 6), UploadContent.FromFile(file.FilePath), options));
        Assert.Contains("stays open", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abort", _steps);
        Assert.Equal(6, UploadState.FromJson(saved).PartsSent);

        _steps.Clear();
        var progress = new ProgressLog();
        await RunAsync(
            Flow(), UploadContent.FromFile(file.FilePath), new PartsUploadOptions { State = UploadState.FromJson(saved), Parallelism = 1 }, progress);

        Assert.Equal(["part 6", "part 7", "part 8", "part 9", "complete"], _steps);
        Assert.Equal(Bytes.Of(1000), _completed);
        Assert.All(progress.Reports.Where(report => report.Step == UploadStep.Put), report => Assert.InRange(report.BytesSent, 600, 1000));
    }

    [Fact]
    public async Task A_state_of_another_file_is_refused_and_nothing_is_sent()
    {
        using var file = new TestFile(Bytes.Of(1000));
        var saved = "";
        await RunAsync(Flow(), UploadContent.FromFile(file.FilePath), new PartsUploadOptions { StateChanged = state => saved = state.ToJson() });
        File.SetLastWriteTimeUtc(file.FilePath, DateTime.UtcNow.AddMinutes(-5));
        _steps.Clear();

        await Assert.ThrowsAsync<IOException>(
            () => RunAsync(Flow(), UploadContent.FromFile(file.FilePath), new PartsUploadOptions { State = UploadState.FromJson(saved) }));
        Assert.Empty(_steps);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "flow": "Thing" }""")]
    [InlineData("""{ "api": "", "flow": "Thing", "file_name": "a", "length": 1, "part_size": 0, "session": {}, "parts": {} }""")]
    [InlineData("""{ "api": "", "flow": "Thing", "file_name": "a", "length": 1, "part_size": 1, "session": {}, "parts": { "x": "" } }""")]
    public void What_is_no_state_is_refused(string json) => Assert.Throws<JsonException>(() => UploadState.FromJson(json));

    [Theory]
    [InlineData("\"s\"", 1)]
    [InlineData("\"t\"", 0)]
    public void Parts_of_another_upload_of_the_file_do_not_count(string session, int expected)
    {
        var upload = Crc32C.Of("\"s\""u8);

        var state = UploadState.FromJson(
            $$"""
            { "api": "", "flow": "Thing", "file_name": "a", "length": 1, "part_size": 1, "session": {{session}},
              "parts": { "0": { "sum": 1, "upload": {{upload}}, "value": "id" } } }
            """);

        Assert.Equal(expected, state.PartsSent);
    }

    [Fact]
    public async Task A_state_whose_session_is_damaged_is_refused()
    {
        var state = UploadState.FromJson(
            """{ "api": "", "flow": "Thing", "file_name": "a.bin", "length": 1000, "part_size": 100, "session": 7, "parts": {} }""");

        await Assert.ThrowsAsync<JsonException>(() => RunAsync(Flow(), options: new PartsUploadOptions { State = state }));
        Assert.Empty(_steps);
    }

    [Fact]
    public async Task A_state_shows_no_secret_unless_it_is_asked_for_its_JSON()
    {
        UploadState? state = null;
        List<string> shown = [];
        await RunAsync(Flow(), options: new PartsUploadOptions
        {
            PartSize = 100,
            StateChanged = changed => shown.Add((state = changed).ToString()),
        });

        Assert.Equal(["a.bin (1,000 bytes): 10 parts of 100 bytes are there", "a.bin (1,000 bytes): all of it is there"], shown[^2..]);
        Assert.NotNull(state);
        Assert.Contains("secret", state.ToJson(), StringComparison.Ordinal);
        Assert.Equal(state.ToJson(), JsonSerializer.Serialize(JsonSerializer.Deserialize<UploadState>(JsonSerializer.Serialize(state))));
    }

    [Fact]
    public async Task Progress_adds_the_parts_up_and_never_goes_back()
    {
        var progress = new ProgressLog();

        await RunAsync(Flow(reportTwice: true), progress: progress);

        var sent = progress.Reports.Where(report => report.Step == UploadStep.Put).Select(report => report.BytesSent).ToList();
        Assert.Equal(sent.Order(), sent);
        Assert.Equal(1000, sent[^1]);
        Assert.All(progress.Reports, report => Assert.Equal(1000, report.TotalBytes));
    }

    [Fact]
    public async Task URLs_are_asked_for_in_batches_and_again_where_one_has_ended()
    {
        List<(int First, int Count)> asked = [];
        var ended = new HashSet<string>();
        var flow = Flow(
            urls: new PartUrlSource<Session>
            {
                Given = session => PartTargets.Of(session.Urls),
                Ask = (_, _, part, count, _) =>
                {
                    asked.Add((part.Index, count));
                    return Task.FromResult(PartTargets.Of(Enumerable.Range(part.Index, count).Select(i => $"https://s.example/{i}?again")));
                },
                Batch = 16,
                OpensWithSome = true,
            },
            beforePart: part =>
            {
                if (part.Index == 3 && ended.Add("3"))
                {
                    throw new UploadException("ended", UploadStep.Put, "op") { IsUrlExpired = true };
                }

                Assert.StartsWith($"https://s.example/{part.Index}?", part.Target!.Url, StringComparison.Ordinal);
            });

        await RunAsync(flow, UploadContent.FromBytes(Bytes.Of(400), "a.bin"), new PartsUploadOptions { PartSize = 10, Parallelism = 1 });

        Assert.Equal([(3, 16), (19, 16), (35, 5)], asked);
        Assert.Equal(40, _sent.Count);
        Assert.Equal(Bytes.Of(400), _completed);
    }

    [Fact]
    public async Task Digest_and_range_are_those_of_the_part()
    {
        List<string> ranges = [];
        List<string> digests = [];
        var flow = Flow(beforePart: part =>
        {
            ranges.Add(part.ContentRange);
            digests.Add(ContentDigest.WriteAsync(part.Content, DigestAlgorithm.Sha1, DigestEncoding.Rfc3230, Token).GetAwaiter().GetResult());
        });

        await RunAsync(flow, UploadContent.FromBytes("abcabcab"u8.ToArray(), "a.txt"), new PartsUploadOptions { PartSize = 3, Parallelism = 1 });

        Assert.Equal(["bytes 0-2/8", "bytes 3-5/8", "bytes 6-7/8"], ranges);
        // SHA-1 of "abc" (FIPS 180-4's example), twice.
        Assert.Equal(["sha=qZk+NkcGgWq6PiVxeFDCbJzQ2J0=", "sha=qZk+NkcGgWq6PiVxeFDCbJzQ2J0="], digests[..2]);
    }

    private Task<string> RunAsync(
        PartsFlow<Session, string, string> flow,
        UploadContent? content = null,
        PartsUploadOptions? options = null,
        IProgress<UploadProgress>? progress = null,
        CancellationToken? token = null)
        => new UploadRunner(NullLogger.Instance).RunAsync(
            flow, content ?? UploadContent.FromBytes(Bytes.Of(1000), "a.bin"), options ?? new PartsUploadOptions { PartSize = 100 }, progress, token ?? Token);

    private PartsFlow<Session, string, string> Flow(
        int? failAt = null,
        PartTerms? terms = null,
        int delay = 0,
        bool reportTwice = false,
        Action? afterPart = null,
        Action<FilePart>? beforePart = null,
        PartUrlSource<Session>? urls = null,
        long? recorded = null)
        => new("Thing", "openThing")
        {
            Create = (_, count, _) =>
            {
                _steps.Add("create");
                return Task.FromResult(new Session(urls is null ? [] : Enumerable.Range(0, count).Select(i => $"https://s.example/{i}?secret").ToList()));
            },
            Terms = terms is { } demanded ? (_, _) => Task.FromResult(demanded) : null,
            Urls = urls,
            SendPart = async (_, part, progress, token) =>
            {
                beforePart?.Invoke(part);
                if (part.Index == failAt)
                {
                    throw new HttpRequestException(HttpRequestError.ConnectionError, "refused.");
                }

                _mostAtOnce = Math.Max(_mostAtOnce, Interlocked.Increment(ref _now));
                var bytes = await ReadAsync(part.Content, token);
                if (delay > 0)
                {
                    await Task.Delay(delay, token);
                }

                for (var attempt = 1; attempt <= (reportTwice ? 2 : 1); attempt++)
                {
                    progress?.Report(new UploadProgress { Step = UploadStep.Put, BytesSent = 0, TotalBytes = bytes.Length, Attempt = attempt });
                    progress?.Report(new UploadProgress { Step = UploadStep.Put, BytesSent = bytes.Length, TotalBytes = bytes.Length, Attempt = attempt });
                }

                lock (_steps)
                {
                    _steps.Add($"part {part.Index}");
                    _sent.Add($"id {part.Index}", bytes);
                }

                Interlocked.Decrement(ref _now);
                afterPart?.Invoke();
                return $"id {part.Index}";
            },
            Complete = (_, _, parts, _) =>
            {
                _steps.Add("complete");
                _completed = parts.SelectMany(id => _sent[id]).ToArray();
                return Task.FromResult("asset");
            },
            RecordedSize = _ => recorded,
            Abort = (_, _) =>
            {
                _steps.Add("abort");
                return Task.CompletedTask;
            },
            ReadSession = static (ref Utf8JsonReader reader) => new Session(JsonCodec.ReadList(ref reader, JsonCodec.ReadString)),
            WriteSession = static (writer, session) => JsonCodec.WriteList(writer, [.. session.Urls, "secret"], JsonCodec.WriteString),
            ReadPart = JsonCodec.ReadString,
            WritePart = JsonCodec.WriteString,
        };

    private static async Task<byte[]> ReadAsync(UploadContent content, CancellationToken token)
    {
        using var bytes = new MemoryStream();
        using var stream = content.Source.Open();
        await stream.CopyToAsync(bytes, token);
        return bytes.ToArray();
    }

    private sealed record Session(IReadOnlyList<string> Urls);
}
