using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace UploadGen.Tests;

/// <summary>URLs of parts that are asked for when they are needed, and what is wrong with those that come.</summary>
public class PartUrlsTests
{
    private readonly List<string> _asked = [];
    private readonly List<(int Index, string? Url)> _sent = [];
    private IReadOnlyList<StoredPart> _completed = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_part_is_asked_for_by_itself()
    {
        await RunAsync(Source(number => [new PartTarget($"u{number}")]));

        Assert.Equal(["1", "2", "3", "4", "5"], _asked.Order());
        Assert.Equal([(0, "u1"), (1, "u2"), (2, "u3"), (3, "u4"), (4, "u5")], _sent.Order());
        Assert.Equal([1, 2, 3, 4, 5], _completed.Select(part => part.NumberFrom(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_is_answered_counts_by_its_number(int first)
    {
        await RunAsync(Source(
            number => [.. Enumerable.Range(number - 1 + first, 3).Reverse().Select(of => new PartTarget($"u{of}") { Number = of })], batch: 3, first: first));

        Assert.Equal(Enumerable.Range(0, 5).Select(index => (index, (string?)$"u{index + first}")), _sent.Order());
        Assert.Equal(2, _asked.Count);
        Assert.Equal(Enumerable.Range(first, 5), _completed.Select(part => part.NumberFrom(7)));
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_asked_for_again_once()
    {
        var lost = new HashSet<int>();
        await RunAsync(Source(number => lost.Add(number) ? throw Lost() : [new PartTarget($"u{number}")]));
        Assert.Equal(10, _asked.Count);

        await Assert.ThrowsAsync<UploadException>(() => RunAsync(Source(_ => throw Lost())));
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again()
    {
        var refusal = new ApiException("refused") { StatusCode = 403 };
        var failed = await Assert.ThrowsAsync<ApiException>(() => RunAsync(Source(_ => throw refusal)));

        Assert.Same(refusal, failed);
        Assert.Single(_asked);
    }

    [Theory]
    [InlineData("other")]
    [InlineData("none")]
    [InlineData("no URL")]
    [InlineData("method")]
    public async Task An_answer_without_a_URL_for_the_part_is_refused(string fault)
    {
        var failed = await Assert.ThrowsAsync<UploadException>(() => RunAsync(Source(number => fault switch
        {
            "other" => [new PartTarget("https://s.example/?sig=topsecret") { Number = number + 1 }],
            "none" => [],
            "no URL" => [new PartTarget((string?)null)],
            _ => [new PartTarget("https://s.example/?sig=topsecret") { Method = "GET" }],
        })));

        var said = fault == "method" ? "wants a part to be sent by GET" : "has no URL for part 1 of 5, which it was asked for";
        Assert.Contains(said, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", failed.ToString(), StringComparison.Ordinal);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task Where_one_of_all_is_missing_nothing_is_sent()
    {
        var source = new PartUrlSource<Session> { Given = _ => PartTargets.Of(["u1", "u2", "u3", "u4"]) };

        var failed = await Assert.ThrowsAsync<UploadException>(() => RunAsync(source));

        Assert.Contains("openThing: the API's answer has no URL for part 5 of 5", failed.Message, StringComparison.Ordinal);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task Parts_that_the_answer_divides_go_on_from_a_state()
    {
        var source = new PartUrlSource<Session>
        {
            Given = _ => [.. new[] { 30, 5, 15 }.Select((length, i) => new PartTarget($"u{i}") { Length = length })],
        };
        UploadState? state = null;
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(source, new() { Parallelism = 1, StateChanged = changed => state = changed }, failAt: 1));
        Assert.Equal((1, 30), (state!.PartsSent, state.PartSize));
        _sent.Clear();

        await RunAsync(source, new() { State = UploadState.FromJson(state.ToJson()) });

        Assert.Equal([(1, "u1"), (2, "u2")], _sent.Order());
        Assert.Equal([30, 5, 15], _completed.Select(part => part.Length));
    }

    [Fact]
    public void A_part_is_kept_with_all_that_completing_may_want()
    {
        var part = new StoredPart
        {
            Index = 3,
            Number = 4,
            ETag = "\"e\"",
            Length = 5,
            Digests = new Dictionary<DigestAlgorithm, byte[]> { [DigestAlgorithm.Crc32C] = [1, 2, 3, 4] },
        };

        var read = JsonBody.Read(JsonBody.Write(part, StoredPart.Write), StoredPart.Read);

        Assert.Equal((3, 4, "\"e\"", 5), (read.Index, read.NumberFrom(1), read.ETag, read.Length));
        Assert.Equal("AQIDBA==", read.Digest(DigestAlgorithm.Crc32C, DigestEncoding.Base64));
        Assert.ThrowsAny<Exception>(() => JsonBody.Read("""{ "index": "x" }"""u8.ToArray(), StoredPart.Read));
    }

    private static HttpRequestException Lost() => new(HttpRequestError.ResponseEnded, "The answer was lost.");

    private PartUrlSource<Session> Source(Func<int, IReadOnlyList<PartTarget>> answer, int batch = 1, int first = 1) => new()
    {
        Ask = (_, _, part, _, _) =>
        {
            lock (_asked)
            {
                _asked.Add($"{part.Index + 1}");
                return Task.FromResult(answer(part.Index + 1));
            }
        },
        Batch = batch,
        First = first,
    };

    private Task<string> RunAsync(PartUrlSource<Session> source, PartsUploadOptions? options = null, int? failAt = null)
    {
        var flow = new PartsFlow<Session, StoredPart, string>("Thing", "openThing")
        {
            Create = (_, _, _) => Task.FromResult(new Session()),
            Urls = source,
            SendPart = async (_, part, _, token) =>
            {
                if (part.Index == failAt)
                {
                    throw Lost();
                }

                await ContentDigest.ReadAsync(part.Content.Source, static _ => { }, token);
                lock (_sent)
                {
                    _sent.Add((part.Index, part.Target!.Url));
                }

                return await part.StoredAsync("\"e\"", token);
            },
            Complete = (_, _, parts, _) =>
            {
                _completed = parts;
                return Task.FromResult("asset");
            },
            ReadSession = static (ref Utf8JsonReader reader) =>
            {
                reader.Skip();
                return new Session();
            },
            WriteSession = static (writer, _) => writer.WriteNullValue(),
            ReadPart = StoredPart.Read,
            WritePart = StoredPart.Write,
        };
        return new UploadRunner(NullLogger.Instance).RunAsync(
            flow, UploadContent.FromBytes(Bytes.Of(50), "a.bin"), options ?? new PartsUploadOptions { PartSize = 10, Parallelism = 1 }, null, Token);
    }

    private sealed record Session;
}
