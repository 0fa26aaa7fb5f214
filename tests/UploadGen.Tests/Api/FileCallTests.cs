namespace UploadGen.Tests;

/// <summary>A file that goes to the API in one request: what is said of it when that fails.</summary>
public class FileCallTests
{
    private const string BusyForNow = "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";

    private readonly List<WireRequest> _requests = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool?> Answers => new()
    {
        { Answer(413), false },
        { Answer(401), false },
        { Answer(307), false },
        { Answer(409), null },
        { Answer(500), null },
        { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n{", null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_tells_the_step_and_whether_the_API_may_have_the_file(string answer, bool? isStored)
    {
        await using var server = WireServer.Recording(_requests, answer);

        foreach (var inForm in new[] { false, true })
        {
            var failure = await Assert.ThrowsAnyAsync<ApiException>(() => SendAsync(server, inForm));
            Assert.Equal((UploadStep.Put, isStored, "upload"), (failure.Step, failure.IsStored, failure.OperationId));
        }
    }

    [Fact]
    public async Task A_lost_answer_is_not_known()
    {
        await using var server = WireServer.Recording(_requests, WireServer.Cut);

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server));

        Assert.Equal((UploadStep.Put, (bool?)null, true, 1), (failure.Step, failure.IsStored, failure.IsTransient, failure.Attempts));
        Assert.Contains("Whether the API got the whole file isn't known: ask the API", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_not_sent_whole_is_not_there()
    {
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
            await connection.ReadAsync(100_000);
            connection.Reset();
        });

        var failure = await Assert.ThrowsAsync<UploadException>(() => SendAsync(server, length: 32 * 1024 * 1024));

        Assert.Equal((UploadStep.Put, (bool?)false), (failure.Step, failure.IsStored));
    }

    [Fact]
    public async Task A_refusal_after_an_answer_that_was_a_failure_says_nothing_of_the_first_attempt()
    {
        await using var server = WireServer.Recording(_requests, BusyForNow, Answer(422));

        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => SendAsync(server));

        Assert.Equal((422, 2, (bool?)null), (failure.StatusCode, failure.Attempts, failure.IsStored));
    }

    [Fact]
    public async Task A_file_over_its_limit_was_not_sent()
    {
        await using var server = WireServer.Recording(_requests);

        var failure = await Assert.ThrowsAsync<RequestValidationException>(() => SendAsync(server, maxLength: 5));

        Assert.Equal((UploadStep.Put, (bool?)false, 0), (failure.Step, failure.IsStored, _requests.Count));
    }

    [Fact]
    public async Task A_cancellation_tells_the_step_and_the_state()
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var server = WireServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await canceled.CancelAsync();
            await connection.HangAsync();
        });

        var failure = await Assert.ThrowsAsync<UploadCanceledException>(() => SendAsync(server, token: canceled.Token));

        Assert.Equal((UploadStep.Put, (bool?)null, "upload"), (failure.Step, failure.IsStored, failure.OperationId));
        Assert.Equal(canceled.Token, failure.CancellationToken);
    }

    /// <summary>What a PUT brings takes the place of what was there, so that an answer speaks of it. What a POST makes of a file, nobody knows.</summary>
    [Theory]
    [InlineData("PUT", "x-amz-checksum-crc64nvme: rosUhgp5mIg=", true)]
    [InlineData("PUT", "x-amz-request-id: 1\r\nETag: \"a63c90cc3684ad8b0a2176a6a8fe9006\"", true)]
    [InlineData("PUT", "x-amz-request-id: 1\r\nETag: \"a63c90cc3684ad8b0a2176a6a8fe9005\"", false)]
    [InlineData("POST", "x-amz-checksum-crc64nvme: rosUhgp5mIg=", false)]
    [InlineData("POST", "x-amz-request-id: 1\r\nETag: \"a63c90cc3684ad8b0a2176a6a8fe9006\"", false)]
    public async Task A_file_that_was_PUT_is_compared_with_what_the_API_says_that_it_holds(string method, string header, bool isDifferent)
    {
        await using var server = WireServer.Recording(_requests, $"HTTP/1.1 200 x\r\n{header}\r\nContent-Length: 0\r\n\r\n");
        var api = Api(server);

        foreach (var file in new[] { UploadContent.FromBytes(new byte[10], "a"), UploadContent.FromStream(new MemoryStream(new byte[10]), "a") })
        {
            var sending = api.SendAsync(api.Request("upload", new HttpMethod(method), "/x").Binary(file), new ApiResponses(), Token);
            if (!isDifferent)
            {
                await sending;
                continue;
            }

            var failure = await Assert.ThrowsAsync<UploadException>(() => sending);
            Assert.Equal((UploadStep.Put, (bool?)false, "upload"), (failure.Step, failure.IsStored, failure.OperationId));
            Assert.NotEqual(failure.SentDigest, failure.StoredDigest);
        }

        Assert.Equal(2, _requests.Count);
    }

    [Fact]
    public async Task A_part_that_was_PUT_to_the_API_is_not_what_it_holds()
    {
        await using var server = WireServer.Recording(_requests, "HTTP/1.1 200 x\r\nx-amz-checksum-crc64nvme: rosUhgp5mIg=\r\nContent-Length: 0\r\n\r\n");
        var api = Api(server);
        var part = new FilePart(UploadContent.FromBytes(new byte[10], "a"), index: 0, count: 1, offset: 0, length: 5, isSummed: true);

        await api.SendAsync(api.Request("upload", HttpMethod.Put, "/x").Binary(part.Content), new ApiResponses(), Token);
    }

    [Fact]
    public async Task A_call_without_a_file_is_no_upload()
    {
        await using var server = WireServer.Recording(_requests, Answer(500));
        var api = Api(server);

        var failure = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(api.Request("op", HttpMethod.Post, "/x"), new ApiResponses(), Token));

        Assert.Null(failure.Step);
    }

    private static string Answer(int status) => $"HTTP/1.1 {status} x\r\nContent-Length: 0\r\n\r\n";

    private static ApiConnection Api(WireServer server)
        => new(null, new UploadClientOptions { BaseAddress = new Uri(server.Address), Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) } }, "");

    private static Task<Asset> SendAsync(
        WireServer server, bool inForm = false, int length = 10, long? maxLength = null, CancellationToken? token = null)
    {
        var api = Api(server);
        var file = UploadContent.FromBytes(new byte[length], "a.png");
        var request = api.Request("upload", HttpMethod.Post, "/x");
        request = inForm ? request.FormFile("file", file, maxLength) : request.Binary(file, maxLength: maxLength);
        return api.SendAsync(request, new ApiResponses<Asset>().Json("200", JsonCodec.ReadModel<Asset>), token ?? Token);
    }
}
